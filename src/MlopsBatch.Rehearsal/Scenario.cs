using MlopsBatch.LocalCloud.SageMaker.Registry;
using MlopsBatch.LocalCloud.Sns;
using MlopsBatch.Pipelines.Names;
using MlopsBatch.Pipelines.Projects;
using MlopsBatch.Rehearsal.Cloud;
using MlopsBatch.Rehearsal.Data;
using MlopsBatch.Rehearsal.Progress;
using MlopsBatch.Rehearsal.Reporting;

namespace MlopsBatch.Rehearsal;

/// <summary>
/// The closed loop. The scenario only does what people and the outside do: upload, approve, reject. All between is done by
/// the declared rules, targets, functions, topics and by GitLab. An expectation that isn't met is a failed check; what can't
/// go on without it is left out.
/// </summary>
internal sealed class Scenario(RehearsalCloud cloud, RehearsalData data, IRehearsalProgress progress)
{
    /// <summary>Rows of the closed loop.</summary>
    private const int Rows = 10;

    private readonly List<CheckReport> _checks = [];
    private int _seenExecutions;
    private int _seenMails;
    private int _seenDeployments;
    private int _seenEvents;

    public IReadOnlyList<CheckReport> Checks => _checks;

    /// <summary>Plays the loop; a row of which nothing was seen fails.</summary>
    public async Task PlayAsync(CancellationToken cancellation)
    {
        await PlayChaptersAsync(cancellation);
        foreach (var row in Enumerable.Range(1, Rows).Select(number => $"L{number}").Except(_checks.Select(check => check.Id)))
        {
            Expect(row, "it is seen at all", false, "the loop didn't get that far");
        }
    }

    private async Task PlayChaptersAsync(CancellationToken cancellation)
    {
        if (await TrainAsync(cancellation) is not { } first)
        {
            return;
        }

        await ApproveAsync(first, cancellation);
        await ScoreCleanAsync("L6", "clean.csv", first, cancellation);
        if (await DegradeAsync(cancellation) is { } tuned)
        {
            await ReviewAsync(first, tuned, cancellation);
            await ScoreCleanAsync("L9", "clean-again.csv", tuned, cancellation);
            await RollBackAsync(tuned, first, cancellation);
        }

        await CrashAsync(cancellation);
    }

    /// <summary>Training data arrives: a version is registered, and the data scientist is told.</summary>
    private async Task<int?> TrainAsync(CancellationToken cancellation)
    {
        var key = cloud.Layout.TrainingData.Key(Path.GetFileName(data.Files.Training));
        var seen = await DoAsync(() => cloud.Upload(key, data.PathOf(data.Files.Training)), cancellation);
        var training = seen.Execution(PipelineKind.Training);
        Expect(
            "L1",
            "the arrival of training data starts the training pipeline by itself",
            training is not null,
            training is null ? "no execution" : $"started by {training.Trigger}"
        );
        if (training?.Steps.Any(step => step.Name == StepNames.MetricBelowThreshold) == true)
        {
            progress.Say(
                $"no model of these rows beats the threshold {Sentence.Number(data.Threshold)}: try more training data, "
                    + "or another --threshold or --seed"
            );
        }

        var version = training?.ModelVersion is { } number ? cloud.Registry.Version(number) : null;
        var registered = Expect(
            "L2",
            "the model beats the threshold and the naive baseline and is registered for approval",
            version?.Status == ModelPackage.Pending,
            version is null
                ? training is null
                    ? "no version was registered"
                    : Ending(training)
                : $"version {version.Version}, {version.Status}{Sentence.Of(training!)}"
        );
        if (!registered)
        {
            return null;
        }

        ExpectMail("L3", "the responsible data scientist is told, with the ways to decide", seen, RehearsalStack.DataScientist, "approve");
        return version!.Version;
    }

    private async Task ApproveAsync(int version, CancellationToken cancellation)
    {
        Expect("L5", "as long as no version is approved, batch inference has none", cloud.DeployedVersion is null, "first deployment");
        var seen = await DecideAsync(version, ModelPackage.Approved, "Better than the naive baseline.", "L4", cancellation);
        ExpectDeployed("the approval reaches GitLab, which deploys the approved version", seen, version);
    }

