using MlopsBatch.Aws.Iam;
using MlopsBatch.Inspection.Declared;
using MlopsBatch.Platform.Iam;

namespace MlopsBatch.Checks.Security;

/// <summary>What rows ask of statements of identities' policies.</summary>
internal static partial class PolicyTests
{
    /// <summary>A service that no policy means.</summary>
    private const string StrangeService = "stranger.amazonaws.com";

    /// <summary>A key that no stack has.</summary>
    private static string AnotherKey => Here.Arn("kms", "eu-west-1", Stranger, "key/any").ToString();

    /// <summary>Keys and roles leave nothing to identities' policies unless their own policies say so.</summary>
    private static readonly NamedPolicy LeftToIdentities = new(
        "the resource's own",
        PolicyDocument.Parse(
            $$$"""{"Statement":{"Effect":"Allow","Principal":{"AWS":"{{{Stranger}}}"},"Action":"*","Resource":"*"}}"""
        )
    );

    /// <summary>Whether it allows none of the actions on what it names, be its conditions met.</summary>
    public static AccessAnswer GivesNone(DeclaredStatement statement, IEnumerable<string> actions) =>
        AccessAnswer.Refused(
            from action in actions
            from resource in Resources(statement)
            select AskIdentity(statement, Unconditional(statement), action, resource),
            "whoever has it"
        );

    /// <summary>
    /// Whether it allows only actions that it spells out: of none of the services that it names, and of no other, anything else.
    /// </summary>
    public static AccessAnswer GivesOnlyNamed(DeclaredStatement statement) =>
        AccessAnswer.Refused(
            from action in Unnamed(statement)
            from resource in Resources(statement)
            select AskIdentity(statement, Unconditional(statement), action, resource),
            "whoever has it for actions that it doesn't name"
        );

    /// <summary>
    /// Whether none of its actions is allowed on a resource that it doesn't name, in another account, but those that AWS lets
    /// nobody narrow; and of those none where a condition can narrow it and doesn't.
    /// </summary>
    public static AccessAnswer StaysHome(DeclaredStatement statement)
    {
        var elsewhere = Here.Arn("any", "any", Stranger, "any/any").ToString();
        return AccessAnswer.Refused(
            from action in statement.Actions.Select(Sample)
            let known = UnscopableAction.All.FirstOrDefault(one => one.Actions.Contains(action, StringComparer.OrdinalIgnoreCase))
            where known is null or { Narrowing: not null }
            let document = known is null ? Unconditional(statement) : new([statement.Statement])
            select AskIdentity(statement, document, action, elsewhere),
            "whoever has it elsewhere"
        );
    }

    /// <summary>Whether it allows an action on something that it names, be its conditions met.</summary>
    public static bool Gives(DeclaredStatement statement, string action) =>
        Resources(statement).Any(resource => AskIdentity(statement, Unconditional(statement), action, resource).Decision.IsAllowed);

    /// <summary>Whether it doesn't allow to decrypt with any key.</summary>
    public static AccessAnswer DecryptsNamedKeys(DeclaredStatement statement) =>
        AccessAnswer.Refused(
            [AskIdentity(statement, Unconditional(statement), "kms:Decrypt", AnotherKey)],
            "whoever has it for a key that it doesn't name"
        );

    /// <summary>Whether roles are passed by name, and to services that it names only.</summary>
    public static AccessAnswer PassesToNamed(DeclaredStatement statement)
    {
        const string pass = "iam:PassRole";
        const string to = "iam:PassedToService";
        PolicyDocument own = new([statement.Statement]);
        return AccessAnswer.Refused(
            [
                AskIdentity(statement, Unconditional(statement), pass, RoleOf(Stranger, "any")),
                .. from resource in Resources(statement)
                from context in new[] { RequestContext.Empty, RequestContext.Empty.With(to, StrangeService) }
                select AskIdentity(statement, own, pass, resource, context),
            ],
            "whoever has it for other roles or services"
        );
    }

    private static (AuthorizationRequest Request, AuthorizationDecision Decision) AskIdentity(
        DeclaredStatement statement,
        PolicyDocument document,
        string action,
        string resource,
        RequestContext? context = null
    ) =>
        Decide(
            new(RequestPrincipal.Role(RoleOf(Stranger, "any"), "session"), action, resource)
            {
                ResourceAccount = Stranger,
                Context = context ?? RequestContext.Empty,
                IdentityPolicies = [new(statement.Owner, document)],
                ResourcePolicy = LeftToIdentities,
            }
        );
}
