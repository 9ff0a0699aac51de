using System.Text.RegularExpressions;
using MlopsBatch.TestSupport;

namespace MlopsBatch.Architecture.Tests;

/// <summary>docs/architecture.md speaks of the folders and files that there are.</summary>
public sealed partial class ArchitecturePageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Repository.Root.FullName, "docs", "architecture.md"));

    [Fact]
    public void Each_folder_of_the_tree_is_there() =>
        Tree().Where(folder => !Directory.Exists(Path.Combine(Repository.Root.FullName, folder))).ShouldBeEmpty();

    [Fact]
    public void Each_project_and_each_folder_of_the_stack_is_in_the_tree()
    {
        var folders = new[] { "src", "stacks", "stacks/MlopsBatch" }
            .SelectMany(parent => new DirectoryInfo(Path.Combine(Repository.Root.FullName, parent))
                .EnumerateDirectories()
                .Where(folder => folder.EnumerateFiles("*.cs*", SearchOption.AllDirectories).Any() && folder.Name is not ("bin" or "obj"))
                .Select(folder => $"{parent}/{folder.Name}"));
        folders.Except(Tree()).ShouldBeEmpty();
    }

    [Fact]
    public void Each_file_that_a_walk_passes_is_there()
    {
        var files = new[] { "src", "stacks", "scripts" }
            .SelectMany(folder =>
                Directory.EnumerateFiles(Path.Combine(Repository.Root.FullName, folder), "*.*", SearchOption.AllDirectories)
            )
            .Select(path => Path.GetFileName(path))
            .ToHashSet(StringComparer.Ordinal);
        var named = FileName().Matches(Page).Select(match => match.Groups[1].Value).Distinct().ToList();
        named.Count.ShouldBeGreaterThan(20);
        named.Where(name => !files.Contains(name)).ShouldBeEmpty();
    }

    private static List<string> Tree()
    {
        var folders = new List<string>();
        var parent = "";
        foreach (Match line in Folder().Matches(Page.Split("```text\n")[1].Split("```")[0]))
        {
            var name = line.Groups[2].Value;
            var isInner = line.Groups[1].Length > 0;
            folders.Add(isInner ? $"{parent}/{name}" : name);
            parent = isInner ? parent : name;
        }

        return folders;
    }

    [GeneratedRegex(@"^(  )?([\w./-]+)(?: {2,}|$)", RegexOptions.Multiline)]
    private static partial Regex Folder();

    [GeneratedRegex(@"`([\w.]+\.(?:cs|py))`")]
    private static partial Regex FileName();
}
