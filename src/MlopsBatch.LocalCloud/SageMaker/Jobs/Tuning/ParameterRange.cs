using System.Globalization;
using System.Text.Json.Nodes;
using MlopsBatch.LocalCloud.SageMaker.Executions;

namespace MlopsBatch.LocalCloud.SageMaker.Jobs.Tuning;

/// <summary>The range of one hyperparameter.</summary>
internal abstract record ParameterRange(string Name)
{
    /// <summary>Draws a value, spelt as a hyperparameter is.</summary>
    public abstract string Draw(Random random);

    /// <summary>Reads all ranges of ParameterRanges.</summary>
    /// <exception cref="StepFailedException">A bound is no number, or the lower one isn't the lower.</exception>
    public static IReadOnlyList<ParameterRange> Read(JsonNode? ranges) =>
        [
            .. ranges.Objects("ContinuousParameterRanges").Select(range => Bounded(range, whole: false)),
            .. ranges.Objects("IntegerParameterRanges").Select(range => Bounded(range, whole: true)),
            .. ranges
                .Objects("CategoricalParameterRanges")
                .Select(range => new Categorical(range.Text("Name")!, [.. range.Texts("Values")])),
        ];

    private static Numeric Bounded(JsonObject range, bool whole)
    {
        var name = range.Text("Name")!;
        var scaling = range.Text("ScalingType") ?? "Auto";
        if (
            !double.TryParse(range.Text("MinValue"), NumberStyles.Float, CultureInfo.InvariantCulture, out var min)
            || !double.TryParse(range.Text("MaxValue"), NumberStyles.Float, CultureInfo.InvariantCulture, out var max)
            || min > max
        )
        {
            throw StepFailedException.Client(
                $"The range of '{name}' needs numbers as MinValue and MaxValue, the lower first; got "
                    + $"'{range.Text("MinValue")}' and '{range.Text("MaxValue")}'."
            );
        }
        return (scaling, min, max) switch
        {
            ("Logarithmic", <= 0, _) => throw StepFailedException.Client(
                $"The range of '{name}' is Logarithmic, so MinValue must be above 0; got {range.Text("MinValue")}."
            ),
            ("ReverseLogarithmic", < 0, _) or ("ReverseLogarithmic", _, >= 1) => throw StepFailedException.Client(
                $"The range of '{name}' is ReverseLogarithmic, so it must lie in 0 ≤ x < 1; got {range.Text("MinValue")} "
                    + $"to {range.Text("MaxValue")}."
            ),
            _ => new Numeric(name, min, max, scaling, whole),
        };
    }

    /// <summary>Numbers between two bounds, both allowed.</summary>
    internal sealed record Numeric(string Name, double Min, double Max, string Scaling, bool Whole) : ParameterRange(Name)
    {
        public override string Draw(Random random)
        {
            // Whole numbers get equal shares, also the two at the ends.
            var (low, high) = Whole && Scaling is not "Logarithmic" ? (Min - 0.5, Max + 0.5) : (Min, Max);
            var share = random.NextDouble();
            var value = Scaling switch
            {
                "Logarithmic" => Math.Exp(Math.Log(low) + (share * (Math.Log(high) - Math.Log(low)))),
                "ReverseLogarithmic" when !Whole => 1 - Math.Exp(Math.Log(1 - low) + (share * (Math.Log(1 - high) - Math.Log(1 - low)))),
                _ => low + (share * (high - low)),
            };
            return Whole
                ? Math.Clamp(Math.Round(value, MidpointRounding.AwayFromZero), Min, Max).ToString("0", CultureInfo.InvariantCulture)
                : Math.Clamp(value, Min, Max).ToString("R", CultureInfo.InvariantCulture);
        }
    }

    /// <summary>One of several texts.</summary>
    internal sealed record Categorical(string Name, IReadOnlyList<string> Values) : ParameterRange(Name)
    {
        public override string Draw(Random random) => Values[random.Next(Values.Count)];
    }
}
