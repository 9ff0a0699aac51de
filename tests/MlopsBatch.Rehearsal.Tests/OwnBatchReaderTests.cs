using MlopsBatch.Pipelines.Names;
using MlopsBatch.Pipelines.Projects;
using MlopsBatch.Rehearsal.Reporting;
using MlopsBatch.Rehearsal.Reporting.Reading;

namespace MlopsBatch.Rehearsal.Tests;

/// <summary>What is said of the user's own batch follows the verdict of the step script, not the bare figures.</summary>
public sealed class OwnBatchReaderTests
{
    [Fact]
    public void A_threshold_that_few_rows_miss_is_no_degradation()
    {
        var told = Read(Execution("Succeeded", 12, []));

        told.Verdict.ShouldBe("clean");
        told.Sentence.ShouldBe("mine.csv: no drift was found; mse 12 misses the threshold 10, which may be chance.");
    }

    [Fact]
    public void A_violation_is_one()
    {
        var told = Read(Execution("Failed", 12, [new(StepNames.ModelQualityViolation, "Fail", "Failed", 1, 1, "missed")]));

        told.Verdict.ShouldBe("degraded");
        told.Sentence.ShouldBe("mine.csv: no drift was found; mse 12 misses the threshold 10.");
    }

    [Fact]
    public void What_is_not_judged_has_its_reason()
    {
        var told = Read(Execution("Succeeded", null, []) with { Judgement = new() { Verdict = "not judged: auc is undefined" } });

        told.Sentence.ShouldBe("mine.csv: no drift was found; not judged: auc is undefined.");
    }

    private static OwnBatchReport Read(ExecutionReport execution) => OwnBatchReader.Read("mine.csv", [execution], Metric.Mse, 10);

    private static ExecutionReport Execution(string status, double? value, IReadOnlyList<StepReport> steps) =>
        new(
            PipelineKind.BatchInference.Slug(),
            "arrival of mine.csv",
            status,
            null,
            1,
            0,
            1,
            steps,
            value is { } known ? new Dictionary<string, double> { ["mse"] = known } : new Dictionary<string, double>(),
            []
        );
}
