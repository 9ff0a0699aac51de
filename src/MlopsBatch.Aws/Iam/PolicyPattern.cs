using System.Text;

namespace MlopsBatch.Aws.Iam;

/// <summary>
/// Text of a policy as AWS compares it: <c>*</c> and <c>?</c> stand for anything, and variables such as
/// <c>${aws:PrincipalAccount}</c> for values of the request, whose own stars mean themselves.
/// </summary>
/// <remarks>IAM user guide, "IAM policy elements: Variables and tags".</remarks>
internal static class PolicyPattern
{
    private const char Many = '\uE000';
    private const char One = '\uE001';

    /// <summary>The text with variables replaced, nothing in it being a wildcard; null if a variable has no value.</summary>
    public static string? Plain(string template, RequestContext? variables) => Expand(template, variables, '*', '?');

    /// <summary>Whether each variable of the text has a value.</summary>
    public static bool IsComplete(string template, RequestContext? variables) => Plain(template, variables) is not null;

    /// <summary>Whether a text fits a pattern; never if a variable has no value.</summary>
    /// <param name="template">Pattern.</param>
    /// <param name="text">Text of the request.</param>
    /// <param name="variables">The request's keys; null for a policy of a version that knows no variables.</param>
    public static bool Matches(string template, string text, RequestContext? variables) =>
        Expand(template, variables, Many, One) is { } pattern && Glob(pattern, text);

    /// <summary>Whether an action fits a pattern; AWS compares actions without case and knows no variables in them.</summary>
    public static bool MatchesAction(string pattern, string action) =>
        pattern.AsSpan().ContainsAny('*', '?')
            ? Glob(Expand(pattern.ToUpperInvariant(), variables: null, Many, One)!, action.ToUpperInvariant())
            : pattern.Equals(action, StringComparison.OrdinalIgnoreCase);

    /// <summary>The same for ARNs: each of the six parts for itself.</summary>
    /// <remarks>IAM user guide, "Amazon Resource Name (ARN) condition operators": each component is checked separately.</remarks>
    public static bool MatchesArn(string template, string arn, RequestContext? variables)
    {
        if (template == "*")
        {
            return true;
        }

        if (Expand(template, variables, Many, One) is not { } pattern)
        {
            return false;
        }

        var (wanted, got) = (pattern.Split(':', 6), arn.Split(':', 6));
        return wanted.Length == 6 && got.Length == 6 ? wanted.Zip(got).All(part => Glob(part.First, part.Second)) : Glob(pattern, arn);
    }

    private static string? Expand(string template, RequestContext? variables, char many, char one)
    {
        var text = new StringBuilder();
        for (var i = 0; i < template.Length; i++)
        {
            var end =
                variables is not null && template[i] == '$' && i + 1 < template.Length && template[i + 1] == '{'
                    ? template.IndexOf('}', i)
                    : -1;
            if (end < 0)
            {
                text.Append(
                    template[i] switch
                    {
                        '*' => many,
                        '?' => one,
                        var other => other,
                    }
                );
                continue;
            }

            if (Value(template[(i + 2)..end], variables!) is not { } value)
            {
                return null;
            }

            text.Append(value);
            i = end;
        }

        return text.ToString();
    }

    /// <summary>The request's value, or the default after a comma, as in <c>${aws:PrincipalTag/team, 'none'}</c>.</summary>
    private static string? Value(string variable, RequestContext variables)
    {
        if (variable is "*" or "?" or "$")
        {
            return variable;
        }

        var comma = variable.IndexOf(',', StringComparison.Ordinal);
        var key = (comma < 0 ? variable : variable[..comma]).Trim();
        return MultivaluedKeys.Contains(key) || variables.Find(key) is not [var value]
            ? comma < 0
                ? null
                : variable[(comma + 1)..].Trim().Trim('\'')
            : value;
    }

    private static bool Glob(string pattern, string text)
    {
        var (p, t, star, mark) = (0, 0, -1, 0);
        while (t < text.Length)
        {
            if (p < pattern.Length && (pattern[p] == One || (pattern[p] == text[t] && pattern[p] != Many)))
            {
                p++;
                t++;
            }
            else if (p < pattern.Length && pattern[p] == Many)
            {
                star = p++;
                mark = t;
            }
            else if (star >= 0)
            {
                p = star + 1;
                t = ++mark;
            }
            else
            {
                return false;
            }
        }

        return pattern.AsSpan(p).Trim(Many).IsEmpty;
    }
}
