using System.Text.Json.Nodes;
using MlopsBatch.Pipelines.Definition.Values;
using MlopsBatch.Pipelines.Projects;

namespace MlopsBatch.Pipelines.Definition.Steps;

/// <summary>What a training container runs on and with; Training steps and the trials of Tuning steps share it.</summary>
public sealed record TrainingJob
{
    public required JobSettings Settings { get; init; }

    public required JobCluster Cluster { get; init; }

    public required string ImageUri { get; init; }

    /// <summary>1 to 2419200.</summary>
    public required int MaxRuntimeInSeconds { get; init; }

    public required IReadOnlyList<TrainingChannel> Channels { get; init; }

    /// <summary>Where the job's folder with the model goes.</summary>
    public required Value<string> OutputPath { get; init; }

    /// <summary>Up to 100.</summary>
    public required IReadOnlyDictionary<string, string> Hyperparameters { get; init; }

    /// <summary>Collected from the log's lines <c>validation:{name}={value}</c>.</summary>
    public required IReadOnlyList<Metric> Metrics { get; init; }

    internal IEnumerable<StepPort> Inputs =>
        [
            .. Channels.Select(channel => new StepPort(channel.Name, channel.Uri.ToString())),
            .. Sorted(Hyperparameters).Select(pair => new StepPort($"hyperparameter {pair.Key}", pair.Value)),
        ];

    internal JsonObject Algorithm() =>
        Json.Object(
            ("TrainingInputMode", "File"),
            ("TrainingImage", ImageUri),
            (
                "MetricDefinitions",
                Json.Array(
                    Metrics.Select(metric =>
                        Json.Object(("Name", metric.ObjectiveName), ("Regex", $"{metric.ObjectiveName}=([-+0-9.eE]+)"))
                    )
                )
            )
        );

    internal JsonObject HyperparametersToJson() => Json.Map(Hyperparameters);

    /// <summary>The members that a training job and the definition of a tuning job's trials have in common.</summary>
    internal IEnumerable<(string Name, JsonNode? Value)> Environment(References references) =>
        [
            ("OutputDataConfig", Json.Object(("S3OutputPath", OutputPath.ToJson(references)), ("KmsKeyId", Settings.KmsKeyArn))),
            ("StoppingCondition", Json.Object(("MaxRuntimeInSeconds", MaxRuntimeInSeconds))),
            ("ResourceConfig", Cluster.ToJson(Settings, references)),
            ("RoleArn", Settings.RoleArn),
            ("InputDataConfig", Json.Array(Channels.Select(channel => channel.ToJson(references)))),
            ("VpcConfig", Settings.Vpc()),
            ("EnableNetworkIsolation", true),
            ("EnableInterContainerTrafficEncryption", true),
        ];

    private static IEnumerable<KeyValuePair<string, string>> Sorted(IReadOnlyDictionary<string, string> map) =>
        map.OrderBy(pair => pair.Key, StringComparer.Ordinal);
}
