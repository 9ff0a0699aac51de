using System.Globalization;
using Amazon.Lambda.Core;
using MlopsBatch.Events.Audit;
using MlopsBatch.Events.EventBridge;
using MlopsBatch.Events.Functions;
using MlopsBatch.Lambda.ApprovalDeploy.Audit;
using MlopsBatch.Lambda.ApprovalDeploy.GitLab;
using MlopsBatch.Lambda.ApprovalDeploy.Tokens;
using MlopsBatch.Lambda.Common.Calls;
using MlopsBatch.Lambda.Common.Hosting;
using MlopsBatch.Lambda.Common.Logging;
using MlopsBatch.Pipelines.Names;

namespace MlopsBatch.Lambda.ApprovalDeploy;

/// <summary>
/// The approval-deploy function: a person's decision in, a deployment in GitLab out. What became of the decision goes to
/// the audit trail; the notification function makes a mail of it. It ends well only if the audit trail has it.
/// </summary>
public sealed class ApprovalDeployFunction(
    ApprovalFilter filter,
    ReviewCheck review,
    IGitLab gitLab,
    IAuditTrail audit,
    GitLabOptions options,
    JsonLog log,
    TimeProvider time
) : IEventHandler
{
    // What is kept of the invocation's time for the audit event, after GitLab.
    private static readonly TimeSpan AuditTime = TimeSpan.FromSeconds(5);

    private readonly RecentChanges _recent = new(time);

    public async Task HandleAsync(Stream input, ILambdaContext context)
    {
        var started = time.GetTimestamp();
        log.Always(new LogField("requestId", context.AwsRequestId));
        try
        {
            using var copy = new MemoryStream();
            await input.CopyToAsync(copy);
            var (change, ignored) = filter.Read(copy.GetBuffer().AsMemory(0, (int)copy.Length));
            if (change is not null)
            {
                log.Always(
                    new("eventId", change.EventId),
                    new("model", change.Name),
                    new("modelPackageVersion", change.Detail.Version?.ToString(CultureInfo.InvariantCulture)),
                    new("modelPackageArn", change.Arn),
                    new("approvalStatus", change.Status)
                );
            }
            else
            {
                Log("Information", $"Nothing to deploy: {ignored}", "ignored", [], null);
                return;
            }

            var handled = _recent.Find(change);
            if (handled is { IsAudited: true })
            {
                Log("Information", "Nothing to deploy: this change has been handled before", "duplicate", [], handled.Detail);
                return;
            }

            if (handled is null)
            {
                handled = await DecideAsync(change, context, retry => Log("Warning", retry, "retrying", [], null));
                _recent.Add(change, handled);
            }

            await audit.WriteAsync(handled.DetailType, handled.Detail, CancellationToken.None);
            handled.IsAudited = true;
            var (outcome, metric) = Outcome(handled.DetailType);
            Log(
                outcome == "triggered" ? "Information" : "Warning",
                handled.Detail.Reason ?? $"Deployment started: {handled.Detail.GitLabPipelineUrl}",
                outcome,
                [MetricValue.Count(metric)],
                handled.Detail
            );
        }
        catch (Exception e)
        {
            Log(
                "Error",
                e.Message,
                "failed",
                [MetricValue.Count(FunctionMetrics.DeploysFailed)],
                null,
                new LogField("error", e.ToString())
            );
            throw;
        }

        void Log(
            string level,
            string message,
            string outcome,
            IReadOnlyList<MetricValue> metrics,
            DeploymentDetail? detail,
            params ReadOnlySpan<LogField> fields
        ) =>
            log.Write(
                level,
                message,
                metrics,
                [
                    new("outcome", outcome),
                    new("gitLabPipelineUrl", detail?.GitLabPipelineUrl),
                    new("durationMs", time.GetElapsedTime(started).TotalMilliseconds),
                    .. fields,
                ]
            );
    }

    private static (string Outcome, string Metric) Outcome(string detailType) =>
        detailType switch
        {
            DetailTypes.DeploymentTriggered => ("triggered", FunctionMetrics.DeploysTriggered),
            DetailTypes.DeploymentRefused => ("refused", FunctionMetrics.DeploysRefused),
            _ => ("failed", FunctionMetrics.DeploysFailed),
        };

    private async Task<RecentChanges.Handled> DecideAsync(ApprovalChange change, ILambdaContext context, Action<string> onRetry)
    {
        var remaining = Deadline.Of(context, time);
        using var deadline = remaining.Source(kept: AuditTime);
        var verdict = await review.ExamineAsync(change, deadline.Token);
        var detail = new DeploymentDetail
        {
            Model = change.Model?.Name,
            ModelPackageGroup = change.Group,
            ModelPackageArn = change.Arn,
            ModelPackageVersion = change.Detail.Version,
            ApprovalStatus = change.Status,
            Change = change.Change,
            ReviewReference = verdict.Reference,
            GitLabProject = options.Project,
            GitLabRef = options.Ref,
            CauseEventId = change.EventId,
            DecidedAt = change.Detail.LastModifiedTime,
        };
        if (!verdict.IsOpen)
        {
            return new(
                DetailTypes.DeploymentRefused,
                detail with
                {
                    Reason =
                        "The version's hyperparameters were changed by the optimisation, and the approval names no review "
                        + "of the model review board"
                        + (verdict.Refused is { } refused ? $": \"{refused}\" is none, it needs {verdict.Needs}." : "."),
                    Mend =
                        $"Name the review: write \"Review: {ReviewGate.Placeholder}\", with your board's own reference, into the approval "
                        + "description, or the reference into the version's metadata as reviewReference. The version is "
                        + "then rolled out by itself.",
                }
            );
        }

        try
        {
            var answer = await gitLab.StartDeploymentAsync(change, remaining.Left - AuditTime, onRetry);
            return answer.IsCreated
                ? new(
                    DetailTypes.DeploymentTriggered,
                    detail with
                    {
                        GitLabStatus = (int)answer.Status,
                        GitLabPipelineId = answer.PipelineId,
                        GitLabPipelineUrl = answer.PipelineUrl,
                    }
                )
                : new(
                    DetailTypes.DeploymentFailed,
                    detail with
                    {
                        GitLabStatus = (int)answer.Status,
                        Reason = $"GitLab answers {(int)answer.Status}: {(answer.Message.Length > 0 ? answer.Message : "no text")}",
                        Mend = GitLabMends.For(answer, options),
                    }
                );
        }
        catch (GitLabUnavailableException e) when (e.Mend is not null)
        {
            return new(DetailTypes.DeploymentFailed, detail with { Reason = e.Message, Mend = e.Mend });
        }
        catch (TokenException e) when (e.Mend is not null)
        {
            return new(DetailTypes.DeploymentFailed, detail with { Reason = e.Message, Mend = e.Mend });
        }
    }
}
