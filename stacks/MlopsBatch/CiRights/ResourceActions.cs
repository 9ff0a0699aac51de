using System.Text.Json.Nodes;

namespace MlopsBatch.CiRights;

/// <summary>What deploying one type of resource asks of AWS: the actions behind the calls that Pulumi's AWS provider makes.</summary>
/// <param name="Type">Type token, such as <c>aws:s3/bucket:Bucket</c>.</param>
/// <param name="Source">The file of the Terraform provider, which Pulumi's is made of, whose calls these are.</param>
public sealed record ResourceActions(string Type, string Source)
{
    public required IReadOnlyList<string> Create { get; init; }

    /// <summary>What a preview with refresh needs: never an object's data of the model, never a secret's value.</summary>
    public required IReadOnlyList<string> Read { get; init; }

    /// <summary>What changing it needs beside <see cref="Create"/>, whose actions often overwrite.</summary>
    public IReadOnlyList<string> Update { get; init; } = [];

    public IReadOnlyList<string> Delete { get; init; } = [];

    /// <summary>Needed only where the resource has the input of this name.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Where { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Service that the provider hands a role to; null if the resource takes none.</summary>
    public string? PassesRoleTo { get; init; }

    /// <summary>Service that uses the resource's key with the rights of whoever deploys; null if none does.</summary>
    public string? UsesKeyThrough { get; init; }

    /// <summary>The actions that a resource with these inputs needs.</summary>
    public IEnumerable<string> All(JsonObject inputs) =>
        [.. Create, .. Read, .. Update, .. Delete, .. Where.Where(extra => inputs[extra.Key] is not null).SelectMany(extra => extra.Value)];
}
