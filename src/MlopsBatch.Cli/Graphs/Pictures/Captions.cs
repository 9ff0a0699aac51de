using System.Text.RegularExpressions;
using MlopsBatch.Inspection.Declared;

namespace MlopsBatch.Cli.Graphs.Pictures;

/// <summary>Patterns and times in human words.</summary>
internal static partial class Captions
{
    /// <summary>When a rule fires.</summary>
    /// <param name="pattern">The rule's pattern.</param>
    /// <param name="roots">What keys begin with that needn't be said: the models' roots in the bucket.</param>
    public static string Of(DeclaredPattern pattern, IReadOnlyList<string> roots)
    {
        if (pattern.Keys.Count > 0)
        {
            return $"an object is written:\n{string.Join('\n', pattern.Keys.Select(key => Short(key, roots)).Distinct())}";
        }

        var states = Either(pattern.States);
        if (pattern.Groups.Count > 0)
        {
            return $"a version is\n{states.Replace(" or ", "\nor ", StringComparison.Ordinal)}";
        }

        if (pattern.Steps.Count > 0)
        {
            return $"step {Either(pattern.Steps)}\nis {states}";
        }

        if (pattern.PipelineArns.Count > 0)
        {
            return $"{(pattern.DetailTypes.Any(type => type.Contains("Step", StringComparison.Ordinal)) ? "a step" : "an execution")} "
                + $"is {states}";
        }

        return Wrap(Either([.. pattern.DetailTypes.Select(type => type.Replace("MlopsBatch ", "", StringComparison.Ordinal))]), 30);
    }

    /// <summary>When a schedule fires; an expression that is not one of the common ones is shown as it is.</summary>
    public static string OfSchedule(string expression, string? timeZone)
    {
        var zone = timeZone is null ? "" : $"\n{timeZone}";
        if (Common().Match(expression) is not { Success: true } match)
        {
            return expression + zone;
        }

        var time = $"at {match.Groups["hour"].Value.PadLeft(2, '0')}:{match.Groups["minute"].Value.PadLeft(2, '0')}";
        return (match.Groups["day"].Value == "*" ? $"every day {time}" : $"every month on day {match.Groups["day"].Value}\n{time}") + zone;
    }

    /// <summary>Breaks a text into lines.</summary>
    public static string Wrap(string text, int width)
    {
        var lines = new List<string>();
        foreach (var word in text.Split(' '))
        {
            if (lines.Count > 0 && lines[^1].Length + word.Length < width)
            {
                lines[^1] += $" {word}";
            }
            else
            {
                lines.Add(word);
            }
        }

        return string.Join('\n', lines);
    }

    private static string Short(string key, IEnumerable<string> roots) =>
        roots.FirstOrDefault(root => key.StartsWith($"{root}/", StringComparison.Ordinal)) is { } root ? key[(root.Length + 1)..] : key;

    private static string Either(IReadOnlyList<string> values) =>
        values.Count < 2 ? string.Concat(values) : $"{string.Join(", ", values.SkipLast(1))} or {values[^1]}";

    [GeneratedRegex(@"^cron\((?<minute>\d+) (?<hour>\d+) (?<day>\*|\d+) \* \? \*\)\z")]
    private static partial Regex Common();
}
