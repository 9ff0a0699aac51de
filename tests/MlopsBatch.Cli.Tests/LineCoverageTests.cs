using MlopsBatch.Cli.Testing;

namespace MlopsBatch.Cli.Tests;

public sealed class LineCoverageTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mlops-coverage-");

    [Fact]
    public void A_line_counts_once_and_is_reached_if_any_test_project_reached_it()
    {
        Write("first", "Two", (1, 0), (2, 5));
        Write("second", "Two", (1, 3), (2, 0), (3, 0), (4, 0));
        Write("third", "One", (1, 1));

        LineCoverage
            .FromCobertura(_folder)
            .Summary()
            .ShouldBe(["  One: 100.0% (1 of 1)", "  Two: 50.0% (2 of 4)", "Lines covered: 60.0% (3 of 5)"]);
    }

    [Fact]
    public void Without_reports_nothing_is_covered() =>
        LineCoverage.FromCobertura(_folder).Summary().ShouldBe(["Lines covered: 0.0% (0 of 0)"]);

    public void Dispose() => _folder.Delete(recursive: true);

    private void Write(string run, string assembly, params (int Number, long Hits)[] lines)
    {
        var rows = string.Concat(lines.Select(line => $"<line number=\"{line.Number}\" hits=\"{line.Hits}\" />"));
        // As coverlet writes it: a line stands among the lines of its method and of its class.
        var report = $"""
            <coverage><packages><package name="{assembly}"><classes><class filename="A.cs">
            <methods><method name="M"><lines>{rows}</lines></method></methods><lines>{rows}</lines>
            </class></classes></package></packages></coverage>
            """;
        File.WriteAllText(Path.Combine(_folder.CreateSubdirectory(run).FullName, "coverage.cobertura.xml"), report);
    }
}
