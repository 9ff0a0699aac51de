using MlopsBatch.Cli.Testing;

namespace MlopsBatch.Cli.Tests;

public sealed class TestCountTests
{
    [Theory]
    [InlineData("Ran 12 tests in 3.1s", "OK", 12, 0)]
    [InlineData("Ran 1 test in 0.1s", "OK", 1, 0)]
    [InlineData("Ran 12 tests in 3.1s", "OK (skipped=2)", 10, 0)]
    [InlineData("Ran 12 tests in 3.1s", "FAILED (failures=1, errors=2, skipped=3)", 6, 3)]
    [InlineData("ImportError: nothing ran", "", 0, 0)]
    public void Unittest_s_summary_is_read(string ran, string verdict, int passed, int failed) =>
        TestCount.FromUnittest(["......", "", ran, "", verdict]).ShouldBe(new(passed, failed));

    [Fact]
    public void Results_files_are_summed_up()
    {
        var folder = Directory.CreateTempSubdirectory("mlops-test-count-");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "a.trx"), Results(passed: 3, failed: 1));
            File.WriteAllText(Path.Combine(folder.CreateSubdirectory("b").FullName, "b.trx"), Results(passed: 4, failed: 0));
            TestCount.FromTrx(folder).ShouldBe(new(7, 1));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Results(int passed, int failed) =>
        $"""
            <TestRun xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010"><ResultSummary outcome="Completed">
            <Counters total="{passed + failed}" executed="{passed
                + failed}" passed="{passed}" failed="{failed}" error="0" timeout="0" aborted="0" />
            </ResultSummary></TestRun>
            """;
}
