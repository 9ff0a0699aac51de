using MlopsBatch.Aws.Iam;

namespace MlopsBatch.Inspection.Declared;

/// <summary>A policy that a resource declares.</summary>
/// <param name="Resource">The resource: the policy itself, or what it belongs to.</param>
/// <param name="Kind">Where it is attached.</param>
/// <param name="Document">What it says.</param>
public sealed record DeclaredPolicy(RecordedResource Resource, PolicyKind Kind, PolicyDocument Document)
{
    /// <summary>Resource type to the input that holds its policy, and what kind of policy that is.</summary>
    public static IReadOnlyDictionary<string, (string Input, PolicyKind Kind)> Inputs { get; } =
        new Dictionary<string, (string, PolicyKind)>
        {
            [ResourceTypes.BucketPolicy] = ("policy", PolicyKind.Resource),
            [ResourceTypes.EventBusPolicy] = ("policy", PolicyKind.Resource),
            [ResourceTypes.Key] = ("policy", PolicyKind.Key),
            [ResourceTypes.LogResourcePolicy] = ("policyDocument", PolicyKind.Resource),
            [ResourceTypes.ModelPackageGroupPolicy] = ("resourcePolicy", PolicyKind.Resource),
            [ResourceTypes.Policy] = ("policy", PolicyKind.Identity),
            [ResourceTypes.QueuePolicy] = ("policy", PolicyKind.Resource),
            [ResourceTypes.Role] = ("assumeRolePolicy", PolicyKind.Trust),
            [ResourceTypes.RolePolicy] = ("policy", PolicyKind.Identity),
            [ResourceTypes.TopicPolicy] = ("policy", PolicyKind.Resource),
        };

    /// <summary>The policy's JSON; null if the resource's type has none, or it isn't set.</summary>
    public static string? TextOf(RecordedResource resource) =>
        Inputs.TryGetValue(resource.Type, out var policy) ? resource.Text(policy.Input) : null;

    /// <summary>The resource's policy; null if its type has none, or it isn't set.</summary>
    /// <exception cref="PolicyFormatException">AWS wouldn't take it; the message names every fault.</exception>
    public static DeclaredPolicy? Of(RecordedResource resource) =>
        TextOf(resource) is { } text ? new(resource, Inputs[resource.Type].Kind, PolicyDocument.Parse(text)) : null;

    public IEnumerable<DeclaredStatement> Statements => Document.Statements.Select(statement => new DeclaredStatement(this, statement));
}
