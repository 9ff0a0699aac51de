using MlopsBatch.Cli.Graphs.Reading;
using MlopsBatch.Events.EventBridge;
using MlopsBatch.Inspection;

namespace MlopsBatch.Cli.Graphs.Pictures;

/// <summary>The rules: from what makes their events to their targets.</summary>
internal static class LoopRules
{
    private const string DataSource = "people/data";

    public static void Add(LoopGraph graph, LoopParts parts)
    {
        var roots = parts.Pipelines.Select(pipeline => pipeline.Layout.Root).Distinct().ToList();
        foreach (var rule in parts.Stack.OfType(ResourceTypes.Rule))
        {
            var pattern = RulePattern.Of(rule);
            var arns = parts.TargetsOf(rule).Select(target => target.Text("arn")!).ToList();
            var started = arns.Select(parts.PipelineOf).OfType<DeclaredPipeline>().ToList();
            var toGitLab = arns.Select(parts.FunctionOf).OfType<RecordedResource>().Any(parts.Deployers.Contains);
            var isDisabled = rule.Text("state") == "DISABLED";
            var id = graph.Add(
                new Node(
                    $"rule/{rule.Name}",
                    Words.Of(pattern, roots),
                    isDisabled ? $"rule {rule.Name}, disabled" : $"rule {rule.Name}",
                    Tones.Rule,
                    Shape.Hexagon
                )
                {
                    Badge = LoopStage.Of(pattern, started, arns.Any(IsBus), toGitLab),
                    IsMuted = isDisabled,
                }
            );
            foreach (var source in Sources(graph, parts, pattern).Distinct())
            {
                graph.Connect(source, id, Tones.Rule);
            }

            foreach (var arn in arns)
            {
                graph.Connect(id, Target(graph, parts, arn), Tones.Rule);
            }
        }
    }

    private static IEnumerable<string> Sources(LoopGraph graph, LoopParts parts, RulePattern pattern)
    {
        if (pattern.Sources.Contains(EventSources.MlopsBatch))
        {
            return parts.Deployers.Select(deployer => Function(graph, deployer));
        }

        if (pattern.Groups.Count > 0)
        {
            return pattern.Groups.Select(group => $"group/{group}");
        }

        if (pattern.Keys.Count > 0)
        {
            return parts.IsSupplied(pattern)
                ? [graph.Add(new Node(DataSource, "data engineers", "put objects into S3", Tones.Outside, Shape.Pill))]
                : parts.WritersOf(pattern).Select(LoopGraph.IdOf);
        }

        return pattern
            .PipelineArns.Where(arn => CanMatch(parts, pattern, arn))
            .Select(arn => IsElsewhere(parts, arn) ? Elsewhere(graph, arn) : LoopGraph.IdOf(parts.PipelineOf(arn)!));
    }

    /// <summary>A pattern may name a pipeline that has none of the steps that it listens to.</summary>
    private static bool CanMatch(LoopParts parts, RulePattern pattern, string arn) =>
        IsElsewhere(parts, arn) || pattern.Steps.Count == 0 || parts.PipelineOf(arn)!.Steps.Any(step => pattern.Steps.Contains(step.Name));

    private static bool IsElsewhere(LoopParts parts, string arn) =>
        parts.Settings.DeployAccounts.Contains(arn.Split(':')[4]) || parts.PipelineOf(arn) is null;

    private static string Elsewhere(LoopGraph graph, string arn) =>
        graph.Add(new Node(arn, arn.Split('/')[^1], $"account {arn.Split(':')[4]}", Tones.Outside, Shape.Pill));

    private static string Target(LoopGraph graph, LoopParts parts, string arn)
    {
        if (parts.PipelineOf(arn) is { } pipeline)
        {
            return LoopGraph.IdOf(pipeline);
        }

        if (parts.FunctionOf(arn) is { } function)
        {
            return Function(graph, function);
        }

        if (parts.LogOf(arn) is { } log)
        {
            return graph.Add(new Node($"log/{log.Name}", log.Name, "log group", Tones.Neutral));
        }

        return IsBus(arn)
            ? graph.Add(new Node(arn, $"event bus {arn.Split('/')[^1]}", $"account {arn.Split(':')[4]}", Tones.Outside, Shape.Pill))
            : graph.Add(new Node(arn, arn.Split(':')[^1], arn.Split(':')[2], Tones.Neutral));
    }

    private static bool IsBus(string arn) => arn.Contains(":event-bus/", StringComparison.Ordinal);

    private static string Function(LoopGraph graph, RecordedResource function) =>
        graph.Add(new Node($"function/{function.Name}", function.Name, function.Text("description") ?? "", Tones.Function));
}
