using System.Text.Json.Nodes;
using MlopsBatch.Pipelines.Definition.Values;

namespace MlopsBatch.Pipelines.Definition.Steps;

/// <summary>Makes a SageMaker model out of an approved version in the registry.</summary>
public sealed class ModelStep(string name, string description, JobSettings settings, string modelPackageArn)
    : Step(name, "Model", description)
{
    public override IEnumerable<StepPort> Inputs => [new("modelPackage", modelPackageArn)];

    public Value<string> ModelName => new StepProperty(this, "ModelName", "model");

    private protected override IReadOnlyList<RetryPolicy> RetryPolicies => RetryPolicy.ForCalls;

    private protected override JsonObject Arguments(References references) =>
        Json.Object(
            ("ExecutionRoleArn", settings.RoleArn),
            ("PrimaryContainer", Json.Object(("ModelPackageName", modelPackageArn))),
            ("VpcConfig", settings.Vpc()),
            ("EnableNetworkIsolation", true),
            ("Tags", settings.TagList())
        );
}
