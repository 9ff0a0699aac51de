using System.Text.Json.Serialization;

namespace MlopsBatch.Events.Settings;

/// <summary>An own text for the mail about a step that reaches a status.</summary>
public sealed record CustomMessage
{
    [JsonPropertyName("stepName")]
    public required string StepName { get; init; }

    /// <summary><c>Starting</c>, <c>Executing</c>, <c>Succeeded</c>, <c>Failed</c>, <c>Stopping</c> or <c>Stopped</c>.</summary>
    [JsonPropertyName("stepStatus")]
    public required string StepStatus { get; init; }

    [JsonPropertyName("stepCustomMessage")]
    public required string StepCustomMessage { get; init; }

    /// <summary>Whether this message is for that step and status; letter case doesn't matter.</summary>
    public bool Matches(string stepName, string stepStatus) =>
        StepName.Equals(stepName, StringComparison.OrdinalIgnoreCase) && StepStatus.Equals(stepStatus, StringComparison.OrdinalIgnoreCase);
}
