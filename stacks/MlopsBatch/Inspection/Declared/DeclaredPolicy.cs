using System.Text.Json.Nodes;
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
        resource.Type == ResourceTypes.Permission ? new(resource, PolicyKind.Resource, Permission(resource))
        : TextOf(resource) is { } text ? new(resource, Inputs[resource.Type].Kind, PolicyDocument.Parse(text))
        : null;

    /// <summary>
    /// The statement that Lambda writes into the function's policy
    /// (https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html).
    /// </summary>
    private static PolicyDocument Permission(RecordedResource permission)
    {
        var conditions = new JsonObject();
        if (permission.Text("sourceArn") is { } source)
        {
            conditions["ArnLike"] = new JsonObject { ["AWS:SourceArn"] = source };
        }

        if (permission.Text("sourceAccount") is { } account)
        {
            conditions["StringEquals"] = new JsonObject { ["AWS:SourceAccount"] = account };
        }

        var principal = permission.Text("principal")!;
        var statement = new JsonObject
        {
            ["Sid"] = permission.Text("statementId") ?? permission.Name,
            ["Effect"] = "Allow",
            ["Principal"] =
                principal == "*" ? "*"
                : principal.Contains(".amazonaws.", StringComparison.Ordinal) ? new JsonObject { ["Service"] = principal }
                : new JsonObject { ["AWS"] = principal },
            ["Action"] = permission.Text("action"),
            // A function's policy is about that function: the statement may as well say so without its ARN.
            ["Resource"] = "*",
        };
        if (conditions.Count > 0)
        {
            statement["Condition"] = conditions;
        }

        return PolicyDocument.Parse(
            new JsonObject { ["Version"] = PolicyDocument.CurrentVersion, ["Statement"] = new JsonArray(statement) }.ToJsonString()
        );
    }

    public IEnumerable<DeclaredStatement> Statements => Document.Statements.Select(statement => new DeclaredStatement(this, statement));
}
