using System.Text.Json.Nodes;
using MlopsBatch.Pipelines.Definition.Values;

namespace MlopsBatch.Pipelines.Definition.Steps;

/// <summary>SageMaker's own data quality check, with the Model Monitor container.</summary>
public sealed class QualityCheckStep : ProcessingStepBase
{
    public QualityCheckStep(string name, string description, ProcessingJob job)
        : base(name, "QualityCheck", description, job) { }

    /// <summary>The registry group whose latest approved version has the baseline; null if one is supplied.</summary>
    public string? ModelPackageGroup { get; init; }

    public required Value<bool> SkipCheck { get; init; }

    public required Value<bool> RegisterNewBaseline { get; init; }

    /// <summary>Goes before the group's baseline; null: the group's.</summary>
    public Value<string>? SuppliedStatistics { get; init; }

    /// <summary>Goes before the group's baseline; null: the group's.</summary>
    public Value<string>? SuppliedConstraints { get; init; }

    public override IEnumerable<StepPort> Inputs =>
        [
            .. base.Inputs,
            .. Supplied("SuppliedBaselineStatistics", SuppliedStatistics),
            .. Supplied("SuppliedBaselineConstraints", SuppliedConstraints),
        ];

    public StepProperty CalculatedStatistics => Property("CalculatedBaselineStatistics");

    public StepProperty CalculatedConstraints => Property("CalculatedBaselineConstraints");

    public StepProperty StatisticsForDriftCheck => Property("BaselineUsedForDriftCheckStatistics");

    public StepProperty ConstraintsForDriftCheck => Property("BaselineUsedForDriftCheckConstraints");

    private protected override IEnumerable<(string Name, JsonNode? Value)> Extras(References references) =>
        [
            ("CheckType", "DATA_QUALITY"),
            ("ModelPackageGroupName", ModelPackageGroup),
            ("SkipCheck", SkipCheck.ToJson(references)),
            // Drift is a warning, with a mail of its own: it must not stop scoring, nor a training on the changed data.
            ("FailOnViolation", false),
            ("RegisterNewBaseline", RegisterNewBaseline.ToJson(references)),
            ("SuppliedBaselineStatistics", SuppliedStatistics?.ToJson(references)),
            ("SuppliedBaselineConstraints", SuppliedConstraints?.ToJson(references)),
        ];

    private static IEnumerable<StepPort> Supplied(string name, Value<string>? uri) =>
        uri is null ? [] : [new StepPort(name, uri.ToString())];

    private StepProperty Property(string name) => new(this, name, name);
}
