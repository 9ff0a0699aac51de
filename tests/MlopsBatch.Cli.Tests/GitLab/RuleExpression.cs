using System.Text.RegularExpressions;

namespace MlopsBatch.Cli.Tests.GitLab;

/// <summary>Evaluates what our files write behind <c>if:</c>: comparisons of variables, joined by <c>&amp;&amp;</c>.</summary>
/// <remarks>Source: GitLab documentation, "CI/CD YAML syntax reference", <c>rules:if</c>. Anything else throws, so that no expression
/// passes unread.</remarks>
internal static partial class RuleExpression
{
    public static bool Holds(string expression, IReadOnlyDictionary<string, string> variables) =>
        expression.Split("&&", StringSplitOptions.TrimEntries).All(comparison => Compare(comparison, variables));

    private static bool Compare(string text, IReadOnlyDictionary<string, string> variables)
    {
        var match = Comparison().Match(text);
        if (!match.Success)
        {
            throw new FormatException($"Not understood: {text}");
        }

        var left = variables.GetValueOrDefault(match.Groups["left"].Value);
        var right = match.Groups["right"].Value;
        return match.Groups["operator"].Value switch
        {
            "=~" => Regex.IsMatch(left ?? "", right.Trim('/')),
            "==" => left == Value(right, variables),
            _ => left != Value(right, variables),
        };
    }

    private static string? Value(string text, IReadOnlyDictionary<string, string> variables) =>
        text[0] == '$' ? variables.GetValueOrDefault(text[1..]) : text.Trim('"');

    [GeneratedRegex("""^\$(?<left>\w+) (?:(?<operator>=~) (?<right>/[^/]+/)|(?<operator>==|!=) (?<right>"[^"]*"|\$\w+))$""")]
    private static partial Regex Comparison();
}
