using MlopsBatch.Configuration;
using MlopsBatch.Inspection.Declared;

namespace MlopsBatch.Cli.Graphs.Pictures;

/// <summary>
/// The closed loop as a stack declares it: what happens, the rule that hears of it, what the rule starts, and who is told.
/// </summary>
internal static class LoopPicture
{
    public static Picture Of(DeclaredStack stack, Settings settings, IReadOnlyList<DrawnPipeline> pipelines)
    {
        var resources = new LoopResources(stack, settings, pipelines);
        var graph = new LoopGraph();
        Starts(graph, resources);
        foreach (var pipeline in pipelines)
        {
            AddPipeline(graph, resources, pipeline);
        }

        LoopRules.Add(graph, resources);
        LoopPeople.Add(graph, resources);
        return new(
            "The closed loop",
            $"Read from the resources of the stack {stack.Stack.Name}: events, the rules that hear them, their targets. "
                + "L1 to L10 are the loop's stages.",
            [new($"stack {stack.Stack.Name}", Flow.Down, graph.Nodes, graph.Edges)],
            [
                new("EventBridge rule", Tones.Rule),
                new("schedule", Tones.Schedule),
                new("SageMaker pipeline", Tones.Pipeline),
                new("model registry", Tones.Registry),
                new("Lambda function", Tones.Function),
                new("SNS topic", Tones.Topic),
                new("people, and what is outside", Tones.Outside),
            ]
        );
    }

    private static void Starts(LoopGraph graph, LoopResources resources)
    {
        foreach (var schedule in resources.Stack.Schedules)
        {
            var pipeline = resources.PipelineOf(schedule.Target.Arn);
            graph.Add(
                new Node(
                    $"schedule/{schedule.LogicalName}",
                    Captions.OfSchedule(schedule.Expression, schedule.TimeZone),
                    schedule.IsEnabled ? "schedule" : "schedule, disabled",
                    Tones.Schedule
                )
                {
                    Badge = pipeline is null ? "" : LoopStage.Of(pipeline),
                    IsMuted = !schedule.IsEnabled,
                }
            );
            if (pipeline is not null)
            {
                graph.Connect($"schedule/{schedule.LogicalName}", LoopGraph.IdOf(pipeline), Tones.Schedule);
            }
        }
    }

    private static void AddPipeline(LoopGraph graph, LoopResources resources, DrawnPipeline pipeline)
    {
        graph.Add(new Node(LoopGraph.IdOf(pipeline), pipeline.Name, Captions.Wrap(pipeline.Declared.Description, 32), Tones.Pipeline));
        var registry = RegistryOf(graph, resources, pipeline);
        if (registry is null)
        {
            return;
        }

        if (pipeline.Has("RegisterModel"))
        {
            var isTuned = pipeline.Has("Tuning");
            graph.Connect(
                LoopGraph.IdOf(pipeline),
                registry,
                Tones.Pipeline,
                isTuned && resources.Settings.RequireReview
                    ? $"{LoopStage.Review} · registers, review needed"
                    : $"{LoopStage.Registration} · registers if good enough"
            );
        }

        // Inside one account the approved version comes by the deployment that GitLab runs: see LoopPeople.
        if (pipeline.Has("Model") && !resources.Groups.Any())
        {
            graph.Connect(registry, LoopGraph.IdOf(pipeline), Tones.Registry, "the approved version");
        }
    }

    /// <summary>The group of the pipeline's model: here, or in the registry's account.</summary>
    private static string? RegistryOf(LoopGraph graph, LoopResources resources, DrawnPipeline pipeline)
    {
        if (resources.Groups.FirstOrDefault(group => group.Parent!.EndsWith($"::{pipeline.Model}", StringComparison.Ordinal)) is { } own)
        {
            var name = own.Text("modelPackageGroupName")!;
            return graph.Add(new Node($"group/{name}", name, "model package group", Tones.Registry));
        }

        return resources.Settings.Registry is { } registry
            ? graph.Add(
                new Node($"registry/{registry.AccountId}", "model registry", $"account {registry.AccountId}", Tones.Outside, Shape.Pill)
            )
            : null;
    }
}
