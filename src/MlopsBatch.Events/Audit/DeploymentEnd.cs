using System.Globalization;
using MlopsBatch.Aws;
using MlopsBatch.Events.EventBridge;

namespace MlopsBatch.Events.Audit;

/// <summary>What is told of a deployment that has ended: one event for each model that has or had a version.</summary>
/// <param name="job">The job.</param>
/// <param name="stack">The stack's name.</param>
/// <param name="before">Versions before, by model; null if not known.</param>
public sealed class DeploymentEnd(DeployJob job, string stack, IReadOnlyDictionary<string, string>? before)
{
    /// <summary>It ended well.</summary>
    /// <param name="after">Versions now, by model.</param>
    /// <param name="passedOver">
    /// Why approved versions can't be deployed, by their ARNs. Whoever approved one of them is told so, even where nothing changed.
    /// </param>
    public IReadOnlyList<AuditEntry> Succeeded(
        IReadOnlyDictionary<string, string> after,
        IReadOnlyDictionary<string, string>? passedOver = null
    )
    {
        ArgumentNullException.ThrowIfNull(after);
        var models = after.Keys.Concat(before?.Keys ?? []);
        var reason =
            job is { Model: { } decided, DecidedArn: { } arn } && after.GetValueOrDefault(decided) != arn
                ? passedOver?.GetValueOrDefault(arn)
                : null;
        return
        [
            .. (reason is null ? models : models.Append(job.Model!))
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
                .Select(model => Ended(model, after.GetValueOrDefault(model), model == job.Model ? reason : null)),
        ];
    }

    /// <summary>It failed or was cancelled: one event, so that an account of many models doesn't send as many mails.</summary>
    /// <param name="resolved">Versions that it should have rolled out, by model package group.</param>
    /// <param name="reason">Why, if the job can tell.</param>
    public AuditEntry Failed(IReadOnlyDictionary<string, string?> resolved, string? reason)
    {
        var target = GroupOf(job.DecidedArn) is { } group ? resolved.GetValueOrDefault(group) : null;
        return new(DetailTypes.ModelDeploymentFailed, Detail(job.Model, target) with { Reason = reason });
    }

    private AuditEntry Ended(string model, string? arn, string? reason)
    {
        var detail = Detail(model, arn) with { Reason = reason };
        return new(detail.DetailType, detail);
    }

    private ModelDeploymentDetail Detail(string? model, string? arn) =>
        new()
        {
            Model = model,
            ModelPackageArn = arn,
            ModelPackageVersion = NumberOf(arn),
            PreviousVersion = model is null ? null : NumberOf(before?.GetValueOrDefault(model)),
            Environment = job.Environment,
            Stack = stack,
            Commit = job.Commit,
            GitLabJobUrl = job.JobUrl,
            GitLabPipelineUrl = job.PipelineUrl,
            // The decision was about one model; for the others this deployment is no answer.
            CauseEventId = model == job.Model ? job.CauseEventId : null,
        };

    private static int? NumberOf(string? arn) =>
        Arn.TryParse(arn, out var version) && int.TryParse(version.Name, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    private static string? GroupOf(string? arn) =>
        Arn.TryParse(arn, out var version) && version.ResourceParts is ["model-package", var group, _] ? group : null;
}
