using System.Text.Json.Serialization;

namespace MlopsBatch.Events.Settings;

/// <summary>How much people are told.</summary>
public enum NotifyOn
{
    /// <summary>What failed or needs a decision, and the steps named in <see cref="LambdaSettings.Custom"/>.</summary>
    [JsonStringEnumMemberName("failures")]
    Failures,

    /// <summary>Every finished execution and every finished step as well.</summary>
    [JsonStringEnumMemberName("all")]
    All,
}
