using System.Text.Json;
using System.Text.Json.Serialization;

namespace MlopsBatch.Events.Audit;

/// <summary>
/// Detail of our own audit events <see cref="EventBridge.DetailTypes.DeploymentTriggered"/>,
/// <see cref="EventBridge.DetailTypes.DeploymentRefused"/> and <see cref="EventBridge.DetailTypes.DeploymentFailed"/>:
/// what became of a person's decision about a model version.
/// </summary>
public sealed record DeploymentDetail
{
    [JsonPropertyName("model")]
    public string? Model { get; init; }

    [JsonPropertyName("modelPackageGroup")]
    public string? ModelPackageGroup { get; init; }

    [JsonPropertyName("modelPackageArn")]
    public string? ModelPackageArn { get; init; }

    [JsonPropertyName("modelPackageVersion")]
    public int? ModelPackageVersion { get; init; }

    /// <summary>The decision: <c>Approved</c> or <c>Rejected</c>.</summary>
    [JsonPropertyName("approvalStatus")]
    public string? ApprovalStatus { get; init; }

    /// <summary>One of <see cref="DeploymentChanges"/>.</summary>
    [JsonPropertyName("change")]
    public string? Change { get; init; }

    /// <summary>The review that the decision names, if one was due.</summary>
    [JsonPropertyName("reviewReference")]
    public string? ReviewReference { get; init; }

    /// <summary>Why it was refused or failed, in words for the person who decided.</summary>
    [JsonPropertyName("reason")]
    public string? Reason { get; init; }

    /// <summary>What to do about it.</summary>
    [JsonPropertyName("mend")]
    public string? Mend { get; init; }

    /// <summary>HTTP status of GitLab's answer, where there was one.</summary>
    [JsonPropertyName("gitLabStatus")]
    public int? GitLabStatus { get; init; }

    /// <summary>Id of GitLab's pipeline, once triggered.</summary>
    [JsonPropertyName("gitLabPipelineId")]
    public long? GitLabPipelineId { get; init; }

    /// <summary>Page of GitLab's pipeline, once triggered.</summary>
    [JsonPropertyName("gitLabPipelineUrl")]
    public string? GitLabPipelineUrl { get; init; }

    [JsonPropertyName("gitLabProject")]
    public string? GitLabProject { get; init; }

    [JsonPropertyName("gitLabRef")]
    public string? GitLabRef { get; init; }

    /// <summary>Id of the SageMaker event that this answers; the same for a repeated delivery.</summary>
    [JsonPropertyName("causeEventId")]
    public string? CauseEventId { get; init; }

    /// <summary>When the version was changed, ISO 8601, as SageMaker sent it.</summary>
    [JsonPropertyName("decidedAt")]
    public string? DecidedAt { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; set; }
}
