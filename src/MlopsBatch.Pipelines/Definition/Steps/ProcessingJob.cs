using System.Text.Json.Nodes;
using MlopsBatch.Pipelines.Definition.Values;

namespace MlopsBatch.Pipelines.Definition.Steps;

/// <summary>What a processing container runs on and with; Processing and QualityCheck steps share it.</summary>
public sealed record ProcessingJob
{
    /// <summary>Characters of a container's argument at most: SageMaker's <c>ContainerArgument</c>.</summary>
    public const int ArgumentLength = 256;

    public required JobSettings Settings { get; init; }

    public required JobCluster Cluster { get; init; }

    public required string ImageUri { get; init; }

    /// <summary>1 to 777600.</summary>
    public required int MaxRuntimeInSeconds { get; init; }

    public required IReadOnlyList<ProcessingInput> Inputs { get; init; }

    public required IReadOnlyList<ProcessingOutput> Outputs { get; init; }

    /// <summary>The command; empty: the image's own.</summary>
    public IReadOnlyList<string> Entrypoint { get; init; } = [];

    /// <summary>Up to 100 arguments of up to <see cref="ArgumentLength"/> characters.</summary>
    public IReadOnlyList<Value<string>> Arguments { get; init; } = [];

    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    internal JsonObject ToJson(References references) =>
        Json.Object(
            ("ProcessingResources", Json.Object(("ClusterConfig", Cluster.ToJson(Settings, references)))),
            (
                "AppSpecification",
                Json.Object(
                    ("ImageUri", ImageUri),
                    ("ContainerArguments", Arguments.Count == 0 ? null : Json.Array(Arguments.Select(value => value.ToJson(references)))),
                    ("ContainerEntrypoint", Entrypoint.Count == 0 ? null : Json.Array(Entrypoint))
                )
            ),
            ("RoleArn", Settings.RoleArn),
            ("ProcessingInputs", Json.Array(Inputs.Select(input => input.ToJson(references)))),
            (
                "ProcessingOutputConfig",
                Json.Object(("Outputs", Json.Array(Outputs.Select(output => output.ToJson(references)))), ("KmsKeyId", Settings.KmsKeyArn))
            ),
            ("Environment", Environment.Count == 0 ? null : Json.Map(Environment)),
            ("StoppingCondition", Json.Object(("MaxRuntimeInSeconds", MaxRuntimeInSeconds))),
            (
                "NetworkConfig",
                Json.Object(
                    ("EnableInterContainerTrafficEncryption", true),
                    ("EnableNetworkIsolation", true),
                    ("VpcConfig", Settings.Vpc())
                )
            ),
            ("Tags", Settings.TagList())
        );
}
