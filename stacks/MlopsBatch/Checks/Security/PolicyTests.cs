using System.Collections.Immutable;
using MlopsBatch.Aws;
using MlopsBatch.Aws.Iam;
using MlopsBatch.Inspection.Declared;

namespace MlopsBatch.Checks.Security;

/// <summary>What several rows ask of a policy or a statement; the evaluator answers, not its text.</summary>
internal static partial class PolicyTests
{
    /// <summary>An account that no stack is in: AWS gives out none of these digits.</summary>
    private const string Stranger = "000000000000";

    /// <summary>Stands for the stack's own account where a resource's ARN doesn't name it.</summary>
    private const string Owner = "000000000001";

    private static readonly Partition Here = Partition.All[0];

    private static readonly NamedPolicy Everything = new(
        "everything",
        PolicyDocument.Parse("""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}""")
    );

    /// <summary>
    /// Whether even somebody whose own policies allow everything is refused each action on each resource without TLS, and
    /// isn't with it.
    /// </summary>
    /// <param name="policy">The resource's policy.</param>
    /// <param name="requests">Actions, each with the ARN that it is about.</param>
    public static AccessAnswer RefusesPlainHttp(DeclaredPolicy policy, params (string Action, string Resource)[] requests)
    {
        return AccessAnswer.All([
            AccessAnswer.Refused(requests.Select(request => Ask("false", request)), "an administrator without TLS"),
            AccessAnswer.Allowed(requests.Select(request => Ask("true", request))),
        ]);

        (AuthorizationRequest, AuthorizationDecision) Ask(string isEncrypted, (string Action, string Resource) request) =>
            Decide(
                new(RequestPrincipal.Role(RoleOf(Stranger, "administrator"), "session"), request.Action, request.Resource)
                {
                    ResourceAccount = Stranger,
                    Context = RequestContext.Empty.With("aws:SecureTransport", isEncrypted),
                    IdentityPolicies = [Everything],
                    ResourcePolicy = new(policy.Resource.Title, policy.Document),
                }
            );
    }

    /// <summary>
    /// Whether a statement lets nobody in whom it doesn't mean: a service on behalf of nobody or of another account, a role of
    /// another name of an account that it names, anybody of another account.
    /// </summary>
    /// <param name="statement">The statement, of a resource's policy or a role's trust.</param>
    /// <param name="trusted">A service that can't say on whose behalf it comes; null: each has to.</param>
    public static AccessAnswer IsBound(DeclaredStatement statement, string? trusted = null)
    {
        var policy = new NamedPolicy(statement.Owner, new([statement.Statement with { Conditions = OfCallers(statement) }]));
        var resources = statement.Resources.Count > 0 ? statement.Resources : [RoleOf(Owner, "any")];
        return AccessAnswer.Refused(
            from principal in Strangers(statement)
            where principal.Arn != trusted
            from action in statement.Actions.Select(Sample)
            from resource in resources.Select(Sample)
            from context in Contexts
            let owner = Arn.TryParse(resource, out var arn) && arn.Account.Length > 0 ? arn.Account : Owner
            select Decide(
                new(principal, action, resource)
                {
                    ResourceAccount = owner,
                    Context = context,
                    // In its own account the resource's policy says whom it lets in besides those whose own policies do.
                    IdentityPolicies = principal.Account is null || principal.Account == owner ? [] : [Everything],
                    ResourcePolicy = policy,
                }
            ),
            "those whom it doesn't mean"
        );
    }

    /// <summary>Whether a statement lets nobody in whom nobody knows, whatever its conditions.</summary>
    public static AccessAnswer KeepsEveryoneOut(DeclaredStatement statement) =>
        statement.IsAllow
            ? AccessAnswer.Refused(
                from action in statement.Actions.Select(Sample)
                from resource in Resources(statement)
                select Decide(
                    new(RequestPrincipal.Anonymous, action, resource)
                    {
                        ResourceAccount = Owner,
                        ResourcePolicy = new(statement.Owner, Unconditional(statement)),
                    }
                ),
                "nobody known"
            )
            : new(true, "it allows nothing");

