using MlopsBatch.Configuration;
using MlopsBatch.Inspection;

namespace MlopsBatch.Cli.Graphs.Reading;

/// <summary>What pictures are made of.</summary>
/// <param name="Pipelines">The pipelines to draw.</param>
/// <param name="Stack">Null for the sample project.</param>
/// <param name="Settings">Null for the sample project.</param>
internal sealed record GraphSource(IReadOnlyList<DeclaredPipeline> Pipelines, EvaluatedStack? Stack, Settings? Settings)
{
    public static GraphSource Sample() => new(DeclaredPipelines.Sample(), null, null);
}
