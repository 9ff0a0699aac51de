using System.Text.Json.Nodes;
using MlopsBatch.Configuration;

namespace MlopsBatch.Rehearsal;

/// <summary>A model as a stack's file has it, to be rehearsed with its own settings.</summary>
/// <param name="Stack">The stack's name.</param>
/// <param name="Project">The project's root, from which the settings name files and folders.</param>
/// <param name="Region">The value of <c>aws:region</c>.</param>
/// <param name="Settings">All settings as they are written.</param>
/// <param name="Index">Where the model stands in <c>models</c>.</param>
/// <param name="Model">The same model, read.</param>
public sealed record ConfiguredModel(
    string Stack,
    DirectoryInfo Project,
    string Region,
    JsonObject Settings,
    int Index,
    ModelOptions Model
)
{
    /// <summary>Key prefix of everything in the bucket.</summary>
    public required string BucketPrefix { get; init; }

    /// <summary>The folder of the model's step scripts.</summary>
    public DirectoryInfo Scripts => new(Path.Combine(Project.FullName, Model.Scripts));
}
