using MlopsBatch.Configuration;
using MlopsBatch.Inspection.Declared;

namespace MlopsBatch.Cli.Graphs.Reading;

/// <summary>What pictures are made of.</summary>
/// <param name="Pipelines">The pipelines to draw.</param>
/// <param name="Stack">Null for the sample project.</param>
/// <param name="Settings">Null for the sample project.</param>
internal sealed record GraphSource(IReadOnlyList<DrawnPipeline> Pipelines, DeclaredStack? Stack, Settings? Settings)
{
    public static GraphSource Sample() => new(DrawnPipelines.Sample(), null, null);
}
