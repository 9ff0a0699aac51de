using System.Text.Json.Nodes;

namespace MlopsBatch.LocalCloud.SageMaker.Definitions;

/// <summary>One step of a definition; steps in the branches of a condition stand beside the others.</summary>
internal sealed record StepDefinition
{
    public required string Name { get; init; }

    /// <summary>Processing, Training, Condition, … (see <see cref="StepKind"/>).</summary>
    public required string Type { get; init; }

    /// <summary>The whole step, for keys that only its type has.</summary>
    public required JsonObject Json { get; init; }

    public required JsonObject Arguments { get; init; }

    public string? DisplayName { get; init; }

    public string? Description { get; init; }

    public IReadOnlyList<RetryPolicy> RetryPolicies { get; init; } = [];

    public IReadOnlyList<PropertyFile> PropertyFiles { get; init; } = [];

    /// <summary>The condition step in whose branch it stands.</summary>
    public string? Parent { get; init; }

    /// <summary>Whether that is the branch for true.</summary>
    public bool InIfBranch { get; init; }

    /// <summary>The steps that it waits for: named in DependsOn or referred to.</summary>
    public IReadOnlySet<string> Dependencies { get; init; } = new HashSet<string>();

    /// <summary>The names of the outputs that a job step declares.</summary>
    public IEnumerable<string> OutputNames =>
        (Arguments["ProcessingOutputConfig"]?["Outputs"] as JsonArray ?? [])
            .Select(output => (output as JsonObject)?["OutputName"]?.ToString())
            .OfType<string>();
}
