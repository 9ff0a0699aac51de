using System.Text.Json.Nodes;

namespace MlopsBatch.LocalCloud.SageMaker.Executions;

/// <summary>A step of an execution as it was at one moment (PipelineExecutionStep).</summary>
public sealed record StepExecution
{
    public required string Name { get; init; }

    /// <summary>The definition's Type, for example Processing.</summary>
    public required string Type { get; init; }

    public string? DisplayName { get; init; }

    public string? Description { get; init; }

    public required StepStatus Status { get; init; }

    public required DateTimeOffset StartTime { get; init; }

    /// <summary>Null while it runs.</summary>
    public DateTimeOffset? EndTime { get; init; }

    /// <summary>Why it failed, at most 1024 characters.</summary>
    public string? FailureReason { get; init; }

    /// <summary>The number of its try, from 1.</summary>
    public int AttemptCount { get; init; } = 1;

    /// <summary>
    /// PipelineExecutionStepMetadata in the camelCase of events, for example
    /// <c>{"processingJob":{"arn":…}}</c>. Treat it as read-only.
    /// </summary>
    public JsonObject Metadata { get; init; } = [];

    /// <summary>Whether it will not change any more.</summary>
    public bool HasEnded => Status is StepStatus.Stopped or StepStatus.Failed or StepStatus.Succeeded;
}
