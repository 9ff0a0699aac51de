using System.Collections.Immutable;

namespace MlopsBatch.Aws.Iam;

/// <summary>Judges requests as AWS documents it.</summary>
/// <remarks>
/// IAM user guide, "Policy evaluation logic", "Cross-account policy evaluation logic" and "Permissions boundaries for IAM
/// entities"; KMS developer guide, "Key policies in AWS KMS". Organisations' control policies and endpoints' policies are not
/// looked at. It holds no state.
/// </remarks>
public static class PolicyEvaluator
{
    /// <summary>Judges a request by all policies that have a say.</summary>
    public static AuthorizationDecision Decide(AuthorizationRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var owner = request.ResourceAccount ?? OwnerOf(request);
        var matcher = new StatementMatcher(request, request.Context.For(request.Caller, owner));
        var judgement = new Judgement(request, owner, Findings(request, matcher));
        var lenient = judgement.Decide(isLenient: true);
        return !judgement.IsOpen || judgement.Decide(isLenient: false).IsAllowed == lenient.IsAllowed ? lenient : judgement.NotJudged();
    }

    private static ImmutableArray<StatementFinding> Findings(AuthorizationRequest request, StatementMatcher matcher) =>
        [
            .. request.IdentityPolicies.SelectMany(policy => matcher.Match(PolicySide.Identity, policy)),
            .. Some(request.ResourcePolicy).SelectMany(policy => matcher.Match(PolicySide.Resource, policy)),
            .. Some(request.PermissionsBoundary).SelectMany(policy => matcher.Match(PolicySide.PermissionsBoundary, policy)),
            .. request.SessionPolicies.SelectMany(policy => matcher.Match(PolicySide.Session, policy)),
        ];

    private static IEnumerable<NamedPolicy> Some(NamedPolicy? policy) => policy is null ? [] : [policy];

    /// <summary>Account of the ARN; what has no ARN is the caller's own; null if that doesn't tell.</summary>
    private static string? OwnerOf(AuthorizationRequest request) =>
        request.Resource.Split(':', 6) is ["arn", _, _, _, not "" and var account, _] ? account
        : request.Resource == "*" ? request.Caller.Account
        : null;
}
