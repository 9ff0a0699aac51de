using System.Globalization;
using System.Text.Json.Nodes;
using MlopsBatch.Pipelines.Projects;

namespace MlopsBatch.Pipelines.Definition.Steps;

/// <summary>What a tuning job looks for, where, and for how long.</summary>
/// <param name="Options">The project's choice.</param>
/// <param name="Objective">What to optimise.</param>
/// <param name="MaxRuntimeInSeconds">Of all trials together; 120 to 15768000.</param>
/// <param name="Seed">Makes the choice of trials repeatable.</param>
public sealed record TuningSearch(HpoOptions Options, Metric Objective, int MaxRuntimeInSeconds, int Seed)
{
    internal IEnumerable<KeyValuePair<string, HpoRange>> SortedRanges => Options.Ranges.OrderBy(range => range.Key, StringComparer.Ordinal);

    internal static string Describe(HpoRange range) =>
        range switch
        {
            HpoRange.Integer whole => $"{whole.Min} to {whole.Max}",
            HpoRange.Continuous real => $"{Number(real.Min)} to {Number(real.Max)}",
            HpoRange.Categorical choice => string.Join(", ", choice.Values),
            _ => throw new NotSupportedException(range.GetType().Name),
        };

    internal JsonObject ToJson() =>
        Json.Object(
            ("Strategy", Options.Strategy.ToString()),
            (
                "HyperParameterTuningJobObjective",
                Json.Object(
                    ("Type", Objective.Direction == MetricDirection.LowerIsBetter ? "Minimize" : "Maximize"),
                    ("MetricName", Objective.ObjectiveName)
                )
            ),
            (
                "ResourceLimits",
                Json.Object(
                    // A grid's size follows from its ranges; SageMaker refuses any other number.
                    ("MaxNumberOfTrainingJobs", Options.Strategy == HpoStrategy.Grid ? null : (JsonNode)Options.MaxJobs),
                    ("MaxParallelTrainingJobs", Options.MaxParallel),
                    ("MaxRuntimeInSeconds", MaxRuntimeInSeconds)
                )
            ),
            (
                "ParameterRanges",
                Json.Object(
                    (
                        "ContinuousParameterRanges",
                        Ranges<HpoRange.Continuous>((name, range) => Bounds(name, Number(range.Min), Number(range.Max), range.Logarithmic))
                    ),
                    (
                        "IntegerParameterRanges",
                        Ranges<HpoRange.Integer>((name, range) => Bounds(name, Number(range.Min), Number(range.Max), range.Logarithmic))
                    ),
                    (
                        "CategoricalParameterRanges",
                        Ranges<HpoRange.Categorical>((name, range) => Json.Object(("Name", name), ("Values", Json.Array(range.Values))))
                    )
                )
            ),
            ("TrainingJobEarlyStoppingType", "Off"),
            ("RandomSeed", Seed)
        );

    private static JsonObject Bounds(string name, string min, string max, bool logarithmic) =>
        Json.Object(("Name", name), ("MinValue", min), ("MaxValue", max), ("ScalingType", logarithmic ? "Logarithmic" : "Auto"));

    private static string Number(IFormattable number) => number.ToString(null, CultureInfo.InvariantCulture);

    private JsonArray Ranges<T>(Func<string, T, JsonObject> render)
        where T : HpoRange => Json.Array(SortedRanges.Where(range => range.Value is T).Select(range => render(range.Key, (T)range.Value)));
}
