using MlopsBatch.Pipelines.Storage;

namespace MlopsBatch.Cli.Graphs.Pictures;

/// <summary>Every prefix of the <see cref="S3Layout"/> with the steps that read and write it.</summary>
internal static class S3Picture
{
    private const int FolderLayer = 1;

    /// <param name="pipelines">Of one model or several; each model gets a panel.</param>
    /// <param name="origin">What they were read from, in words.</param>
    public static Picture Of(IReadOnlyList<DrawnPipeline> pipelines, string origin) =>
        new(
            "What the steps read and write in S3",
            $"Read from the definitions of {origin}. Arrows have the colour of the step's kind.",
            [.. pipelines.GroupBy(pipeline => pipeline.Model).Select(model => Draw([.. model]))],
            [
                new("writes", Tones.Neutral) { IsArrow = true },
                new("reads", Tones.Neutral) { IsArrow = true, IsDashed = true },
                .. Tones.Legend(S3Access.Of(pipelines).Select(access => access.Type)),
            ]
        );

    private static Panel Draw(IReadOnlyList<DrawnPipeline> pipelines)
    {
        var layout = pipelines[0].Layout;
        var accesses = S3Access.Of(pipelines);
        var sides = Sides(accesses);
        var steps = accesses.Select((access, index) => (Access: access, Id: $"step{index}")).ToList();
        var used = accesses.SelectMany(access => access.Reads.Concat(access.Writes)).Distinct().ToList();
        var places = layout
            .Folders.Select(folder => S3Location.Of(folder, layout))
            .Concat(used.Where(place => place.Folder is null))
            .OrderByDescending(used.Contains)
            .ToList();
        return new(
            $"{pipelines[0].Model}: s3://{layout.Bucket}/{layout.Root}/",
            Flow.Right,
            [
                .. steps.Select(step => NodeOf(step.Access, step.Id, sides)),
                .. places.Select(place => NodeOf(place, layout, !used.Contains(place))),
            ],
            [.. steps.SelectMany(step => Arrows(step.Access, step.Id))]
        );
    }

    private static Node NodeOf(S3Access access, string id, IReadOnlyList<IReadOnlyList<string>> sides)
    {
        var side = sides.Index().First(side => side.Item.Contains(access.Pipelines[0]));
        var pipelines =
            side.Item.Count == access.Pipelines.Count ? string.Join(", ", access.Pipelines) : $"only {string.Join(", ", access.Pipelines)}";
        return new(id, access.Step, $"{access.Type}\n{pipelines}", Tones.OfStep(access.Type))
        {
            Layer = side.Index == 0 ? 0 : FolderLayer + 1,
        };
    }

    private static Node NodeOf(S3Location place, S3Layout layout, bool isUnused)
    {
        var below =
            place.Folder is not { PerExecution: true } ? ""
            : place.Folder == layout.Scripts ? "{content hash}/"
            : "{execution}/";
        var detail = place.Folder?.Lifecycle switch
        {
            LifecycleClass.Supplied => "people put it there",
            LifecycleClass.Transient => "expires",
            LifecycleClass.Kept => "never expires",
            _ => "in the registry's account",
        };
        return new(
            place.Name,
            place.Name.Replace(": ", ":\n", StringComparison.Ordinal) + below,
            isUnused ? $"{detail}; no step here uses it" : detail,
            Tones.Neutral,
            Shape.Folder
        )
        {
            Layer = FolderLayer,
            IsMuted = isUnused,
        };
    }

    private static IEnumerable<Edge> Arrows(S3Access access, string id)
    {
        var tone = Tones.OfStep(access.Type);
        return
        [
            .. access.Reads.Select(place => new Edge(place.Name, id, tone) { IsDashed = true }),
            .. access.Writes.Select(place => new Edge(id, place.Name, tone)),
        ];
    }

    /// <summary>Pipelines that have steps in common stand on the same side.</summary>
    private static List<IReadOnlyList<string>> Sides(IEnumerable<S3Access> accesses)
    {
        var sides = new List<IReadOnlyList<string>>();
        foreach (var access in accesses)
        {
            var touching = sides.Where(side => side.Intersect(access.Pipelines).Any()).ToList();
            var at = touching.Count == 0 ? sides.Count : sides.IndexOf(touching[0]);
            sides.RemoveAll(touching.Contains);
            sides.Insert(at, [.. touching.SelectMany(side => side).Concat(access.Pipelines).Distinct()]);
        }

        return sides;
    }
}
