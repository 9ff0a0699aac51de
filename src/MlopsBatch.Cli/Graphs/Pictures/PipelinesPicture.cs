using MlopsBatch.Inspection.Declared;

namespace MlopsBatch.Cli.Graphs.Pictures;

/// <summary>Each pipeline's steps; an arrow means that a step waits for another.</summary>
internal static class PipelinesPicture
{
    /// <param name="pipelines">In the order of the panels.</param>
    /// <param name="origin">What they were read from, in words.</param>
    public static Picture Of(IReadOnlyList<DrawnPipeline> pipelines, string origin) =>
        new(
            "The pipelines and their steps",
            $"Read from the definitions of {origin}. An arrow leads to what waits; what is not connected runs in parallel.",
            [.. pipelines.Select(Draw)],
            [.. Tones.Legend(pipelines.SelectMany(pipeline => pipeline.Steps).Select(step => step.Type))]
        );

    private static Panel Draw(DrawnPipeline pipeline) =>
        new(
            pipeline.Name,
            Flow.Down,
            [
                .. pipeline.Steps.Select(step => new Node(
                    step.Name,
                    step.Name,
                    step.Condition is null ? step.Type : $"{step.Type}\n{step.Condition}",
                    Tones.OfStep(step.Type),
                    step.Type == "Condition" ? Shape.Hexagon : Shape.Box
                )),
            ],
            [.. pipeline.Steps.SelectMany(step => Arrows(step, pipeline))]
        );

    private static IEnumerable<Edge> Arrows(DeclaredStep step, DrawnPipeline pipeline)
    {
        var condition = pipeline.Steps.FirstOrDefault(other => other.Name == step.Branch);
        if (condition is not null)
        {
            yield return new(condition.Name, step.Name, Tones.OfStep(step.Type), step.IsIf ? "if it holds" : "else");
        }

        // What the condition has waited for needn't be said again.
        foreach (var other in step.After.Except(condition?.After ?? []).Except([step.Name]))
        {
            yield return new(other, step.Name, Tones.OfStep(pipeline.Steps.First(one => one.Name == other).Type));
        }
    }
}
