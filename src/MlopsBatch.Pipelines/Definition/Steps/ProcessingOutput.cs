using System.Text.Json.Nodes;
using MlopsBatch.Pipelines.Definition.Values;

namespace MlopsBatch.Pipelines.Definition.Steps;

/// <summary>Files that a processing container leaves behind for S3.</summary>
/// <param name="Name">Also the last folder's name in the container, unless <paramref name="LocalPath"/> is given.</param>
/// <param name="Uri">Where they go.</param>
/// <param name="LocalPath">The folder in the container; default <c>/opt/ml/processing/output/{Name}</c>.</param>
public sealed record ProcessingOutput(string Name, Value<string> Uri, string? LocalPath = null)
{
    internal JsonObject ToJson(References references) =>
        Json.Object(
            ("OutputName", Name),
            ("AppManaged", false),
            (
                "S3Output",
                Json.Object(
                    ("S3Uri", Uri.ToJson(references)),
                    ("LocalPath", LocalPath ?? $"{ContainerPaths.ProcessingOutput}/{Name}"),
                    ("S3UploadMode", "EndOfJob")
                )
            )
        );
}
