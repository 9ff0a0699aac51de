using System.Collections.Immutable;

namespace MlopsBatch.LocalCloud.Events;

/// <summary>Where a rule sends what matches.</summary>
public sealed record EventTarget
{
    /// <summary>Unique in its rule.</summary>
    public required string Id { get; init; }

    /// <summary>A function, topic, queue, log group, pipeline or bus.</summary>
    public required string Arn { get; init; }

    /// <summary>The role with which it is called; needed for pipelines and for buses of other accounts.</summary>
    public string? RoleArn { get; init; }

    /// <summary>A constant in place of the event; JSON.</summary>
    public string? Input { get; init; }

    /// <summary>A part of the event in its place, such as <c>$.detail</c>.</summary>
    public string? InputPath { get; init; }

    /// <summary>Names and paths of what <see cref="InputTemplate"/> takes from the event.</summary>
    public ImmutableSortedDictionary<string, string> InputPaths { get; init; } =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>A text with <c>&lt;name&gt;</c> where values go; null for none.</summary>
    public string? InputTemplate { get; init; }

    /// <summary>A pipeline's parameters: names to texts, or paths into the event that begin with <c>$.</c>.</summary>
    public ImmutableSortedDictionary<string, string> PipelineParameters { get; init; } =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    public RetrySettings Retry { get; init; } = new();

    /// <summary>ARN of the queue that takes what can't be delivered, or null.</summary>
    public string? DeadLetterTarget { get; init; }
}
