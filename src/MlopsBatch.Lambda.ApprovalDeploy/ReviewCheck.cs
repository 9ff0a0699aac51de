using MlopsBatch.Lambda.Common.Registry;
using MlopsBatch.Pipelines.Names;

namespace MlopsBatch.Lambda.ApprovalDeploy;

/// <summary>Holds back an approved version with new hyperparameters until it names its review.</summary>
public sealed class ReviewCheck(IModelRegistry registry)
{
    /// <summary>Whether the version may be rolled out, and the review it names or why what it names is none.</summary>
    /// <remarks>The event's metadata and description are optional, so the registry is asked when they leave the question
    /// open. What can't be answered is not let through.</remarks>
    /// <exception cref="LookupException">The registry was needed and could not be asked.</exception>
    public async Task<ReviewVerdict> ExamineAsync(ApprovalChange change, CancellationToken cancellationToken)
    {
        var gate = ModelReview.Gate(change.Model);
        if (!change.IsApproval || !gate.RequireReview)
        {
            return new ReviewVerdict(true);
        }

        var metadata = change.Detail.CustomerMetadata;
        var description = change.Detail.ApprovalDescription;
        if (metadata is null || (ReviewGate.IsRequired(metadata) && gate.Reference(metadata, description) is null && description is null))
        {
            var version = await registry.DescribeAsync(change.Arn, cancellationToken);
            (metadata, description) = (version.Metadata, version.ApprovalDescription);
        }

        return new ReviewVerdict(
            gate.IsOpen(metadata, description),
            ReviewGate.IsRequired(metadata) ? gate.Reference(metadata, description) : null,
            ReviewGate.IsRequired(metadata) ? gate.Refused(metadata, description) : null,
            gate.Needs
        );
    }
}
