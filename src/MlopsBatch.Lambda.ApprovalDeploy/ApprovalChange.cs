using MlopsBatch.Events.Audit;
using MlopsBatch.Events.SageMaker;
using MlopsBatch.Events.Settings;

namespace MlopsBatch.Lambda.ApprovalDeploy;

/// <summary>A person's decision about a model version, as the event tells it.</summary>
/// <param name="EventId">The event's id; the same for a repeated delivery.</param>
/// <param name="Detail">The version; its ARN, group, number and status are there.</param>
/// <param name="Model">The version's model; null without settings.</param>
public sealed record ApprovalChange(string EventId, ModelPackageDetail Detail, ModelSettings? Model)
{
    public string Group => Detail.GroupName!;

    public string Arn => Detail.Arn!;

    public string Status => Detail.ApprovalStatus!;

    /// <summary>The model's name, for people.</summary>
    public string Name => Model?.Name ?? Group;

    public bool IsApproval => Status == ApprovalStatuses.Approved;

    /// <summary>One of <see cref="DeploymentChanges"/>.</summary>
    public string Change => IsApproval ? DeploymentChanges.RollOut : DeploymentChanges.RollBack;
}