    /// <summary>
    /// A clean batch is scored and both checks give the right verdict. That the model misses its threshold on rows it has
    /// never seen is such a verdict, too: with a handful of rows it happens by chance, and it isn't the loop's failure.
    /// </summary>
    private async Task ScoreCleanAsync(string row, string name, int version, CancellationToken cancellation)
    {
        var seen = await ScoreAsync(name, data.Files.CleanBatch, data.Files.CleanTruth, cancellation);
        var execution = seen.Execution(PipelineKind.BatchInference);
        var value = 0.0;
        var isMet =
            execution?.Metrics.TryGetValue(data.Metric, out value) != true || Metric.Parse(data.Metric).IsMet(value, data.Threshold);
        if (!isMet)
        {
            progress.Say(
                $"the model misses its threshold on the clean batch ({data.Metric} {Sentence.Number(value)}), which "
                    + "starts the training with HPO; more training data or another --threshold helps"
            );
        }

        Expect(
            row,
            $"the arrival of a clean batch has it scored with version {version}, no drift is found, and its quality is judged",
            execution is not null
                && (isMet ? execution.Status == "Succeeded" : EndsInViolation(execution))
                && execution.ModelVersion == version
                && IsScored(execution)
                && execution.Violations.Count == 0,
            execution is null ? "no execution" : Ending(execution) + Sentence.Of(execution)
        );
    }

    /// <summary>A drifted batch: a warning, scoring goes on; its truth shows the model failing: the training with HPO starts by
    /// itself.</summary>
    private async Task<int?> DegradeAsync(CancellationToken cancellation)
    {
        var seen = await ScoreAsync("drifted.csv", data.Files.DriftedBatch, data.Files.DriftedTruth, cancellation);
        var execution = seen.Execution(PipelineKind.BatchInference);
        Expect(
            "L7",
            "drift is found and scoring goes on",
            execution is { Violations.Count: > 0 } && IsScored(execution),
            execution is null ? "no execution" : Drift(execution)
        );
        ExpectMail(
            "L7",
            "a warning names the features that drifted",
            seen,
            RehearsalStack.DataScientist,
            execution?.Violations.FirstOrDefault()?.Feature ?? "drift"
        );
        Expect(
            "L8",
            "the violated quality ends the execution in its own Fail step",
            execution is not null && EndsInViolation(execution),
            execution is null ? "no execution" : Ending(execution)
        );
        var tuning = seen.Execution(PipelineKind.TrainingWithHpo);
        Expect(
            "L8",
            "the violated quality starts the training with HPO by itself",
            tuning?.Status == "Succeeded",
            tuning is null ? "no execution" : Ending(tuning)
        );
        return tuning?.ModelVersion;
    }

    private async Task ReviewAsync(int first, int tuned, CancellationToken cancellation)
    {
        var version = cloud.Registry.Version(tuned);
        if (!ReviewGate.IsRequired(version.Metadata))
        {
            Expect(
                "L9",
                "the better of both candidates has the approved hyperparameters, so no review is needed",
                true,
                $"version {tuned}"
            );
            var approved = await DecideAsync(tuned, ModelPackage.Approved, "Better than before.", "L4", cancellation);
            ExpectDeployed("the approval deploys the new version", approved, tuned);
            return;
        }

        var refused = await DecideAsync(tuned, ModelPackage.Approved, "Looks good.", "L4", cancellation);
        Expect(
            "L9",
            "changed hyperparameters aren't rolled out without a review",
            refused.Deployments == 0 && cloud.DeployedVersion == first,
            $"{refused.Deployments} deployments, batch inference uses version {cloud.DeployedVersion}"
        );
        ExpectMail("L9", "the refusal says how to add the review", refused, RehearsalStack.DataScientist, "review");
        var reviewed = await DecideAsync(tuned, ModelPackage.Approved, "Review: MRB-2041", "L9", cancellation);
        ExpectDeployed("with the review's reference the version is rolled out", reviewed, tuned);
    }

    private async Task RollBackAsync(int rejected, int before, CancellationToken cancellation)
    {
        var seen = await DecideAsync(rejected, ModelPackage.Rejected, "Business doesn't want it.", "L4", cancellation);
        ExpectDeployed("rejecting the deployed version rolls back to the one before", seen, before);
    }

    /// <summary>A crash is no verdict: operations are told, and nothing is trained.</summary>
    private async Task CrashAsync(CancellationToken cancellation)
    {
        var seen = await DoAsync(() => cloud.UploadText(cloud.Layout.InferenceData.Key("broken.csv"), "this,is,no,batch\n"), cancellation);
        var execution = seen.Execution(PipelineKind.BatchInference);
        Expect(
            "L10",
            "a batch that can't be read fails the execution",
            execution?.Status == "Failed" && !EndsInViolation(execution),
            execution is null ? "no execution" : Ending(execution)
        );
        ExpectMail("L10", "operations get one mail with the reason", seen, RehearsalStack.Operator, "broken.csv");
        Expect(
            "L8",
            "a crash doesn't start the training with HPO",
            seen.Execution(PipelineKind.TrainingWithHpo) is null,
            $"{seen.Executions.Count} executions"
        );
    }

    private Task<Seen> ScoreAsync(string name, string batch, string? truth, CancellationToken cancellation) =>
        DoAsync(
            () =>
            {
                // The truth comes first: an arriving batch starts the pipeline.
                if (truth is not null)
                {
                    cloud.Upload(cloud.Layout.GroundTruth.Key(name), data.PathOf(truth));
                }

                cloud.Upload(cloud.Layout.InferenceData.Key(name), data.PathOf(batch));
            },
            cancellation
        );

