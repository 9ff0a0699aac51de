using System.Text.Json;
using MlopsBatch.Aws;
using MlopsBatch.Events;
using MlopsBatch.Events.EventBridge;
using MlopsBatch.Events.SageMaker;
using MlopsBatch.Events.Settings;
using MlopsBatch.Lambda.Common.Registry;
using MlopsBatch.Lambda.Common.Text;
using MlopsBatch.Pipelines.Names;

namespace MlopsBatch.Lambda.ApprovalDeploy;

/// <summary>Tells which events are a decision that GitLab must hear of.</summary>
public sealed class ApprovalFilter(LambdaSettings settings)
{
    /// <summary>The decision in the event, or why there is none.</summary>
    /// <exception cref="UnusableEventException">The event isn't what this function's rule should send.</exception>
    public (ApprovalChange? Change, string? Ignored) Read(ReadOnlyMemory<byte> bytes)
    {
        var e = Parse(bytes);
        if (e.Source != EventSources.SageMaker || e.DetailType != DetailTypes.ModelPackage)
        {
            throw new UnusableEventException(
                $"source \"{e.Source}\" and detail-type \"{e.DetailType}\" are not \"{EventSources.SageMaker}\" and "
                    + $"\"{DetailTypes.ModelPackage}\""
            );
        }

        if (
            e.Id is not { Length: > 0 } id
            || e.Detail is not { GroupName.Length: > 0, Version: > 0, ApprovalStatus: not null } detail
            || !PlainArn.TryParse(detail.Arn, out var arn)
            || arn.Service != "sagemaker"
        )
        {
            throw new UnusableEventException(
                "one of id, detail.ModelPackageGroupName, detail.ModelPackageVersion, detail.ModelPackageArn, "
                    + "detail.ModelApprovalStatus is missing or malformed"
            );
        }

        var change = new ApprovalChange(id, detail, settings.ByPackageGroup(detail.GroupName));
        return WhyIgnored(change) is { } reason ? (null, reason) : (change, null);
    }

    private static EventBridgeEvent<ModelPackageDetail> Parse(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            return JsonSerializer.Deserialize(bytes.Span, EventsJsonContext.Default.EventBridgeEventModelPackageDetail)
                ?? throw new UnusableEventException("it is null");
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException { Source: "System.Text.Json" })
        {
            throw new UnusableEventException($"it is no JSON of the right shape: {JsonFaults.Words(e)}");
        }
    }

    private string? WhyIgnored(ApprovalChange change)
    {
        if (settings.Models.Count > 0 && change.Model is null)
        {
            return $"group {change.Group} belongs to no model of the settings";
        }

        if (change.Status == ApprovalStatuses.Pending)
        {
            return "the version waits for a decision";
        }

        if (change.Status is not (ApprovalStatuses.Approved or ApprovalStatuses.Rejected))
        {
            throw new UnusableEventException(
                $"detail.ModelApprovalStatus is \"{change.Status}\", needs {ApprovalStatuses.Pending}, "
                    + $"{ApprovalStatuses.Approved} or {ApprovalStatuses.Rejected}"
            );
        }

        return change.Detail.Touches(UpdatedFields.ApprovalStatus) || NamesReviewNow(change)
            ? null
            : "neither the approval status nor the review changed";
    }

    /// <summary>
    /// Whether the review of an approved version was written down by this change. An approval description is written by
    /// people only, so even one without a reference gets an answer; metadata may be stamped by other programs, and is
    /// heeded only if it has the reference.
    /// </summary>
    private static bool NamesReviewNow(ApprovalChange change) =>
        change.IsApproval
        && ModelReview.Gate(change.Model).RequireReview
        && ReviewGate.IsRequired(change.Detail.CustomerMetadata)
        && (
            change.Detail.Touches(UpdatedFields.ApprovalDescription)
            || (
                change.Detail.Touches(UpdatedFields.CustomerMetadata)
                && ModelReview.Gate(change.Model).Reference(change.Detail.CustomerMetadata, null) is not null
            )
        );
}
