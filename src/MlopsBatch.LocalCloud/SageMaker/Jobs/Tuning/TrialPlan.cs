using System.Text.Json.Nodes;
using MlopsBatch.LocalCloud.SageMaker.Executions;

namespace MlopsBatch.LocalCloud.SageMaker.Jobs.Tuning;

/// <summary>
/// Chooses the hyperparameters of all trials before the first one starts, so that they don't depend on which trial
/// ends first. Bayesian is treated as Random: which point a real surrogate would try next is not part of the contract.
/// </summary>
internal static class TrialPlan
{
    /// <summary>How often a point is drawn again to avoid one that was tried, before that is accepted.</summary>
    private const int Redraws = 50;

    /// <exception cref="StepFailedException">The strategy isn't emulated, or doesn't fit the ranges.</exception>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Create(JsonObject config, int seed)
    {
        var ranges = ParameterRange.Read(config["ParameterRanges"]);
        if (ranges.Count == 0)
        {
            throw StepFailedException.Client("ParameterRanges has no range; a tuning job needs at least one.");
        }
        var limit = config.Integer("ResourceLimits", "MaxNumberOfTrainingJobs");
        return config.Text("Strategy") switch
        {
            "Random" or "Bayesian" when limit is { } count => Drawn(ranges, count, seed),
            "Random" or "Bayesian" => throw StepFailedException.Client("ResourceLimits.MaxNumberOfTrainingJobs is missing."),
            "Grid" => Grid(ranges, limit),
            var other => throw StepFailedException.Client(
                $"The local cloud emulates the strategies Random, Bayesian (as Random) and Grid, not {other}."
            ),
        };
    }

    private static List<IReadOnlyDictionary<string, string>> Drawn(IReadOnlyList<ParameterRange> ranges, int count, int seed)
    {
        var random = new Random(seed);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var trials = new List<IReadOnlyDictionary<string, string>>();
        for (var trial = 0; trial < count; trial++)
        {
            var point = Point();
            for (var redraw = 0; redraw < Redraws && seen.Contains(Spell(point)); redraw++)
            {
                point = Point();
            }
            seen.Add(Spell(point));
            trials.Add(point);
        }
        return trials;

        Dictionary<string, string> Point() => ranges.ToDictionary(range => range.Name, range => range.Draw(random), StringComparer.Ordinal);
        static string Spell(Dictionary<string, string> point) => string.Join('\n', point.Values);
    }

    private static List<IReadOnlyDictionary<string, string>> Grid(IReadOnlyList<ParameterRange> ranges, int? limit)
    {
        if (ranges.FirstOrDefault(range => range is not ParameterRange.Categorical) is { } other)
        {
            throw StepFailedException.Client($"Strategy Grid takes categorical ranges only; '{other.Name}' is another one.");
        }
        var points = ranges
            .Cast<ParameterRange.Categorical>()
            .Aggregate(
                new List<Dictionary<string, string>> { new(StringComparer.Ordinal) },
                (partial, range) =>
                    [
                        .. partial.SelectMany(point =>
                            range.Values.Select(value => new Dictionary<string, string>(point, StringComparer.Ordinal)
                            {
                                [range.Name] = value,
                            })
                        ),
                    ]
            );
        return limit is { } count && count != points.Count
            ? throw StepFailedException.Client(
                $"The grid has {points.Count} points, so MaxNumberOfTrainingJobs must be {points.Count} or left out; got {count}."
            )
            : [.. points];
    }
}
