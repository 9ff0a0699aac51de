using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json.Nodes;
using MlopsBatch.Aws.Iam;
using MlopsBatch.Inspection;
using MlopsBatch.Inspection.Declared;

namespace MlopsBatch.Tests.Proof;

/// <summary>Asks the policies of a declared stack as AWS would: those of the caller and those of the resource together.</summary>
internal sealed class DeclaredAccess(DeclaredGraph graph, Place place)
{
    private static readonly ConcurrentDictionary<string, PolicyDocument> Parsed = new();

    private static readonly NamedPolicy Everything = new(
        "everything",
        PolicyDocument.Parse("""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}""")
    );

    private static readonly NamedPolicy OpenResource = new(
        "another account's resource",
        PolicyDocument.Parse("""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}}""")
    );

    // A proof asks a hundred thousand times; what a policy says doesn't change in between.
    private readonly ConcurrentDictionary<Actor, ImmutableArray<NamedPolicy>> _identityPolicies = new();
    private readonly ConcurrentDictionary<Actor, NamedPolicy?> _boundaries = new();
    private readonly ConcurrentDictionary<(string Resource, bool IsAssumed), NamedPolicy?> _resourcePolicies = new();

    public AuthorizationDecision Decide(Actor actor, string action, string resource, RequestContext context)
    {
        var role = actor.Kind == ActorKind.Role ? place.Role(actor.Name) : actor.Name;
        return PolicyEvaluator.Decide(
            new(actor.Principal(graph, role), action, resource)
            {
                ResourceAccount = OwnerOf(resource),
                Context = Full(action, context),
                IdentityPolicies = _identityPolicies.GetOrAdd(actor, one => [.. IdentityPoliciesOf(one)]),
                PermissionsBoundary = _boundaries.GetOrAdd(actor, BoundaryOf),
                ResourcePolicy =
                    OwnerOf(resource) == graph.Account
                        ? _resourcePolicies.GetOrAdd((resource, action.StartsWith("sts:", StringComparison.Ordinal)), PolicyAt)
                        : ForeignPolicy(actor),
            }
        );
    }

    /// <summary>Whether somebody may do everything at home; only what resources' policies forbid them counts.</summary>
    public bool IsAdministrator(Actor actor) => actor.Kind == ActorKind.Anyone && actor.Name.Contains($"::{graph.Account}:");

    /// <summary>KMS names the account of whoever uses a key in every request (KMS developer guide, "kms:CallerAccount").</summary>
    private RequestContext Full(string action, RequestContext context) =>
        action.StartsWith("kms:", StringComparison.Ordinal) && context.Find("kms:CallerAccount") is null
            ? context.With("kms:CallerAccount", graph.Account)
            : context;

    private IEnumerable<NamedPolicy> IdentityPoliciesOf(Actor actor)
    {
        switch (actor.Kind)
        {
            case ActorKind.Anyone:
                return [Everything];
            case ActorKind.Person:
                return graph.OfType(ResourceTypes.Policy).Where(one => one.Name == actor.Name).Select(one => Named(one, "policy"));
            case ActorKind.Role:
                var name = place.Full(actor.Name);
                var attached = graph
                    .OfType(ResourceTypes.PolicyAttachment)
                    .Where(one => one.Text("role") == name)
                    .SelectMany(one => graph.OfType(ResourceTypes.Policy).Where(policy => ArnOf(policy) == one.Text("policyArn")));
                return graph
                    .OfType(ResourceTypes.RolePolicy)
                    .Where(one => one.Text("role") == name)
                    .Concat(attached)
                    .Select(one => Named(one, "policy"));
            default:
                return [];
        }
    }

    private NamedPolicy? BoundaryOf(Actor actor)
    {
        var arn = actor.Kind == ActorKind.Role ? RoleOf(place.Role(actor.Name))?.Text("permissionsBoundary") : null;
        return arn is null
            ? null
            : graph.OfType(ResourceTypes.Policy).Where(policy => ArnOf(policy) == arn).Select(one => Named(one, "policy")).FirstOrDefault();
    }

    /// <summary>Another account's resource lets every role in, so that the caller's own policies decide.</summary>
    private static NamedPolicy? ForeignPolicy(Actor actor) => actor.Kind is ActorKind.Role or ActorKind.Person ? OpenResource : null;

