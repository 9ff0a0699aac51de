namespace MlopsBatch.Aws.Iam;

/// <summary>Whether statements are about a request.</summary>
internal sealed class StatementMatcher(AuthorizationRequest request, RequestContext context)
{
    /// <summary>What the policy's statements about the action say of the request.</summary>
    public IEnumerable<StatementFinding> Match(PolicySide side, NamedPolicy policy)
    {
        var hasVariables = policy.Document.Version != PolicyDocument.FirstVersion;
        return policy
            .Document.Statements.Where(statement => statement.Actions.Fits(pattern => PolicyPattern.MatchesAction(pattern, request.Action)))
            .Select(statement => Match(new(side, policy.Name, statement), hasVariables));
    }

    private StatementFinding Match(DecidingStatement by, bool hasVariables)
    {
        var statement = by.Statement;
        var (principal, naming) = by.Side == PolicySide.Resource ? Principal(statement) : (Finding.Yes, Naming.Caller);
        var conditions = statement.Conditions.Select(condition => ConditionEvaluator.Evaluate(condition, context, hasVariables));
        var worst = principal;
        foreach (var finding in conditions.Prepend(Resource(statement, hasVariables)))
        {
            // Most statements are about something else; a "no" needs no second reason.
            if (worst.Truth == Truth.No)
            {
                break;
            }
            worst = finding.Truth < worst.Truth ? finding : worst;
        }
        return new(by, worst.Truth, naming, worst.Why);
    }

    private Finding Resource(PolicyStatement statement, bool hasVariables)
    {
        if (statement.Resources is not { } resources)
        {
            return Finding.Yes;
        }

        var variables = hasVariables ? context : null;
        return resources.IsInverted && resources.Values.Any(pattern => !PolicyPattern.IsComplete(pattern, variables))
            ? new(Truth.Unknown, $"NotResource {resources} has a variable without value; AWS doesn't say what its negation gives")
            : Finding.Of(
                resources.Fits(pattern => PolicyPattern.MatchesArn(pattern, request.Resource, variables)),
                () => $"it is about {resources}"
            );
    }

    private (Finding, Naming) Principal(PolicyStatement statement)
    {
        if (statement.Principals is not { } principals)
        {
            return (new(Truth.No, "it names no principal"), Naming.None);
        }

        var naming = principals.Values.Max(one => PrincipalMatcher.NamingOf(one, request.Caller));
        if (!principals.IsInverted)
        {
            return (Finding.Of(naming != Naming.None, () => $"it is for {principals}"), naming);
        }

        return naming == Naming.None
            ? (Finding.Yes, Naming.Caller)
            : (
                new(Truth.Unknown, $"NotPrincipal {principals} is about the caller, its role and its account apart, which isn't judged"),
                naming
            );
    }
}
