using System.Globalization;
using System.Text.RegularExpressions;
using MlopsBatch.TestSupport;

namespace MlopsBatch.Offline.Tests;

/// <summary>The stand-ins stay small: offline/README.md says how many lines each may have.</summary>
public sealed partial class SizeTests
{
    private static readonly string Offline = Path.Combine(Repository.Root.FullName, "offline");

    [Fact]
    public void Every_package_keeps_to_the_lines_of_the_readme()
    {
        var allowed = Row()
            .Matches(File.ReadAllText(Path.Combine(Offline, "README.md")))
            .ToDictionary(row => row.Groups["package"].Value, row => int.Parse(row.Groups["lines"].Value, CultureInfo.InvariantCulture));
        var actual = Directory
            .GetDirectories(Offline)
            .ToDictionary(
                folder => Path.GetFileName(folder),
                folder => Directory.GetFiles(folder, "*.cs", SearchOption.AllDirectories).Sum(file => File.ReadLines(file).Count())
            );

        actual.Keys.Order().ShouldBe(allowed.Keys.Order(), "folders of offline/ and rows of the table in offline/README.md");
        actual
            .Where(package => package.Value > allowed[package.Key])
            .Select(package => $"{package.Key}: {package.Value} lines, {allowed[package.Key]} allowed")
            .ShouldBeEmpty();
    }

    [GeneratedRegex(@"^\| `(?<package>[\w.]+)` \|.*\| (?<lines>\d+) \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
