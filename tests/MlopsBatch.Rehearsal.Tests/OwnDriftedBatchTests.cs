using System.Globalization;

namespace MlopsBatch.Rehearsal.Tests;

/// <summary>Drift in the user's own data is what they wanted to know, and the loop is played on.</summary>
public sealed class OwnDriftedBatchTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <summary>The second column's values are squeezed into a third of their range; the truth goes with them, or is another one.</summary>
    [Theory]
    [InlineData(true, "drifted")]
    [InlineData(false, "degraded")]
    public async Task It_is_a_finding_and_no_failure(bool truthFits, string verdict)
    {
        var options = TestOptions.In(_folder) with
        {
            TrainingData = _folder.File("train.csv", Lines(400, i => $"{X(i)},{Z(i)},{Text(Y(X(i), Z(i)))}")),
            InferenceData = _folder.File("mine.csv", Lines(150, i => $"{X(i)},{Z(i) / 3 + 9}")),
            GroundTruth = _folder.File("truth.csv", Lines(150, i => Text(truthFits ? Y(X(i), Z(i) / 3 + 9) : 500 - (20 * X(i))))),
            Only = "scoring",
        };

        var report = await new RehearsalRun(options, new Progress.PlainProgress(TextWriter.Null, TimeProvider.System), TimeProvider.System)
            .RunAsync(CancellationToken.None);

        report.Checks.Where(check => !check.Passed).ShouldBeEmpty();
        report.Outcome.ShouldBe(RehearsalRun.Passed);
        report.OwnBatch!.Verdict.ShouldBe(verdict);
        report.OwnBatch.Sentence.ShouldStartWith("mine.csv: drift was found in ");
        report.Loop["L6"].Passed.ShouldBeTrue();
    }

    private static string Lines(int count, Func<int, string> line) => string.Concat(Enumerable.Range(0, count).Select(i => line(i) + "\n"));

    private static int X(int i) => i % 17;

    private static int Z(int i) => i % 23;

    private static double Y(double x, double z) => (3 * x) + z;

    private static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);
}
