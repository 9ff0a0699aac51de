using System.Text.Json;
using System.Text.Json.Serialization;

namespace MlopsBatch.Events.Audit;

/// <summary>
/// Detail of the audit event <see cref="EventBridge.DetailTypes.StackDrift"/>: the scheduled job compared the account with what was
/// deployed, and it isn't the same, or the comparison failed. Account and region are in the event around it, by AWS.
/// </summary>
public sealed record StackDriftDetail
{
    /// <summary>True if the account differs; false if the job failed before it could tell.</summary>
    [JsonPropertyName("found")]
    public bool IsFound { get; init; }

    /// <summary>The Pulumi stack, such as <c>prod</c>.</summary>
    [JsonPropertyName("stack")]
    public string? Stack { get; init; }

    /// <summary>The commit that was deployed, which the account is compared with.</summary>
    [JsonPropertyName("commit")]
    public string? Commit { get; init; }

    [JsonPropertyName("gitLabPipelineUrl")]
    public string? GitLabPipelineUrl { get; init; }

    [JsonPropertyName("gitLabJobUrl")]
    public string? GitLabJobUrl { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; set; }
}
