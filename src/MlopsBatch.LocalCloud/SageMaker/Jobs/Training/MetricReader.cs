using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MlopsBatch.LocalCloud.SageMaker.Executions;

namespace MlopsBatch.LocalCloud.SageMaker.Jobs.Training;

/// <summary>Finds a job's metrics in what it printed, by the regular expressions of MetricDefinitions: the last match counts.</summary>
internal static class MetricReader
{
    /// <summary>A definition's expression must not hold up the job.</summary>
    private static readonly TimeSpan MatchLimit = TimeSpan.FromSeconds(1);

    /// <returns>Name and value of every metric that was printed, in the order of the definitions.</returns>
    /// <exception cref="StepFailedException">An expression is none, or has no group for the value.</exception>
    public static IReadOnlyDictionary<string, double> Read(string logFile, IEnumerable<JsonObject> definitions)
    {
        var expressions = definitions.Select(definition => (Name: definition.Text("Name")!, Regex: Compile(definition))).ToList();
        var found = new Dictionary<string, double>(StringComparer.Ordinal);
        if (expressions.Count == 0 || !File.Exists(logFile))
        {
            return found;
        }
        foreach (var line in File.ReadLines(logFile))
        {
            foreach (var (name, regex) in expressions)
            {
                foreach (Match match in regex.Matches(line))
                {
                    if (
                        double.TryParse(match.Groups[1].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
                        && double.IsFinite(value)
                    )
                    {
                        found[name] = value;
                    }
                }
            }
        }
        return found;
    }

    private static Regex Compile(JsonObject definition)
    {
        var pattern = definition.Text("Regex")!;
        try
        {
            var regex = new Regex(pattern, RegexOptions.CultureInvariant, MatchLimit);
            if (regex.GetGroupNumbers().Length > 1)
            {
                return regex;
            }
        }
        catch (RegexParseException error)
        {
            throw StepFailedException.Client(
                $"The regular expression '{pattern}' of metric '{definition.Text("Name")}' can't be read: {error.Message}",
                error
            );
        }
        throw StepFailedException.Client(
            $"The regular expression '{pattern}' of metric '{definition.Text("Name")}' has no group for the value; put "
                + "the number in parentheses."
        );
    }
}
