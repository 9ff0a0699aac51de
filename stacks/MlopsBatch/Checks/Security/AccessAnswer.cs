using System.Globalization;
using MlopsBatch.Aws.Iam;

namespace MlopsBatch.Checks.Security;

/// <summary>What policies say to what a row asks them.</summary>
/// <param name="IsMet">Whether it is what the row demands.</param>
/// <param name="Because">What was asked, and which statement decided.</param>
internal readonly record struct AccessAnswer(bool IsMet, string Because)
{
    /// <summary>Each request has to be allowed; the first that isn't is the reason.</summary>
    public static AccessAnswer Allowed(IEnumerable<(AuthorizationRequest Request, AuthorizationDecision Decision)> asked)
    {
        var all = asked.ToList();
        return all.Find(one => !one.Decision.IsAllowed) is { Decision: { } refused }
            ? new(false, string.Join("; ", [refused.Message, .. refused.NearMisses]))
            : new(true, string.Join("; ", all.Select(one => Text(one.Request, one.Decision)).Distinct()));
    }

    /// <summary>Each request has to be refused; the first that is allowed is the reason.</summary>
    /// <param name="asked">The requests.</param>
    /// <param name="whose">Whose requests they are, in words.</param>
    public static AccessAnswer Refused(IEnumerable<(AuthorizationRequest Request, AuthorizationDecision Decision)> asked, string whose)
    {
        var all = asked.ToList();
        // What isn't judged, because it hangs on something unknown, isn't refused.
        var allowed = all.Find(one =>
            one.Decision is { Outcome: not (AuthorizationOutcome.ImplicitDeny or AuthorizationOutcome.ExplicitDeny) }
        );
        return allowed.Decision is null
            ? new(true, string.Create(CultureInfo.InvariantCulture, $"refused in {all.Count} requests of {whose}"))
            : new(false, Text(allowed.Request, allowed.Decision));
    }

    /// <summary>All of them have to be met; what isn't is the reason.</summary>
    public static AccessAnswer All(IEnumerable<AccessAnswer> answers)
    {
        var all = answers.ToList();
        var unmet = all.Where(one => !one.IsMet).ToList();
        return new(unmet.Count == 0, string.Join("; ", (unmet.Count == 0 ? all : unmet).Select(one => one.Because).Distinct()));
    }

    private static string Text(AuthorizationRequest request, AuthorizationDecision decision) =>
        $"{request.Caller.Arn} may {request.Action} on {request.Resource}: {decision.Message}";
}
