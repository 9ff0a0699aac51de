namespace MlopsBatch.Aws.Iam;

/// <summary>Whether a request fulfils a condition.</summary>
internal static class ConditionEvaluator
{
    /// <param name="condition">The condition.</param>
    /// <param name="context">Keys of the request.</param>
    /// <param name="hasVariables">Whether the policy's version knows variables.</param>
    public static Finding Evaluate(PolicyCondition condition, RequestContext context, bool hasVariables)
    {
        var test = condition.Operator;
        var values = context.Find(condition.Key);
        if (test.Name.Equals("Null", StringComparison.OrdinalIgnoreCase))
        {
            return test is { Qualifier: SetQualifier.None, IfExists: false }
                ? Told(
                    condition.Values.Any(value => value.Equals(values is null ? "true" : "false", StringComparison.OrdinalIgnoreCase)),
                    condition,
                    context
                )
                : new(Truth.Unknown, $"the operator {test} isn't known");
        }

        if (!ConditionTests.TryFind(test.Name, out var known))
        {
            return new(Truth.Unknown, $"the operator {test} isn't known");
        }

        if (values is null or [])
        {
            if (test is { Qualifier: SetQualifier.ForAnyValue, IfExists: true })
            {
                return new(Truth.Unknown, $"{test} of a missing key: ForAnyValue gives false, IfExists true; AWS doesn't say which wins");
            }

            var fits =
                test.IfExists
                || test.Qualifier switch
                {
                    SetQualifier.ForAllValues => true,
                    SetQualifier.ForAnyValue => false,
                    _ => known.IsNegated,
                };
            return Told(fits, condition, context);
        }

        if (test.Qualifier == SetQualifier.None && (values.Value.Length > 1 || MultivaluedKeys.Contains(condition.Key)))
        {
            return new(
                Truth.Unknown,
                $"{condition.Key} holds a list, which {test} compares without ForAllValues or ForAnyValue; AWS doesn't say what that gives"
            );
        }

        var variables = hasVariables ? context : null;
        if (known.IsNegated && condition.Values.Any(wanted => !PolicyPattern.IsComplete(wanted, variables)))
        {
            return new(Truth.Unknown, $"its condition {condition} has a variable without value; AWS doesn't say what its negation gives");
        }

        bool Fits(string got) => condition.Values.Any(wanted => known.Fits(wanted, got, variables)) != known.IsNegated;
        return Told(test.Qualifier == SetQualifier.ForAnyValue ? values.Value.Any(Fits) : values.Value.All(Fits), condition, context);
    }

    private static Finding Told(bool fits, PolicyCondition condition, RequestContext context) =>
        Finding.Of(
            fits,
            () =>
                $"its condition {condition} doesn't hold, the request has "
                + (context.Find(condition.Key) is { } values ? $"[{string.Join(", ", values)}]" : "no such key")
        );
}