    private async Task<Seen> DecideAsync(int version, string status, string description, string row, CancellationToken cancellation)
    {
        progress.Say($"the data scientist sets version {version} to {status}: {description}");
        var seen = await DoAsync(() => cloud.Decide(version, status, description), cancellation);
        var now = cloud.Registry.Version(version).Status;
        Expect(row, $"the data scientist sets version {version} to {status}", now == status, $"it is {now}");
        return seen;
    }

    /// <summary>Does something, and sees what became of it once nothing goes on any more.</summary>
    private async Task<Seen> DoAsync(Action action, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        action();
        await cloud.SettleAsync(cancellation);
        var executions = cloud.Executions.Skip(_seenExecutions).ToList();
        var mails = cloud.Mails.Skip(_seenMails).ToList();
        var deployments = cloud.Pipelines.Count - _seenDeployments;
        var events = cloud.Events.Skip(_seenEvents).Select(happened => $"{happened.Source} \"{happened.DetailType}\"").ToList();
        _seenExecutions += executions.Count;
        _seenMails += mails.Count;
        _seenDeployments += deployments;
        _seenEvents += events.Count;
        foreach (var mail in mails)
        {
            progress.Say($"mail to {mail.To}: {mail.Subject}");
        }

        return new(executions, mails, deployments, events);
    }

    private void ExpectMail(string row, string what, Seen seen, string to, string word)
    {
        var mail = seen.Mails.FirstOrDefault(sent =>
            sent.To == to && $"{sent.Subject}\n{sent.Body}".Contains(word, StringComparison.OrdinalIgnoreCase)
        );
        var others = string.Join("; ", seen.Mails.Select(sent => $"{sent.To}: {sent.Subject}"));
        Expect(
            row,
            what,
            mail is not null,
            mail is not null
                ? $"to {mail.To}: {mail.Subject}"
                : $"no mail to {to} that says \"{word}\"; mails: {(others.Length > 0 ? others : "none")}; events: {Counted(seen.Events)}"
        );
    }

    private void ExpectDeployed(string what, Seen seen, int version) =>
        Expect(
            "L5",
            what,
            seen.Deployments == 1 && cloud.DeployedVersion == version && cloud.Pipelines[^1].Status == "success",
            $"{seen.Deployments} GitLab pipelines{LastPipeline()}; "
                + $"batch inference uses {(cloud.DeployedVersion is { } deployed ? $"version {deployed}" : "none")}"
        );

    private string LastPipeline() =>
        cloud.Pipelines.Count > 0
            ? $", the last {cloud.Pipelines[^1].Status} {cloud.Pipelines[^1].FailureReason}".TrimEnd()
            : "";

    private bool Expect(string id, string what, bool passed, string evidence)
    {
        _checks.Add(new(id, what, passed, evidence));
        if (!passed)
        {
            progress.Say($"not as expected ({id}): {what}: {evidence}");
        }

        return passed;
    }

    private static string Counted(IEnumerable<string> events) =>
        string.Join(", ", events.GroupBy(name => name).Select(group => $"{group.Count()} × {group.Key}"));

    private static bool IsScored(ExecutionReport execution) =>
        execution.Steps.Any(step => step is { Name: StepNames.BatchInference, Status: "Succeeded" });

    private static bool EndsInViolation(ExecutionReport execution) =>
        execution.Status == "Failed" && execution.Steps.Any(step => step is { Name: StepNames.ModelQualityViolation, Status: "Failed" });

    private static string Drift(ExecutionReport execution) =>
        execution.Violations.Count == 0
            ? "no violation was found"
            : $"{execution.Violations.Count} violations: "
                + string.Join(", ", execution.Violations.Take(5).Select(Drift))
                + (execution.Violations.Count > 5 ? ", …" : "");

    private static string Drift(ViolationReport violation) =>
        violation.Distance is { } distance
            ? $"{violation.Feature} (distance {Sentence.Number(distance)})"
            : $"{violation.Feature} ({violation.Check})";

    private static string Ending(ExecutionReport execution) =>
        execution.FailureReason is { } reason ? $"{execution.Status}: {reason.ReplaceLineEndings(" ")}" : execution.Status;

    /// <summary>What became of something that somebody did.</summary>
    private sealed record Seen(
        IReadOnlyList<ExecutionReport> Executions,
        IReadOnlyList<Mail> Mails,
        int Deployments,
        IReadOnlyList<string> Events
    )
    {
        public ExecutionReport? Execution(PipelineKind kind) => Executions.FirstOrDefault(execution => execution.Pipeline == kind.Slug());
    }
}
