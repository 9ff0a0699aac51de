using System.Collections.Immutable;
using System.Text.Json.Nodes;
using MlopsBatch.Inspection.Declared;

namespace MlopsBatch.Inspection;

/// <summary>One resource as the program declared it.</summary>
/// <param name="Type">Type token, such as <c>aws:s3/bucket:Bucket</c>.</param>
/// <param name="Name">Name in the program.</param>
/// <param name="Urn">As Pulumi's engine makes it: with the types of all component parents.</param>
/// <param name="Parent">URN of the parent; null for the stack's own children.</param>
/// <param name="Protect">Whether it, or a component that it belongs to, is protected against deletion.</param>
/// <param name="RetainOnDelete">Whether it stays when the program drops it.</param>
/// <param name="DependsOn">URNs of what it explicitly waits for.</param>
/// <param name="Inputs">Under their wire names.</param>
/// <param name="Id">What the mocks gave it; empty for components.</param>
public sealed record RecordedResource(
    string Type,
    string Name,
    string Urn,
    string? Parent,
    bool Protect,
    bool RetainOnDelete,
    ImmutableArray<string> DependsOn,
    JsonObject Inputs,
    string Id
)
{
    /// <summary>Its ARN, as the mocks or the engine gave it; null if its type has none.</summary>
    public string? Arn { get; init; }

    /// <summary>Whether it groups others and is nothing in AWS.</summary>
    public bool IsComponent => !Type.StartsWith("aws:", StringComparison.Ordinal) && !Type.StartsWith("pulumi:", StringComparison.Ordinal);

    /// <summary>Its type's bare name and its name, such as <c>Bucket data</c>.</summary>
    public string Title => $"{ResourceTypes.ShortName(Type)} {Name}";

    /// <summary>An input as text; null if it isn't set.</summary>
    public string? Text(string input) => Inputs[input]?.ToString();
}
