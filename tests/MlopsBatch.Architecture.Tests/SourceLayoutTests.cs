using System.Text.RegularExpressions;
using MlopsBatch.TestSupport;

namespace MlopsBatch.Architecture.Tests;

/// <summary>A reader finds a type by its namespace, and reads a line without scrolling.</summary>
public sealed partial class SourceLayoutTests
{
    private const int Columns = 140;
    private const int Lines = 300;

    [Fact]
    public void A_namespace_is_the_folder_of_its_file() =>
        (
            from project in Projects()
            from file in Sources(project.DirectoryName!)
            let declared = Namespace().Match(File.ReadAllText(file))
            where declared.Success && declared.Groups[1].Value != Expected(project, file)
            select $"{file}: namespace {declared.Groups[1].Value}, but its folder is {Expected(project, file)}"
        ).ShouldBeEmpty();

    [Fact]
    public void A_line_has_at_most_140_columns() =>
        (
            from project in Projects()
            from file in Sources(project.DirectoryName!)
            from line in TooWide(File.ReadAllLines(file))
            select $"{file}:{line}"
        ).ShouldBeEmpty();

    [Fact]
    public void A_file_has_at_most_300_lines() =>
        (
            from file in SourceFiles()
            let lines = File.ReadLines(file).Count()
            where lines > Lines
            select $"{file}: {lines} lines"
        ).ShouldBeEmpty();

    /// <summary>.NET's <c>$</c> matches before a last line break, too; where a whole text is meant, the end is <c>\z</c>.</summary>
    [Fact]
    public void An_expression_for_a_whole_text_ends_where_the_text_ends() =>
        (
            from project in Projects().Where(project => !project.FullName.Contains("Tests", StringComparison.Ordinal))
            from file in Sources(project.DirectoryName!)
            from expression in WholeText().Matches(File.ReadAllText(file))
            where !expression.Groups["options"].Value.Contains("Multiline", StringComparison.Ordinal)
            select $"{file}: {expression.Value}"
        ).ShouldBeEmpty();

    /// <summary>A raw string literal is a document of somebody else's form, word for word, so it may be wider.</summary>
    private static IEnumerable<int> TooWide(string[] lines)
    {
        var isInRawLiteral = false;
        for (var i = 0; i < lines.Length; i++)
        {
            var delimiters = RawLiteral().Count(lines[i]);
            if (lines[i].Length > Columns && !isInRawLiteral && delimiters == 0)
            {
                yield return i + 1;
            }

            isInRawLiteral ^= delimiters % 2 == 1;
        }
    }

    /// <summary>What people write: the generator's seams are namespaces, not lines.</summary>
    private static IEnumerable<string> SourceFiles() =>
        from folder in new[] { "src", "stacks", "tests", "bench", "offline", "scripts", "eng" }
        from file in Sources(Path.Combine(Repository.Root.FullName, folder), "*.cs", "*.py", "*.sh")
        where !file.EndsWith(".generated.cs", StringComparison.Ordinal)
        select file;

    private static IEnumerable<FileInfo> Projects() =>
        from folder in new[] { "src", "stacks", "tests", "bench" }
        from file in Directory.EnumerateFiles(Path.Combine(Repository.Root.FullName, folder), "*.csproj", SearchOption.AllDirectories)
        select new FileInfo(file);

    private static IEnumerable<string> Sources(string project, params string[] patterns) =>
        patterns
            .DefaultIfEmpty("*.cs")
            .SelectMany(pattern => Directory.EnumerateFiles(project, pattern, SearchOption.AllDirectories))
            .Where(file => !Path.GetRelativePath(project, file).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"));

    private static string Expected(FileInfo project, string file)
    {
        var folder = Path.GetRelativePath(project.DirectoryName!, Path.GetDirectoryName(file)!);
        var root = RootNamespace().Match(File.ReadAllText(project.FullName)) is { Success: true } set
            ? set.Groups[1].Value
            : Path.GetFileNameWithoutExtension(project.Name);
        return folder == "." ? root : $"{root}.{folder.Replace(Path.DirectorySeparatorChar, '.')}";
    }

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex("<RootNamespace>(.*?)</RootNamespace>")]
    private static partial Regex RootNamespace();

    [GeneratedRegex("""Regex\(@?"(?<text>(\\.|[^"\\\n])*)\$"(?<options>[^)]*)\)""")]
    private static partial Regex WholeText();

    [GeneratedRegex("\"{3,}")]
    private static partial Regex RawLiteral();
}
