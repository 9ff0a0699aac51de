using System.Text.Json.Nodes;
using MlopsBatch.Pipelines.Definition.Values;

namespace MlopsBatch.Pipelines.Definition.Steps;

/// <summary>Objects that a processing container finds in <c>/opt/ml/processing/input/{Name}</c>.</summary>
/// <param name="Name">Also the folder's name.</param>
/// <param name="Uri">An object's URI, or a prefix.</param>
public sealed record ProcessingInput(string Name, Value<string> Uri)
{
    internal string LocalPath => $"{ContainerPaths.ProcessingInput}/{Name}";

    internal JsonObject ToJson(References references) =>
        Json.Object(
            ("InputName", Name),
            ("AppManaged", false),
            (
                "S3Input",
                Json.Object(
                    ("S3Uri", Uri.ToJson(references)),
                    ("LocalPath", LocalPath),
                    ("S3DataType", "S3Prefix"),
                    ("S3InputMode", "File"),
                    ("S3DataDistributionType", "FullyReplicated"),
                    ("S3CompressionType", "None")
                )
            )
        );
}
