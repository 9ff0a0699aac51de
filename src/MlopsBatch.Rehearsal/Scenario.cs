using MlopsBatch.Pipelines;
using MlopsBatch.Rehearsal.Cloud;
using MlopsBatch.Rehearsal.Data;
using MlopsBatch.Rehearsal.Progress;
using MlopsBatch.Rehearsal.Reporting;

namespace MlopsBatch.Rehearsal;

/// <summary>
/// The closed loop in its order: train, approve, score a clean batch, score a drifted one, tune, approve, score again.
/// An expectation that isn't met is a failed check; what can't go on without it is left out, and says so.
/// </summary>
internal sealed class Scenario(RehearsalCloud cloud, RehearsalData data, IRehearsalProgress progress)
{
    private readonly List<CheckReport> _checks = [];

    public IReadOnlyList<CheckReport> Checks => _checks;

    public async Task PlayAsync(CancellationToken cancellation)
    {
        cloud.Put(cloud.Layout.TrainingData.Key(Path.GetFileName(data.Files.Training)), data.PathOf(data.Files.Training));
        var training = await cloud.RunAsync(
            PipelineKind.Training,
            "arrival of training data",
            cloud.Layout.TrainingData.Key(Path.GetFileName(data.Files.Training)),
            cancellation
        );
        if (training.Steps.Any(step => step.Name == StepNames.MetricBelowThreshold))
        {
            progress.Say(
                $"no model of these rows beats the threshold {Sentence.Number(data.Threshold)}: try more training data, or another --threshold or --seed"
            );
        }

        if (
            !Expect("L1", "the training pipeline runs on the training data", training.Status == "Succeeded", Ending(training))
            || !ExpectRegistered(training)
        )
        {
            return;
        }

        Approve(training, description: "Better than the naive baseline.");
        if (!await ScoreCleanAsync("L6", training, cancellation))
        {
            return;
        }

        if (!await ScoreDriftedAsync(cancellation))
        {
            return;
        }

        var tuning = await cloud.RunAsync(
            PipelineKind.TrainingWithHpo,
            "violated model quality",
            cloud.Layout.TrainingData.Key(Path.GetFileName(data.Files.Training)),
            cancellation
        );
        if (
            !Expect("L8", "violated model quality starts the training with HPO", tuning.Status == "Succeeded", Ending(tuning))
            || !ExpectRegistered(tuning)
        )
        {
            return;
        }

        var version = cloud.Registry.Version(tuning.ModelVersion!.Value);
        var choice = tuning.Judgement?.Choice;
        Expect(
            "L9",
            "the tuned version asks for a review, unless the fixed hyperparameters are better",
            choice is not null && ReviewGate.IsRequired(version.Metadata) == (choice.Registered == "tuned"),
            $"version {version.Version}: {MetadataKeys.Review}={version.Metadata.GetValueOrDefault(MetadataKeys.Review, "(none)")}; {choice?.Sentence}"
        );
        Approve(tuning, description: "Review: hyperparameters seen in the rehearsal.");
        await ScoreCleanAsync("L9", tuning, cancellation);
    }

    private bool ExpectRegistered(ExecutionReport training)
    {
        var version = training.ModelVersion is { } number ? cloud.Registry.Version(number) : null;
        return Expect(
            "L2",
            "the model beats the threshold and is registered for approval",
            version?.Status == "PendingManualApproval",
            version is null ? "no version was registered" : $"version {version.Version}, {version.Status}{Sentence.Of(training)}"
        );
    }

    private void Approve(ExecutionReport training, string description)
    {
        var version = training.ModelVersion!.Value;
        cloud.Registry.Approve(version, description);
        progress.Say($"version {version} approved; batch inference is deployed with it");
        var deployed = cloud.DeployBatchInference();
        Expect(
            "L5",
            "approval deploys the approved version with the highest number",
            deployed == version,
            $"batch inference uses version {deployed}"
        );
    }

    /// <summary>
    /// A clean batch is scored and both checks give the right verdict. That the model misses its threshold on rows it has
    /// never seen is such a verdict, too: with a handful of rows it happens by chance, and it isn't the loop's failure.
    /// </summary>
    private async Task<bool> ScoreCleanAsync(string row, ExecutionReport training, CancellationToken cancellation)
    {
        var execution = await ScoreAsync(
            Path.GetFileName(data.Files.CleanBatch),
            data.Files.CleanBatch,
            data.Files.CleanTruth,
            "arrival of a clean batch",
            cancellation
        );
        var isMet = !execution.Metrics.TryGetValue(data.Metric, out var value) || Metric.Parse(data.Metric).IsMet(value, data.Threshold);
        if (!isMet)
        {
            progress.Say(
                $"the model misses its threshold on the clean batch ({data.Metric} {Sentence.Number(value)}); in production that starts the training with HPO. More training data or another --threshold helps."
            );
        }

        var verdict = isMet ? execution.Status == "Succeeded" : EndsInViolation(execution);
        var scored = execution.ModelVersion == training.ModelVersion && IsScored(execution);
        return Expect(
            row,
            $"a clean batch is scored with version {training.ModelVersion}, no drift is found, and its quality is judged",
            verdict && scored && execution.Violations.Count == 0,
            Ending(execution) + Sentence.Of(execution)
        );
    }

    private async Task<bool> ScoreDriftedAsync(CancellationToken cancellation)
    {
        var execution = await ScoreAsync(
            Path.GetFileName(data.Files.DriftedBatch),
            data.Files.DriftedBatch,
            data.Files.DriftedTruth,
            "arrival of a drifted batch",
            cancellation
        );
        Expect("L7", "drift is found and scoring goes on", execution.Violations.Count > 0 && IsScored(execution), Drift(execution));
        return Expect("L8", "the violated quality ends the execution in its own Fail step", EndsInViolation(execution), Ending(execution));
    }

    private Task<ExecutionReport> ScoreAsync(string name, string batch, string? truth, string trigger, CancellationToken cancellation)
    {
        // The truth comes first: an arriving batch starts the pipeline.
        if (truth is not null)
        {
            cloud.Put(cloud.Layout.GroundTruth.Key(name), data.PathOf(truth));
        }

        cloud.Put(cloud.Layout.InferenceData.Key(name), data.PathOf(batch));
        return cloud.RunAsync(PipelineKind.BatchInference, trigger, cloud.Layout.InferenceData.Key(name), cancellation);
    }

    private bool Expect(string id, string what, bool passed, string evidence)
    {
        _checks.Add(new(id, what, passed, evidence));
        if (!passed)
        {
            progress.Say($"not as expected ({id}): {what}: {evidence}");
        }

        return passed;
    }

    private static bool IsScored(ExecutionReport execution) =>
        execution.Steps.Any(step => step is { Name: StepNames.BatchInference, Status: "Succeeded" });

    private static bool EndsInViolation(ExecutionReport execution) =>
        execution.Status == "Failed" && execution.Steps.Any(step => step is { Name: StepNames.ModelQualityViolation, Status: "Failed" });

    private static string Drift(ExecutionReport execution) =>
        execution.Violations.Count == 0
            ? "no violation was found"
            : $"{execution.Violations.Count} violations: {string.Join(", ", execution.Violations.Take(5).Select(violation => violation.Distance is { } distance ? $"{violation.Feature} (distance {Sentence.Number(distance)})" : $"{violation.Feature} ({violation.Check})"))}{(execution.Violations.Count > 5 ? ", …" : "")}";

    private static string Ending(ExecutionReport execution) =>
        execution.FailureReason is { } reason ? $"{execution.Status}: {reason.ReplaceLineEndings(" ")}" : execution.Status;
}
