using System.Collections.Immutable;
using MlopsBatch.Aws.Iam;

namespace MlopsBatch.Inspection.Declared;

/// <summary>
/// Asks the policies of a declared stack as AWS would: those of the caller, its boundary and the resource's own together.
/// </summary>
/// <remarks>
/// What the stack didn't make, a given bucket or key and another account's resource, has its policy elsewhere: it is taken to let
/// in whomever their own policies allow.
/// </remarks>
/// <param name="graph">The stack.</param>
public sealed class DeclaredAuthorization(DeclaredStack graph)
{
    private static readonly NamedPolicy Unseen = new(
        "a policy that isn't seen",
        PolicyDocument.Parse("""{"Statement":{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}}""")
    );

    private readonly Lazy<ILookup<string, DeclaredPolicy>> _attached = new(() => Attached(graph));

    /// <summary>Judges a request by all declared policies that have a say.</summary>
    /// <param name="caller">Who asks: a role of the stack by its ARN, a service by its name.</param>
    /// <param name="action">Such as <c>sqs:SendMessage</c>.</param>
    /// <param name="resource">ARN of what it is about.</param>
    /// <param name="context">Condition keys that AWS sends.</param>
    public AuthorizationDecision Decide(RequestPrincipal caller, string action, string resource, RequestContext context) =>
        PolicyEvaluator.Decide(
            new(caller, action, resource)
            {
                ResourceAccount = AccountOf(resource),
                Context = context,
                IdentityPolicies = caller.RoleArn is { } role ? [.. IdentityPolicies(role)] : [],
                PermissionsBoundary = caller.RoleArn is { } bound ? Boundary(bound) : null,
                ResourcePolicy = IsDeclared(resource) ? ResourcePolicy(resource) : Unseen,
            }
        );

    /// <summary>The declared role with this ARN; null if it is none of this stack's.</summary>
    public RecordedResource? Role(string arn) => graph.OfType(ResourceTypes.Role).FirstOrDefault(role => role.Arn == arn);

    /// <summary>S3's ARNs name no account: its own for a bucket of the stack.</summary>
    private string? AccountOf(string resource) =>
        resource.Split(':', 6) switch
        {
            [_, _, "s3", _, _, _] => IsDeclared(resource) ? graph.Stack.Account : null,
            [_, _, _, _, not "" and var account, _] => account,
            _ => null,
        };

    /// <summary>Whether the stack made it; what has no ARN or no policies of its own counts as made.</summary>
    private bool IsDeclared(string resource) =>
        resource.Split(':', 6) switch
        {
            [_, _, "s3", _, _, var path] => graph.OfType(ResourceTypes.Bucket).Any(bucket => bucket.Text("bucket") == path.Split('/')[0]),
            [_, _, "kms", _, _, _] => graph.OfType(ResourceTypes.Key).Any(key => key.Arn == resource),
            [_, _, "iam", _, _, _] => Role(resource) is not null,
            [_, _, _, _, not "" and var account, _] => account == graph.Stack.Account,
            _ => true,
        };

    private IEnumerable<NamedPolicy> IdentityPolicies(string roleArn) =>
        Role(roleArn) is { } role ? _attached.Value[role.Text("name")!].Select(Named) : [];

    /// <summary>Policies by the name of the role that has them.</summary>
    private static ILookup<string, DeclaredPolicy> Attached(DeclaredStack graph)
    {
        var identity = graph.Policies.Where(policy => policy.Kind == PolicyKind.Identity).ToList();
        var own = identity
            .Where(policy => policy.Resource.Type == ResourceTypes.RolePolicy)
            .Select(policy => (Role: policy.Resource.Text("role")!, policy));
        var attached =
            from attachment in graph.OfType(ResourceTypes.PolicyAttachment)
            from policy in identity
            where policy.Resource.Arn is { } arn && arn == attachment.Text("policyArn")
            select (Role: attachment.Text("role")!, policy);
        return own.Concat(attached).ToLookup(one => one.Role, one => one.policy);
    }

    private NamedPolicy? Boundary(string roleArn) =>
        Role(roleArn)?.Text("permissionsBoundary") is { } boundary
        && graph.Policies.FirstOrDefault(policy => policy.Resource.Arn == boundary) is { } policy
            ? Named(policy)
            : null;

    private NamedPolicy? ResourcePolicy(string resource)
    {
        if (resource.Split(':', 6) is not [_, _, var service, _, _, var rest])
        {
            return null;
        }

        return service switch
        {
            "s3" => Of(ResourceTypes.BucketPolicy, one => one.Text("bucket") == rest.Split('/')[0]),
            "kms" => Of(ResourceTypes.Key, one => one.Arn == resource),
            "sns" => Of(ResourceTypes.TopicPolicy, one => one.Text("arn") == resource),
            "sqs" => Of(ResourceTypes.QueuePolicy, one => one.Text("queueUrl")?.Split('/')[^1] == rest),
            "events" => Of(ResourceTypes.EventBusPolicy, one => $"event-bus/{one.Text("eventBusName")}" == rest),
            "logs" => Of(ResourceTypes.LogResourcePolicy, _ => true),
            "iam" => Of(ResourceTypes.Role, one => one.Arn == resource),
            "lambda" => Of(ResourceTypes.Permission, one => $"function:{one.Text("function")}" == rest),
            "sagemaker" => Of(ResourceTypes.ModelPackageGroupPolicy, one => rest.Split('/')[1] == one.Text("modelPackageGroupName")),
            _ => null,
        };
    }

    /// <summary>The resource's policy: Lambda and CloudWatch Logs put theirs together of many.</summary>
    private NamedPolicy? Of(string type, Func<RecordedResource, bool> isIt)
    {
        ImmutableArray<DeclaredPolicy> found = [.. graph.Policies.Where(policy => policy.Resource.Type == type && isIt(policy.Resource))];
        return found is [] ? null
            : found is [var one] ? Named(one)
            : new(
                string.Join(" and ", found.Select(policy => policy.Resource.Title)),
                new([.. found.SelectMany(policy => policy.Document.Statements)])
            );
    }

    private static NamedPolicy Named(DeclaredPolicy policy) => new(policy.Resource.Title, policy.Document);
}
