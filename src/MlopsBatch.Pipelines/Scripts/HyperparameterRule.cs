using System.Globalization;
using System.Text.Json.Serialization;
using MlopsBatch.Pipelines.Projects;

namespace MlopsBatch.Pipelines.Scripts;

/// <summary>What the training script takes as one of its hyperparameters.</summary>
public sealed record HyperparameterRule
{
    /// <summary><c>integer</c> or <c>continuous</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The smallest value allowed.</summary>
    public required double Min { get; init; }

    /// <summary>The largest value allowed.</summary>
    public required double Max { get; init; }

    /// <summary>What the script takes if none is given.</summary>
    public double Default { get; init; }

    /// <summary>The two bounds between which tuning searches unless the settings say otherwise; null: it doesn't.</summary>
    public IReadOnlyList<double>? Search { get; init; }

    /// <summary>Whether it searches on a logarithmic scale.</summary>
    public bool Logarithmic { get; init; }

    [JsonIgnore]
    public bool IsInteger => Kind == "integer";

    /// <summary>What a value needs: <c>a whole number from 1 to 1000</c>.</summary>
    [JsonIgnore]
    public string Needs =>
        string.Create(CultureInfo.InvariantCulture, $"{(IsInteger ? "a whole number" : "a number")} from {Min:R} to {Max:R}");

    /// <summary>Whether the script takes the value.</summary>
    public bool Takes(string value) =>
        double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && Takes(number);

    /// <inheritdoc cref="Takes(string)"/>
    public bool Takes(double value) => value >= Min && value <= Max && (!IsInteger || value == Math.Floor(value));

    internal HpoRange? SearchRange() =>
        Search is not [var low, var high] ? null
        : IsInteger ? new HpoRange.Integer((long)low, (long)high) { Logarithmic = Logarithmic }
        : new HpoRange.Continuous(low, high) { Logarithmic = Logarithmic };
}
