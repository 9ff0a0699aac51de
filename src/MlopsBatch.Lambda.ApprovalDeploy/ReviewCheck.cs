using MlopsBatch.Lambda.Common.Registry;
using MlopsBatch.Pipelines;

namespace MlopsBatch.Lambda.ApprovalDeploy;

/// <summary>Holds back an approved version with new hyperparameters until it names its review.</summary>
public sealed class ReviewCheck(IModelRegistry registry)
{
    /// <summary>Whether the version may be rolled out, and the review it names.</summary>
    /// <remarks>The event's metadata and description are optional, so the registry is asked when they leave the question
    /// open. What can't be answered is not let through.</remarks>
    /// <exception cref="LookupException">The registry was needed and could not be asked.</exception>
    public async Task<(bool IsOpen, string? Reference)> ExamineAsync(ApprovalChange change, CancellationToken cancellationToken)
    {
        if (!change.IsApproval || !(change.Model?.RequireReview ?? true))
        {
            return (true, null);
        }

        var metadata = change.Detail.CustomerMetadata;
        var description = change.Detail.ApprovalDescription;
        if (
            metadata is null
            || (ReviewGate.IsRequired(metadata) && ReviewGate.Reference(metadata, description) is null && description is null)
        )
        {
            var version = await registry.DescribeAsync(change.Arn, cancellationToken);
            (metadata, description) = (version.Metadata, version.ApprovalDescription);
        }

        var reference = ReviewGate.IsRequired(metadata) ? ReviewGate.Reference(metadata, description) : null;
        return (ReviewGate.IsOpen(requireReview: true, metadata, description), reference);
    }
}
