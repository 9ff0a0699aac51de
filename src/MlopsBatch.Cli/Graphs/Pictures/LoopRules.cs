using MlopsBatch.Aws;
using MlopsBatch.Events.EventBridge;
using MlopsBatch.Inspection.Declared;

namespace MlopsBatch.Cli.Graphs.Pictures;

/// <summary>The rules: from what makes their events to their targets.</summary>
internal static class LoopRules
{
    private const string DataSource = "people/data";

    public static void Add(LoopGraph graph, LoopResources resources)
    {
        var roots = resources.Pipelines.Select(pipeline => pipeline.Layout.Root).Distinct().ToList();
        foreach (var rule in resources.Stack.Rules)
        {
            var pattern = rule.Pattern;
            var arns = rule.Targets.Select(target => target.Arn).ToList();
            var requested = rule
                .Targets.Where(target => target.Requested is not null)
                .SelectMany(target => resources.Pipelines.Where(pipeline => pipeline.Declared.Name == target.Requested))
                .ToList();
            var started = arns.Select(resources.PipelineOf).OfType<DrawnPipeline>().Concat(requested).ToList();
            var toGitLab = arns.Select(resources.Stack.FunctionOf).OfType<DeclaredFunction>().Any(resources.Deployers.Contains);
            var id = graph.Add(
                new Node(
                    $"rule/{rule.LogicalName}",
                    Captions.Of(pattern, roots),
                    rule.IsEnabled ? $"rule {rule.LogicalName}" : $"rule {rule.LogicalName}, disabled",
                    Tones.Rule,
                    Shape.Hexagon
                )
                {
                    Badge = LoopStage.Of(pattern, started, arns.Any(IsBus), toGitLab),
                    IsMuted = !rule.IsEnabled,
                }
            );
            foreach (var source in Sources(graph, resources, pattern).Distinct())
            {
                graph.Connect(source, id, Tones.Rule);
            }

            foreach (var arn in rule.Targets.Where(target => target.Requested is null).Select(target => target.Arn))
            {
                graph.Connect(id, Target(graph, resources, arn), Tones.Rule);
            }

            // By way of a function, which starts none within the model's cooldown.
            foreach (var pipeline in requested)
            {
                graph.Connect(id, LoopGraph.IdOf(pipeline), Tones.Rule, "after the cooldown");
            }
        }
    }

    private static IEnumerable<string> Sources(LoopGraph graph, LoopResources resources, DeclaredPattern pattern)
    {
        if (pattern.Sources.Contains(EventSources.MlopsBatch))
        {
            return resources.Deployers.Select(deployer => Function(graph, deployer));
        }

        if (pattern.Groups.Count > 0)
        {
            return pattern.Groups.Select(group => $"group/{group}");
        }

        if (pattern.Keys.Count > 0)
        {
            return resources.IsSupplied(pattern)
                ? [graph.Add(new Node(DataSource, "data engineers", "put objects into S3", Tones.Outside, Shape.Pill))]
                : resources.WritersOf(pattern).Select(LoopGraph.IdOf);
        }

        return pattern
            .PipelineArns.Select(Arn.Parse)
            .Where(arn => CanMatch(resources, pattern, arn))
            .Select(arn => IsElsewhere(resources, arn) ? Elsewhere(graph, arn) : LoopGraph.IdOf(resources.PipelineOf(arn)!));
    }

    /// <summary>A pattern may name a pipeline that has none of the steps that it listens to.</summary>
    private static bool CanMatch(LoopResources resources, DeclaredPattern pattern, Arn arn) =>
        IsElsewhere(resources, arn)
        || pattern.Steps.Count == 0
        || resources.PipelineOf(arn)!.Steps.Any(step => pattern.Steps.Contains(step.Name));

    private static bool IsElsewhere(LoopResources resources, Arn arn) =>
        resources.Settings.DeployAccounts.Contains(arn.Account) || resources.PipelineOf(arn) is null;

    private static string Elsewhere(LoopGraph graph, Arn arn) =>
        graph.Add(new Node($"{arn}", arn.Name, $"account {arn.Account}", Tones.Outside, Shape.Pill));

    private static string Target(LoopGraph graph, LoopResources resources, Arn arn)
    {
        if (resources.PipelineOf(arn) is { } pipeline)
        {
            return LoopGraph.IdOf(pipeline);
        }

        if (resources.Stack.FunctionOf(arn) is { } function)
        {
            return Function(graph, function);
        }

        if (resources.Stack.Find(ResourceTypes.LogGroup, arn) is { } log)
        {
            return graph.Add(new Node($"log/{log.Name}", log.Name, "log group", Tones.Neutral));
        }

        return IsBus(arn)
            ? graph.Add(new Node($"{arn}", $"event bus {arn.Name}", $"account {arn.Account}", Tones.Outside, Shape.Pill))
            : graph.Add(new Node($"{arn}", arn.Name, arn.Service, Tones.Neutral));
    }

    private static bool IsBus(Arn arn) => arn.ResourceType == "event-bus";

    private static string Function(LoopGraph graph, DeclaredFunction function) =>
        graph.Add(new Node($"function/{function.LogicalName}", function.LogicalName, function.Description, Tones.Function));
}