    /// <summary>Whether a resource's policy lets those whom it lets in do only what it spells out.</summary>
    public static AccessAnswer LetsDoOnlyNamed(DeclaredStatement statement) =>
        AccessAnswer.Refused(
            from principal in Named(statement)
            from action in Unnamed(statement)
            from resource in Resources(statement)
            select Decide(
                new(principal, action, resource)
                {
                    ResourceAccount = Owner,
                    IdentityPolicies = principal.Account is null ? [] : [Everything],
                    ResourcePolicy = new(statement.Owner, Unconditional(statement)),
                }
            ),
            "those whom it lets in for actions that it doesn't name"
        );

    /// <summary>Whether a function's permission is for calls alone, each on behalf of a source and an account that it names.</summary>
    /// <remarks>https://docs.aws.amazon.com/lambda/latest/dg/permissions-function-services.html</remarks>
    public static AccessAnswer CallsForNamed(DeclaredPolicy permission, string account)
    {
        var statement = permission.Statements.Single();
        var source = Sample(permission.Resource.Text("sourceArn") ?? "any");
        var strange = Here.Arn("events", "eu-west-1", Stranger, "rule/any").ToString();
        var (call, update) = ("lambda:InvokeFunction", "lambda:UpdateFunctionCode");
        (string? Source, string? Account, string Action)[] wrong =
        [
            (null, null, call),
            (source, null, call),
            (null, account, call),
            (source, Stranger, call),
            (strange, account, call),
            (source, account, update),
        ];
        return AccessAnswer.All([
            AccessAnswer.Refused(
                [
                    .. from principal in Named(statement) from one in wrong select Ask(principal, one.Source, one.Account, one.Action),
                    Ask(RequestPrincipal.Anonymous, source, account, call),
                    Ask(RequestPrincipal.Role(RoleOf(Stranger, "stranger"), "session"), source, account, call),
                ],
                "others than its source in its account"
            ),
            AccessAnswer.Allowed(Named(statement).Select(principal => Ask(principal, source, account, call))),
        ]);

        (AuthorizationRequest, AuthorizationDecision) Ask(RequestPrincipal principal, string? from, string? by, string action) =>
            Decide(
                new(principal, action, "any")
                {
                    ResourceAccount = account,
                    IdentityPolicies = principal.Account is null ? [] : [Everything],
                    Context = RequestContext.Empty.With("aws:SourceArn", from).With("aws:SourceAccount", by),
                    ResourcePolicy = new(permission.Resource.Title, permission.Document),
                }
            );
    }

    private static IEnumerable<string> Unnamed(DeclaredStatement statement) =>
        statement
            .Actions.Select(action => action.Contains(':', StringComparison.Ordinal) ? action.Split(':')[0] : "any")
            .Distinct()
            .Select(service => $"{service}:AnythingElse");

    /// <summary>Without conditions on what is asked for, such as a prefix: a stranger meets them as anybody does.</summary>
    private static ImmutableArray<PolicyCondition> OfCallers(DeclaredStatement statement) =>
        [
            .. statement.Conditions.Where(condition =>
                condition.Key.StartsWith("sts:", StringComparison.OrdinalIgnoreCase)
                || !statement.Actions.Any(action => condition.Key.Split(':')[0] == action.Split(':')[0])
            ),
        ];

    private static PolicyDocument Unconditional(DeclaredStatement statement) => new([statement.Statement with { Conditions = [] }]);

    private static (AuthorizationRequest Request, AuthorizationDecision Decision) Decide(AuthorizationRequest request) =>
        (request, PolicyEvaluator.Decide(request));

    /// <summary>One resource for each pattern of a statement.</summary>
    private static IEnumerable<string> Resources(DeclaredStatement statement) => statement.Resources.Select(Sample);

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
            .. Named(statement),
        ];

    /// <summary>The services that a statement names, and a role of each account whose root it names.</summary>
    private static IEnumerable<RequestPrincipal> Named(DeclaredStatement statement) =>
        [
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
