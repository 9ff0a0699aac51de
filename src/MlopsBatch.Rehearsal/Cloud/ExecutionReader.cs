using System.Text.Json;
using System.Text.Json.Nodes;
using MlopsBatch.Events;
using MlopsBatch.LocalCloud.S3;
using MlopsBatch.LocalCloud.SageMaker.Executions;
using MlopsBatch.LocalCloud.Time;
using MlopsBatch.Pipelines.Names;
using MlopsBatch.Pipelines.Projects;
using MlopsBatch.Pipelines.Storage;
using MlopsBatch.Rehearsal.Reporting;

namespace MlopsBatch.Rehearsal.Cloud;

/// <summary>Reads what an execution left in S3 and in the registry.</summary>
/// <param name="account">Where it ran.</param>
/// <param name="project">The model.</param>
/// <param name="registry">Its registry group.</param>
/// <param name="clock">The cloud's clock.</param>
/// <param name="start">When the rehearsal started, by a real clock.</param>
internal sealed class ExecutionReader(
    AccountView account,
    ModelProject project,
    RegistryReader registry,
    VirtualClock clock,
    DateTimeOffset start
)
{
    private readonly S3Bucket _bucket = account.Bucket;

    public ExecutionReport Read(PipelineExecution execution, PipelineKind kind, string trigger, int? deployedVersion)
    {
        var end = execution.EndTime ?? execution.StartTime;
        var registered = registry.Versions().LastOrDefault(version => version.ExecutionArn == execution.Arn)?.Version;
        return new(
            kind.Slug(),
            trigger,
            execution.Status.ToString(),
            FailureReason(execution),
            kind == PipelineKind.BatchInference ? deployedVersion : registered,
            SinceStart(execution.StartTime),
            Seconds(end - execution.StartTime),
            [.. execution.Steps.Select(Step)],
            Metrics(execution.Id, kind),
            Violations(execution.Id),
            Judgement(execution.Id, kind)
        )
        {
            Account = account.Label,
            Id = execution.Id,
        };
    }

    public StepReport Step(StepExecution step) =>
        new(
            step.Name,
            step.Type,
            step.Status.ToString(),
            SinceStart(step.StartTime),
            step.EndTime is { } end ? Seconds(end - step.StartTime) : 0,
            step.FailureReason
        );

    private double SinceStart(DateTimeOffset time) => Seconds(clock.RealTime(time) - start);

    private static double Seconds(TimeSpan time) => Math.Round(time.TotalSeconds, 3);

    /// <summary>The failed step's reason says more than the execution's own.</summary>
    private static string? FailureReason(PipelineExecution execution) =>
        execution.Steps.FirstOrDefault(step => step.Status == StepStatus.Failed) is { } failed
            ? $"{failed.Name}: {failed.FailureReason}"
            : execution.FailureReason;

    private Dictionary<string, double> Metrics(string execution, PipelineKind kind)
    {
        var metrics = new Dictionary<string, double>();
        var isTraining = kind != PipelineKind.BatchInference;
        var key = ReportKey(execution, kind);
        if (_bucket.Find(key) is null)
        {
            return metrics;
        }

        using var report = JsonDocument.Parse(_bucket.ReadText(key));
        var values = isTraining ? report.RootElement.GetProperty("metric") : report.RootElement;
        Add(project.Metric.Name, "value");
        Add("naive", "naive");
        return metrics;

        void Add(string name, string property)
        {
            if (values.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.Number)
            {
                metrics[name] = value.GetDouble();
            }
        }
    }

    private string ReportKey(string execution, PipelineKind kind) =>
        kind == PipelineKind.BatchInference
            ? project.Layout.ModelQuality.Key(execution, S3Layout.ModelQualityReport)
            : project.Layout.TrainingEvaluations.Key(execution, S3Layout.Evaluation);

    private JudgementReport? Judgement(string execution, PipelineKind kind)
    {
        var key = ReportKey(execution, kind);
        if (_bucket.Find(key) is null || JsonNode.Parse(_bucket.ReadText(key)) is not JsonObject report)
        {
            return null;
        }

        // An evaluation keeps what is about the metric together; a batch's report has one metric only.
        if (report["metric"] is JsonObject metric)
        {
            report["verdict"] = metric["verdict"]?.DeepClone();
            report["judged"] = metric["judged"]?.DeepClone();
        }

        return report.Deserialize(JudgementJson.Default.JudgementReport);
    }

    private IReadOnlyList<ViolationReport> Violations(string execution)
    {
        var key = project.Layout.DataQuality.Key(execution, S3Layout.ConstraintViolations);
        if (_bucket.Find(key) is null)
        {
            return [];
        }

        var found = JsonSerializer.Deserialize(_bucket.ReadText(key), EventsJsonContext.Default.ConstraintViolations);
        return
        [
            .. (found?.Violations ?? []).Select(violation => new ViolationReport(
                violation.FeatureName ?? "",
                violation.CheckType ?? "",
                violation.Distance,
                violation.Description ?? ""
            )),
        ];
    }
}
