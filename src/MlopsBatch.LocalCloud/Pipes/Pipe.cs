namespace MlopsBatch.LocalCloud.Pipes;

/// <summary>A pipe from a queue to a function.</summary>
public sealed record Pipe
{
    public required string Name { get; init; }

    /// <summary>ARN of the queue.</summary>
    public required string Source { get; init; }

    /// <summary>ARN of the function.</summary>
    public required string Target { get; init; }

    public required string RoleArn { get; init; }

    /// <summary>Messages handed over at once, 1 to 10.</summary>
    public int BatchSize { get; init; } = 10;

    /// <summary>Whether it waits for the function's answer; if not, messages count as handed over when they are sent.</summary>
    public bool WaitsForAnswer { get; init; } = true;

    public bool Running { get; init; } = true;
}
