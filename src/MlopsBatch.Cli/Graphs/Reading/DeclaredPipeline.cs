using MlopsBatch.Pipelines;

namespace MlopsBatch.Cli.Graphs.Reading;

/// <summary>A pipeline as its definition's JSON says.</summary>
/// <param name="Model">The model that it belongs to.</param>
/// <param name="Name">The pipeline's name.</param>
/// <param name="Layout">Where the model's objects lie.</param>
/// <param name="Steps">All steps; those of a condition's branches follow the condition.</param>
internal sealed record DeclaredPipeline(string Model, string Name, S3Layout Layout, IReadOnlyList<DeclaredStep> Steps)
{
    public bool Has(string stepType) => Steps.Any(step => step.Type == stepType);
}