    private NamedPolicy? PolicyAt((string Resource, bool IsAssumed) asked)
    {
        var resource = asked.Resource;
        var arn = resource.Split(':', 6) is [_, _, var service, _, _, var rest] ? (service, rest) : (service: "", rest: resource);
        return arn switch
        {
            ("s3", var path) => First(ResourceTypes.BucketPolicy, "policy", one => one.Text("bucket") == path.Split('/')[0]),
            ("kms", var key) => First(ResourceTypes.Key, "policy", one => $"key/{one.Id}" == key),
            ("sns", _) => First(ResourceTypes.TopicPolicy, "policy", one => one.Text("arn") == resource),
            ("sqs", var queue) => First(ResourceTypes.QueuePolicy, "policy", one => one.Text("queueUrl")!.Split('/')[^1] == queue),
            ("events", var bus) => First(ResourceTypes.EventBusPolicy, "policy", one => $"event-bus/{one.Text("eventBusName")}" == bus),
            ("logs", _) => First(ResourceTypes.LogResourcePolicy, "policyDocument", _ => true),
            ("lambda", var function) => Permissions(function[(function.IndexOf(':') + 1)..]),
            ("iam", _) when asked.IsAssumed && RoleOf(resource) is { } role => Named(role, "assumeRolePolicy"),
            ("sagemaker", var group) => First(
                ResourceTypes.ModelPackageGroupPolicy,
                "resourcePolicy",
                one => group.Split('/')[1] == one.Text("modelPackageGroupName")
            ),
            _ => null,
        };
    }

    private NamedPolicy? First(string type, string input, Func<RecordedResource, bool> isIt) =>
        graph.OfType(type).Where(isIt).Select(one => Named(one, input)).FirstOrDefault();

    private RecordedResource? RoleOf(string arn) => graph.OfType(ResourceTypes.Role).FirstOrDefault(role => ArnOf(role) == arn);

    private string ArnOf(RecordedResource resource)
    {
        var kind = resource.Type == ResourceTypes.Role ? "role" : "policy";
        return $"arn:aws:iam::{graph.Account}:{kind}{resource.Text("path") ?? "/"}{resource.Text("name")}";
    }

    /// <summary>Lambda keeps each permission as a statement of the function's policy.</summary>
    private NamedPolicy? Permissions(string function)
    {
        var statements = graph
            .OfType(ResourceTypes.Permission)
            .Where(permission => permission.Text("function") == function)
            .Select(permission => new JsonObject
            {
                ["Effect"] = "Allow",
                ["Principal"] = new JsonObject { ["Service"] = permission.Text("principal") },
                ["Action"] = permission.Text("action"),
                ["Resource"] = place.Arn("lambda", $"function:{function}"),
                ["Condition"] = Conditions(permission),
            })
            .ToList();
        return statements.Count == 0
            ? null
            : new(
                $"permissions of {function}",
                Parse(new JsonObject { ["Version"] = "2012-10-17", ["Statement"] = new JsonArray([.. statements]) }.ToJsonString())
            );
    }

    private static JsonObject Conditions(RecordedResource permission)
    {
        var conditions = new JsonObject();
        if (permission.Text("sourceArn") is { } arn)
        {
            conditions["ArnLike"] = new JsonObject { ["AWS:SourceArn"] = arn };
        }

        if (permission.Text("sourceAccount") is { } account)
        {
            conditions["StringEquals"] = new JsonObject { ["AWS:SourceAccount"] = account };
        }

        return conditions;
    }

    private string OwnerOf(string resource) =>
        resource.Split(':', 6) switch
        {
            [_, _, "s3", _, _, var path] => path.StartsWith("example-mlops-dev", StringComparison.Ordinal) ? Place.Registry : graph.Account,
            [_, _, _, _, var account, _] => account,
            _ => graph.Account,
        };

    private static NamedPolicy Named(RecordedResource resource, string input) => new(resource.Title, Parse(resource.Text(input)!));

    private static PolicyDocument Parse(string json) => Parsed.GetOrAdd(json, PolicyDocument.Parse);
}
