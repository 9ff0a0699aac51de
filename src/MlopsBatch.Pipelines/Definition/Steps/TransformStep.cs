using System.Text.Json.Nodes;
using MlopsBatch.Pipelines.Definition.Values;

namespace MlopsBatch.Pipelines.Definition.Steps;

/// <summary>Scores CSV files line by line: for each input file there is one output file with as many lines.</summary>
public sealed class TransformStep(string name, string description, JobSettings settings) : Step(name, "Transform", description)
{
    private const string Csv = "text/csv";

    public required JobCluster Cluster { get; init; }

    public required Value<string> ModelName { get; init; }

    /// <summary>The prefix of the files to score.</summary>
    public required Value<string> Input { get; init; }

    public required Value<string> OutputPath { get; init; }

    /// <summary>JSONPath of the columns that the model gets, such as <c>$[1:]</c>; null: all.</summary>
    public string? InputFilter { get; init; }

    /// <summary>The time a request may take, 1 to 3600.</summary>
    public required int InvocationSeconds { get; init; }

    public override IEnumerable<StepPort> Inputs => [new("model", ModelName.ToString()), new("data", Input.ToString())];

    public override IEnumerable<StepPort> Outputs => [new("predictions", OutputPath.ToString())];

    /// <summary>The URI below which the output files are, once they are.</summary>
    public Value<string> Predictions => new StepProperty(this, "TransformOutput.S3OutputPath", "predictions");

    private protected override IReadOnlyList<RetryPolicy> RetryPolicies => RetryPolicy.ForJobs;

    private protected override JsonObject Arguments(References references) =>
        Json.Object(
            ("ModelName", ModelName.ToJson(references)),
            (
                "TransformInput",
                Json.Object(
                    (
                        "DataSource",
                        Json.Object(("S3DataSource", Json.Object(("S3DataType", "S3Prefix"), ("S3Uri", Input.ToJson(references)))))
                    ),
                    ("ContentType", Csv),
                    ("SplitType", "Line")
                )
            ),
            (
                "TransformOutput",
                Json.Object(
                    ("S3OutputPath", OutputPath.ToJson(references)),
                    ("Accept", Csv),
                    ("AssembleWith", "Line"),
                    ("KmsKeyId", settings.KmsKeyArn)
                )
            ),
            (
                "TransformResources",
                Json.Object(
                    ("InstanceType", Cluster.InstanceType.ToJson(references)),
                    ("InstanceCount", Cluster.InstanceCount.ToJson(references)),
                    ("VolumeKmsKeyId", Cluster.VolumeKey(settings))
                )
            ),
            ("BatchStrategy", "MultiRecord"),
            ("MaxConcurrentTransforms", 1),
            ("MaxPayloadInMB", 6),
            ("ModelClientConfig", Json.Object(("InvocationsTimeoutInSeconds", InvocationSeconds), ("InvocationsMaxRetries", 1))),
            ("DataProcessing", Json.Object(("InputFilter", InputFilter), ("JoinSource", "None"))),
            ("Tags", settings.TagList())
        );
}
