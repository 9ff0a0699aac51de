using MlopsBatch.Aws;
using MlopsBatch.Aws.Iam;
using MlopsBatch.Inspection.Declared;

namespace MlopsBatch.Checks.Security;

/// <summary>What several rows ask of policies; the evaluator answers, not their text.</summary>
internal static class PolicyTests
{
    /// <summary>An account that no stack is in: AWS gives out none of these digits.</summary>
    private const string Stranger = "000000000000";

    /// <summary>Stands for the stack's own account where a resource's ARN doesn't name it.</summary>
    private const string Owner = "000000000001";

    private static readonly Partition Here = Partition.All[0];

    /// <summary>A key that no stack has.</summary>
    public static readonly string AnotherKey = Here.Arn("kms", "eu-west-1", Stranger, "key/any").ToString();

    private static readonly NamedPolicy Everything = new(
        "everything",
        PolicyDocument.Parse("""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}""")
    );

    /// <summary>Keys and roles leave nothing to identities' policies unless their own policies say so.</summary>
    private static readonly NamedPolicy LeftToIdentities = new(
        "the resource's own",
        PolicyDocument.Parse(
            $$$"""{"Statement":{"Effect":"Allow","Principal":{"AWS":"{{{Stranger}}}"},"Action":"*","Resource":"*"}}"""
        )
    );

    /// <summary>
    /// Whether even somebody whose own policies allow everything is refused each action on each resource without TLS, and
    /// isn't with it.
    /// </summary>
    /// <param name="policy">The resource's policy.</param>
    /// <param name="requests">Actions, each with the ARN that it is about.</param>
    public static bool RefusesPlainHttp(DeclaredPolicy policy, params (string Action, string Resource)[] requests)
    {
        return requests.All(request =>
            Outcome("false", request) == AuthorizationOutcome.ExplicitDeny && Outcome("true", request) == AuthorizationOutcome.Allowed
        );

        AuthorizationOutcome Outcome(string isEncrypted, (string Action, string Resource) request) =>
            PolicyEvaluator
                .Decide(
                    new(RequestPrincipal.Role(RoleOf(Stranger, "administrator"), "session"), request.Action, request.Resource)
                    {
                        ResourceAccount = Stranger,
                        Context = RequestContext.Empty.With("aws:SecureTransport", isEncrypted),
                        IdentityPolicies = [Everything],
                        ResourcePolicy = new(policy.Resource.Title, policy.Document),
                    }
                )
                .Outcome;
    }

    /// <summary>
    /// Whether a statement lets nobody in whom it doesn't mean: a service on behalf of nobody or of another account, a role of
    /// another name of an account that it names, anybody of another account.
    /// </summary>
    public static bool IsBound(DeclaredStatement statement)
    {
        var policy = new NamedPolicy(statement.Owner, new([statement.Statement]));
        var resources = statement.Resources.Count > 0 ? statement.Resources : [RoleOf(Owner, "any")];
        return (
            from principal in Strangers(statement)
            from action in statement.Actions.Select(Sample)
            from resource in resources.Select(Sample)
            from context in Contexts
            let owner = Arn.TryParse(resource, out var arn) && arn.Account.Length > 0 ? arn.Account : Owner
            select PolicyEvaluator.Decide(
                new(principal, action, resource)
                {
                    ResourceAccount = owner,
                    Context = context,
                    // In its own account the resource's policy says whom it lets in besides those whose own policies do.
                    IdentityPolicies = principal.Account is null || principal.Account == owner ? [] : [Everything],
                    ResourcePolicy = policy,
                }
            )
        ).All(decision => decision.Outcome is AuthorizationOutcome.ImplicitDeny or AuthorizationOutcome.ExplicitDeny);
    }

    /// <summary>Whether a statement lets somebody in whom nobody knows, whatever its conditions.</summary>
    public static bool LetsEveryoneIn(DeclaredStatement statement) =>
        statement.Actions.Any(action =>
            Resources(statement)
                .Any(resource =>
                    PolicyEvaluator
                        .Decide(
                            new(RequestPrincipal.Anonymous, Sample(action), resource)
                            {
                                ResourceAccount = Owner,
                                ResourcePolicy = new(statement.Owner, new([statement.Statement with { Conditions = [] }])),
                            }
                        )
                        .IsAllowed
                )
        );

    /// <summary>Whether a statement of an identity's policy gives an action on a resource, be its conditions met.</summary>
    public static bool Gives(DeclaredStatement statement, string action, string resource) =>
        PolicyEvaluator
            .Decide(
                new(RequestPrincipal.Role(RoleOf(Stranger, "any"), "session"), action, resource)
                {
                    ResourceAccount = Stranger,
                    IdentityPolicies = [new(statement.Owner, new([statement.Statement with { Conditions = [] }]))],
                    ResourcePolicy = LeftToIdentities,
                }
            )
            .IsAllowed;

    /// <summary>Whether it gives an action that it doesn't spell out: of a service that it names, or of any.</summary>
    public static bool GivesUnnamed(DeclaredStatement statement) =>
        statement
            .Actions.Select(action => action.Contains(':', StringComparison.Ordinal) ? action.Split(':')[0] : "any")
            .Any(service => Resources(statement).Any(resource => Gives(statement, $"{service}:AnythingElse", resource)));

    /// <summary>Whether it gives one of its actions on a resource that it doesn't name, in another account.</summary>
    public static bool GivesElsewhere(DeclaredStatement statement) =>
        statement.Actions.Select(Sample).Any(action => Gives(statement, action, Here.Arn("any", "any", Stranger, "any/any").ToString()));

    /// <summary>One resource for each pattern of a statement.</summary>
    public static IEnumerable<string> Resources(DeclaredStatement statement) => statement.Resources.Select(Sample);

    private static IEnumerable<RequestContext> Contexts =>
        [
            RequestContext.Empty,
            RequestContext
                .Empty.With("aws:SourceAccount", Stranger)
                .With("aws:SourceArn", Here.Arn("events", "eu-west-1", Stranger, "rule/any").ToString()),
        ];

    /// <summary>Nobody of them is meant.</summary>
    private static IEnumerable<RequestPrincipal> Strangers(DeclaredStatement statement) =>
        [
            RequestPrincipal.Anonymous,
            RequestPrincipal.Role(RoleOf(Stranger, "stranger"), "session"),
            .. (statement.Statement.Principals?.Values ?? [])
                .Where(principal => principal.Kind == PrincipalKind.Service)
                .Select(principal => RequestPrincipal.Service(principal.Value)),
            .. (statement.Statement.Principals?.Values ?? [])
                .Where(principal => principal.Kind == PrincipalKind.Aws)
                .Select(principal => Arn.TryParse(principal.Value, out var arn) && arn.Resource == "root" ? arn : null)
                .OfType<Arn>()
                .Select(root => RequestPrincipal.Role((root with { Resource = "role/stranger" }).ToString(), "session")),
        ];

    private static string RoleOf(string account, string name) => Here.Iam(account, $"role/{name}").ToString();

    private static string Sample(string pattern) => pattern.Replace("*", "any", StringComparison.Ordinal);
}
