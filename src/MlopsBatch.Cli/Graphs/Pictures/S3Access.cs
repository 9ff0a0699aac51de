using MlopsBatch.Pipelines.Storage;

namespace MlopsBatch.Cli.Graphs.Pictures;

/// <summary>A step with the prefixes that it reads and writes; the same step of several pipelines is one.</summary>
/// <param name="Step">The step's name.</param>
/// <param name="Type">The step's kind.</param>
/// <param name="Pipelines">Names of the pipelines that have it.</param>
/// <param name="Reads">Without repetition.</param>
/// <param name="Writes">Without repetition.</param>
internal sealed record S3Access(
    string Step,
    string Type,
    IReadOnlyList<string> Pipelines,
    IReadOnlyList<S3Location> Reads,
    IReadOnlyList<S3Location> Writes
)
{
    /// <summary>The accesses of one model's pipelines, in the order of their steps.</summary>
    public static IReadOnlyList<S3Access> Of(IEnumerable<DrawnPipeline> pipelines) =>
        [
            .. from pipeline in pipelines
            from step in pipeline.Steps
            // A Fail step runs nothing: the figures in its message are those that its condition has read.
            where step.Type != "Fail"
            let access = new S3Access(
                step.Name,
                step.Type,
                [pipeline.Name],
                Locations(step.Reads, pipeline.Layout),
                Locations(step.Writes, pipeline.Layout)
            )
            where access.Reads.Count + access.Writes.Count > 0
            group access by (access.Step, access.Type, Key(access.Reads), Key(access.Writes)) into same
            select same.First() with
            {
                Pipelines = [.. same.SelectMany(access => access.Pipelines)],
            },
        ];

    private static IReadOnlyList<S3Location> Locations(IEnumerable<string> uris, S3Layout layout) =>
        [.. uris.Select(uri => S3Location.Of(uri, layout)).Distinct()];

    private static string Key(IEnumerable<S3Location> locations) =>
        string.Join('|', locations.Select(location => location.Name).Order(StringComparer.Ordinal));
}
