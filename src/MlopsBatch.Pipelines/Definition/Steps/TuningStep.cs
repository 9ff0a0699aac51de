using System.Text.Json.Nodes;
using MlopsBatch.Pipelines.Definition.Values;
using MlopsBatch.Pipelines.Storage;

namespace MlopsBatch.Pipelines.Definition.Steps;

/// <summary>Searches for better hyperparameters by training many models.</summary>
public sealed class TuningStep(string name, string description, TrainingJob trial, TuningSearch search) : Step(name, "Tuning", description)
{
    public override IEnumerable<StepPort> Inputs =>
        [.. trial.Inputs, .. search.SortedRanges.Select(range => new StepPort($"range {range.Key}", TuningSearch.Describe(range.Value)))];

    public override IEnumerable<StepPort> Outputs => [new("model", trial.OutputPath.ToString())];

    /// <summary>The URI of the best trial's model archive.</summary>
    public Value<string> TopModel =>
        Text.Of(
            $"{trial.OutputPath}/{new StepProperty(this, "TrainingJobSummaries[0].TrainingJobName", "bestTrial")}"
                + $"/output/{S3Layout.ModelArchive}"
        );

    private protected override IReadOnlyList<RetryPolicy> RetryPolicies => RetryPolicy.ForJobs;

    private protected override JsonObject Arguments(References references) =>
        Json.Object(
            ("HyperParameterTuningJobConfig", search.ToJson()),
            (
                "TrainingJobDefinition",
                Json.Object([
                    ("StaticHyperParameters", trial.HyperparametersToJson()),
                    ("AlgorithmSpecification", trial.Algorithm()),
                    .. trial.Environment(references),
                ])
            ),
            ("Tags", trial.Settings.TagList())
        );
}
