using System.Xml.Linq;
using MlopsBatch.TestSupport;

namespace MlopsBatch.Architecture.Tests;

/// <summary>The files beside the code say what is so.</summary>
public sealed class ProjectFilesTests
{
    private static string Root => Repository.Root.FullName;

    [Fact]
    public void The_version_is_a_release_of_the_changelog()
    {
        var version = XDocument.Load(Path.Combine(Root, "Directory.Build.props")).Descendants("Version").Single().Value;
        File.ReadAllLines(Path.Combine(Root, "CHANGELOG.md"))
            .Where(line => line.StartsWith("## [", StringComparison.Ordinal))
            .First(line => !line.Contains("[Unreleased]", StringComparison.Ordinal))
            .ShouldStartWith($"## [{version}] - ");
    }

    [Fact]
    public void Code_owners_own_what_there_is()
    {
        File.ReadAllLines(Path.Combine(Root, "docs", "examples", "CODEOWNERS"))
            .Where(line => line.StartsWith('/'))
            .Select(line => line.Split(' ')[0])
            // Made by "mlops model new".
            .Except(["/models/"])
            .Where(pattern => Directory.GetFileSystemEntries(Root, pattern.Trim('/')).Length == 0)
            .ShouldBeEmpty();
    }
}
