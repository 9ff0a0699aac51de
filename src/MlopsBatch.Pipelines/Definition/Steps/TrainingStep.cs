using System.Text.Json.Nodes;
using MlopsBatch.Pipelines.Definition.Values;

namespace MlopsBatch.Pipelines.Definition.Steps;

/// <summary>Trains one model with fixed hyperparameters.</summary>
public sealed class TrainingStep(string name, string description, TrainingJob job) : Step(name, "Training", description)
{
    public override IEnumerable<StepPort> Inputs => job.Inputs;

    public override IEnumerable<StepPort> Outputs => [new("model", job.OutputPath.ToString())];

    /// <summary>The URI of the trained model's archive.</summary>
    public Value<string> ModelArtifacts => new StepProperty(this, "ModelArtifacts.S3ModelArtifacts", "model");

    private protected override IReadOnlyList<RetryPolicy> RetryPolicies => RetryPolicy.ForJobs;

    private protected override JsonObject Arguments(References references) =>
        Json.Object([
            ("AlgorithmSpecification", job.Algorithm()),
            .. job.Environment(references),
            ("HyperParameters", job.HyperparametersToJson()),
            ("Tags", job.Settings.TagList()),
        ]);
}
