using System.Collections.Immutable;

namespace MlopsBatch.Aws.Iam;

/// <summary>Puts together what the statements say.</summary>
/// <param name="request">The request.</param>
/// <param name="owner">Account of the resource; null if it isn't known.</param>
/// <param name="findings">What every statement of every side says.</param>
internal sealed class Judgement(AuthorizationRequest request, string? owner, ImmutableArray<StatementFinding> findings)
{
    /// <summary>Whether something isn't known.</summary>
    public bool IsOpen => findings.Any(one => one.Truth == Truth.Unknown);

    /// <summary>Decides once with all that isn't known against the caller, or once with it in favour.</summary>
    public AuthorizationDecision Decide(bool isLenient)
    {
        var (allowing, denying) = isLenient ? (Truth.Unknown, Truth.Yes) : (Truth.Yes, Truth.Unknown);
        if (findings.FirstOrDefault(one => !one.By.Statement.IsAllow && one.Truth >= denying) is { By: var denial })
        {
            return new(AuthorizationOutcome.ExplicitDeny, $"{Refusal()} with an explicit deny in {Article(denial.Side)}") { By = denial };
        }

        var allows = findings.Where(one => one.By.Statement.IsAllow && one.Truth >= allowing).ToLookup(one => one.By.Side);
        var needed = Needed(allows);
        return needed is not null ? Missing(needed.Value) : Allowed(allows);
    }

    /// <summary>It hangs on something that isn't known.</summary>
    public AuthorizationDecision NotJudged()
    {
        var open = findings.Where(one => one.Truth == Truth.Unknown).ToList();
        return new(
            AuthorizationOutcome.NotJudged,
            $"Not judged: whether {request.Caller.Arn} may {request.Action} on {request.Resource}: "
                + string.Join("; ", open.Select(one => $"{one.By}: {one.Why}"))
        )
        {
            By = open[0].By,
        };
    }

    /// <summary>The side that would have to allow it and doesn't; null if it is allowed.</summary>
    private PolicySide? Needed(ILookup<PolicySide, StatementFinding> allows)
    {
        var naming = allows[PolicySide.Resource].Select(one => one.Naming).DefaultIfEmpty().Max();
        if (request.Caller.Account is null)
        {
            return naming == Naming.Caller ? null : PolicySide.Resource;
        }

        var isOwn = owner == request.Caller.Account;
        // Whoever the resource's policy names needs no policy of their own in the same account, and if it names the caller
        // itself, not only its role, neither a boundary nor a session's policies stand in the way.
        if (isOwn && naming == Naming.Caller)
        {
            return null;
        }

        var isIdentityNeeded = request.Caller.Kind != RequestPrincipalKind.AccountRoot && !(isOwn && naming == Naming.Role);
        if (isIdentityNeeded && !allows[PolicySide.Identity].Any())
        {
            return IsNamingNeeded && naming == Naming.None ? PolicySide.Resource : PolicySide.Identity;
        }

        return request.PermissionsBoundary is not null && !allows[PolicySide.PermissionsBoundary].Any() ? PolicySide.PermissionsBoundary
            : !request.SessionPolicies.IsEmpty && !allows[PolicySide.Session].Any() ? PolicySide.Session
            : (!isOwn || IsNamingNeeded) && naming == Naming.None ? PolicySide.Resource
            : null;
    }

    /// <summary>Keys and roles don't trust their own account's policies unless their policy says so.</summary>
    private bool IsNamingNeeded =>
        (
            request.Action.StartsWith("kms:", StringComparison.OrdinalIgnoreCase)
            && request.Resource.Contains(":key/", StringComparison.Ordinal)
        ) || request.Action.StartsWith("sts:AssumeRole", StringComparison.OrdinalIgnoreCase);

    private static AuthorizationDecision Allowed(ILookup<PolicySide, StatementFinding> allows)
    {
        var by = allows[PolicySide.Resource].Concat(allows[PolicySide.Identity]).OrderByDescending(one => one.Truth).FirstOrDefault()?.By;
        return new(AuthorizationOutcome.Allowed, by is null ? "Allowed: the account's root user" : $"Allowed by {by}") { By = by };
    }

    private AuthorizationDecision Missing(PolicySide side) =>
        new(AuthorizationOutcome.ImplicitDeny, $"{Refusal()} because no {NameOf(side)} allows the {request.Action} action")
        {
            Missing = side,
            NearMisses =
            [
                .. findings
                    .Where(one => one.By.Side == side && one.By.Statement.IsAllow && one.Truth == Truth.No)
                    .Select(one => $"{one.By}: {one.Why}"),
            ],
        };

    private string Refusal() =>
        $"User: {request.Caller.Arn} is not authorized to perform: {request.Action} on resource: {request.Resource}";

    private static string Article(PolicySide side) => side is PolicySide.Identity ? $"an {NameOf(side)}" : $"a {NameOf(side)}";

    private static string NameOf(PolicySide side) =>
        side switch
        {
            PolicySide.Identity => "identity-based policy",
            PolicySide.Resource => "resource-based policy",
            PolicySide.PermissionsBoundary => "permissions boundary",
            _ => "session policy",
        };
}
