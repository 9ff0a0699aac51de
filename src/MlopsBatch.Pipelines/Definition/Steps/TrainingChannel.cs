using System.Text.Json.Nodes;
using MlopsBatch.Pipelines.Definition.Values;

namespace MlopsBatch.Pipelines.Definition.Steps;

/// <summary>Objects that a training container finds in <c>/opt/ml/input/data/{Name}</c>.</summary>
/// <param name="Name">The channel's name.</param>
/// <param name="Uri">An object's URI, or a prefix.</param>
public sealed record TrainingChannel(string Name, Value<string> Uri)
{
    internal JsonObject ToJson(References references) =>
        Json.Object(
            ("ChannelName", Name),
            (
                "DataSource",
                Json.Object(
                    (
                        "S3DataSource",
                        Json.Object(
                            ("S3DataType", "S3Prefix"),
                            ("S3Uri", Uri.ToJson(references)),
                            ("S3DataDistributionType", "FullyReplicated")
                        )
                    )
                )
            )
        );
}
