using MlopsBatch.Cli.Graphs.Reading;
using MlopsBatch.Configuration;
using MlopsBatch.Inspection;

namespace MlopsBatch.Cli.Graphs.Pictures;

/// <summary>The closed loop as a stack declares it: what happens, the rule that hears of it, what the rule starts, and who is told.</summary>
internal static class LoopPicture
{
    public static Picture Of(EvaluatedStack stack, Settings settings, IReadOnlyList<DeclaredPipeline> pipelines)
    {
        var parts = new LoopParts(stack, settings, pipelines);
        var graph = new LoopGraph();
        Starts(graph, parts);
        foreach (var pipeline in pipelines)
        {
            AddPipeline(graph, parts, pipeline);
        }

        LoopRules.Add(graph, parts);
        LoopPeople.Add(graph, parts);
        return new(
            "The closed loop",
            $"Read from the resources of the stack {stack.Name}: events, the rules that hear them, their targets. L1 to L10 are the loop's stages.",
            [new($"stack {stack.Name}", Flow.Down, graph.Nodes, graph.Edges)],
            [
                new("EventBridge rule", Tones.Rule, LegendSign.Box),
                new("schedule", Tones.Schedule, LegendSign.Box),
                new("SageMaker pipeline", Tones.Pipeline, LegendSign.Box),
                new("model registry", Tones.Registry, LegendSign.Box),
                new("Lambda function", Tones.Function, LegendSign.Box),
                new("SNS topic", Tones.Topic, LegendSign.Box),
                new("people, and what is outside", Tones.Outside, LegendSign.Box),
            ]
        );
    }

    private static void Starts(LoopGraph graph, LoopParts parts)
    {
        foreach (var schedule in parts.Stack.OfType(ResourceTypes.Schedule))
        {
            var pipeline = parts.PipelineOf(schedule.Inputs["target"]!["arn"]!.ToString());
            graph.Add(
                new Node(
                    $"schedule/{schedule.Name}",
                    Words.OfSchedule(schedule.Text("scheduleExpression")!, schedule.Text("scheduleExpressionTimezone")),
                    schedule.Text("state") == "DISABLED" ? "schedule, disabled" : "schedule",
                    Tones.Schedule
                )
                {
                    Badge = pipeline is null ? "" : LoopStage.Of(pipeline),
                    IsMuted = schedule.Text("state") == "DISABLED",
                }
            );
            if (pipeline is not null)
            {
                graph.Connect($"schedule/{schedule.Name}", LoopGraph.IdOf(pipeline), Tones.Schedule);
            }
        }
    }

    private static void AddPipeline(LoopGraph graph, LoopParts parts, DeclaredPipeline pipeline)
    {
        var resource = parts.Stack.OfType(ResourceTypes.Pipeline).First(one => one.Text("pipelineName") == pipeline.Name);
        graph.Add(
            new Node(LoopGraph.IdOf(pipeline), pipeline.Name, Words.Wrap(resource.Text("pipelineDescription") ?? "", 32), Tones.Pipeline)
        );
        var registry = RegistryOf(graph, parts, pipeline);
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
                isTuned && parts.Settings.RequireReview
                    ? $"{LoopStage.Review} · registers, review needed"
                    : $"{LoopStage.Registration} · registers if good enough"
            );
        }

        // Inside one account the approved version comes by the deployment that GitLab runs: see LoopPeople.
        if (pipeline.Has("Model") && !parts.Groups.Any())
        {
            graph.Connect(registry, LoopGraph.IdOf(pipeline), Tones.Registry, "the approved version");
        }
    }

    /// <summary>The group of the pipeline's model: here, or in the registry's account.</summary>
    private static string? RegistryOf(LoopGraph graph, LoopParts parts, DeclaredPipeline pipeline)
    {
        if (parts.Groups.FirstOrDefault(group => group.Parent!.EndsWith($"::{pipeline.Model}", StringComparison.Ordinal)) is { } own)
        {
            var name = own.Text("modelPackageGroupName")!;
            return graph.Add(new Node($"group/{name}", name, "model package group", Tones.Registry));
        }

        return parts.Settings.Registry is { } registry
            ? graph.Add(
                new Node($"registry/{registry.AccountId}", "model registry", $"account {registry.AccountId}", Tones.Outside, Shape.Pill)
            )
            : null;
    }
}
