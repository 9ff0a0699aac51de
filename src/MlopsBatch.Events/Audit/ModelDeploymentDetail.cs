using System.Text.Json;
using System.Text.Json.Serialization;

namespace MlopsBatch.Events.Audit;

/// <summary>
/// Detail of the audit events <see cref="EventBridge.DetailTypes.ModelDeployed"/>,
/// <see cref="EventBridge.DetailTypes.ModelRolledBack"/> and <see cref="EventBridge.DetailTypes.ModelDeploymentFailed"/>: how
/// a deployment of one model to one account ended. The deploy job puts it on the default bus of that account, with
/// <see cref="EventBridge.EventSources.MlopsBatch"/> as source; account and region are in the event around it, by AWS.
/// </summary>
public sealed record ModelDeploymentDetail
{
    /// <summary>The model's name in the settings; null only for a job that failed before it knew one.</summary>
    [JsonPropertyName("model")]
    public string? Model { get; init; }

    /// <summary>ARN of the version that batch inference uses now, or should if the job failed; null if none is approved.</summary>
    [JsonPropertyName("modelPackageArn")]
    public string? ModelPackageArn { get; init; }

    /// <summary>The number of that version; null if none is approved.</summary>
    [JsonPropertyName("modelPackageVersion")]
    public int? ModelPackageVersion { get; init; }

    /// <summary>The number of the version before; null if there was none, or it isn't known.</summary>
    [JsonPropertyName("previousVersion")]
    public int? PreviousVersion { get; init; }

    /// <summary>What the event of a deployment that ended well is called: an account that has a lower version, or none any more, was
    /// rolled back.</summary>
    [JsonIgnore]
    public string DetailType =>
        (ModelPackageVersion ?? 0) < (PreviousVersion ?? 0)
            ? EventBridge.DetailTypes.ModelRolledBack
            : EventBridge.DetailTypes.ModelDeployed;

    /// <summary>The environment's name in GitLab, such as <c>production</c>.</summary>
    [JsonPropertyName("environment")]
    public string? Environment { get; init; }

    /// <summary>The Pulumi stack, such as <c>prod</c>.</summary>
    [JsonPropertyName("stack")]
    public string? Stack { get; init; }

    /// <summary>The commit that is deployed.</summary>
    [JsonPropertyName("commit")]
    public string? Commit { get; init; }

    [JsonPropertyName("gitLabPipelineUrl")]
    public string? GitLabPipelineUrl { get; init; }

    [JsonPropertyName("gitLabJobUrl")]
    public string? GitLabJobUrl { get; init; }

    /// <summary>
    /// Why the job failed, if it can tell; of one that ended well, why the version that was decided on isn't the one that is deployed.
    /// </summary>
    [JsonPropertyName("reason")]
    public string? Reason { get; init; }

    /// <summary>
    /// Id of the SageMaker event of the decision that this answers (the job's <see cref="GitLabVariables.EventId"/>); null or
    /// empty for a deployment that no decision started.
    /// </summary>
    [JsonPropertyName("causeEventId")]
    public string? CauseEventId { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; set; }
}
