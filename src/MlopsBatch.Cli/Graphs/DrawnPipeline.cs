using MlopsBatch.Inspection.Declared;
using MlopsBatch.Pipelines.Storage;

namespace MlopsBatch.Cli.Graphs;

/// <summary>A pipeline to draw.</summary>
/// <param name="Declared">What its definition says.</param>
/// <param name="Layout">Where the model's objects lie.</param>
internal sealed record DrawnPipeline(DeclaredPipeline Declared, S3Layout Layout)
{
    public string Model => Declared.Model;

    public string Name => Declared.Name;

    public IReadOnlyList<DeclaredStep> Steps => Declared.Steps;

    public bool Has(string stepType) => Declared.Has(stepType);
}
