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
    public void A_file_is_the_same_whatever_the_root_that_its_report_counts_from()
    {
        var source = _folder.CreateSubdirectory("src").CreateSubdirectory("One");
        File.WriteAllText(Path.Combine(source.FullName, "A.cs"), "");
        Write("first", "One", [Path.Combine(_folder.FullName, "absent"), _folder.FullName], "src/One/A.cs", (1, 0), (2, 1));
        Write("second", "One", [source.FullName], "A.cs", (1, 1), (2, 0));

        LineCoverage.FromCobertura(_folder).Summary().Last().ShouldBe("Lines covered: 100.0% (2 of 2)");
    }

    [Fact]
    public void Without_reports_nothing_is_covered() =>
        LineCoverage.FromCobertura(_folder).Summary().ShouldBe(["Lines covered: 0.0% (0 of 0)"]);

    public void Dispose() => _folder.Delete(recursive: true);

    private void Write(string run, string assembly, params (int Number, long Hits)[] lines) => Write(run, assembly, [], "A.cs", lines);

    private void Write(string run, string assembly, string[] roots, string file, params (int Number, long Hits)[] lines)
    {
        var sources = string.Concat(roots.Select(root => $"<source>{root}</source>"));
        var rows = string.Concat(lines.Select(line => $"<line number=\"{line.Number}\" hits=\"{line.Hits}\" />"));
        // As coverlet writes it: a line stands among the lines of its method and of its class.
        var report = $"""
            <coverage><sources>{sources}</sources><packages><package name="{assembly}"><classes><class filename="{file}">
            <methods><method name="M"><lines>{rows}</lines></method></methods><lines>{rows}</lines>
            </class></classes></package></packages></coverage>
            """;
        File.WriteAllText(Path.Combine(_folder.CreateSubdirectory(run).FullName, "coverage.cobertura.xml"), report);
    }
}
