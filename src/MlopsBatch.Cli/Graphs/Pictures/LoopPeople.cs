using MlopsBatch.Aws;
using MlopsBatch.Inspection.Declared;

namespace MlopsBatch.Cli.Graphs.Pictures;

/// <summary>Who is told, who decides, and how a decision comes back as a deployment.</summary>
internal static class LoopPeople
{
    private const string People = "people/mail";
    private const string DeadLetters = "dead-letters";
    private const string Alarms = "alarms";
    private const string GitLab = "gitlab";

    /// <summary>Addresses that a picture names; the others are counted.</summary>
    private const int NamedAddresses = 3;

    public static void Add(LoopGraph graph, LoopResources resources)
    {
        foreach (var topic in resources.Topics)
        {
            graph.Add(new Node($"topic/{topic.Name}", topic.Name, "topic", Tones.Topic));
        }

        foreach (var function in resources.Stack.Functions)
        {
            foreach (var topic in resources.TopicsOf(function))
            {
                graph.Connect($"function/{function.LogicalName}", $"topic/{topic.Name}", Tones.Function);
            }
        }

        AddDeadLetters(graph, resources);
        AddAlarms(graph, resources);
        AddReaders(graph, resources);
        AddGitLab(graph, resources);
    }

    private static void AddDeadLetters(LoopGraph graph, LoopResources resources)
    {
        foreach (var pipe in resources.Stack.OfType(ResourceTypes.Pipe))
        {
            graph.Add(
                new Node(DeadLetters, "dead letters", "events, schedules, calls\nthat failed for good", Tones.Fail)
                {
                    Badge = LoopStage.Failure,
                }
            );
            if (resources.Stack.FunctionOf(Arn.Parse(pipe.Text("target")!)) is { } function)
            {
                graph.Connect(DeadLetters, $"function/{function.LogicalName}", Tones.Fail);
            }
        }
    }

    private static void AddAlarms(LoopGraph graph, LoopResources resources)
    {
        var alarms = resources.Stack.OfType(ResourceTypes.Alarm).ToList();
        if (alarms.Count == 0)
        {
            return;
        }

        graph.Add(
            new Node(Alarms, "alarms", "errors, and what could\nnot be delivered or mailed", Tones.Fail) { Badge = LoopStage.Failure }
        );
        foreach (
            var topic in resources.Topics.Where(topic =>
                alarms.Any(alarm => DeclaredStack.Arns(alarm, "alarmActions").Any(arn => LoopResources.IsTopic(arn, topic)))
            )
        )
        {
            graph.Connect(Alarms, $"topic/{topic.Name}", Tones.Fail);
        }
    }

    private static void AddReaders(LoopGraph graph, LoopResources resources)
    {
        var addresses = resources.Addresses.ToList();
        if (addresses.Count == 0)
        {
            return;
        }

        var more = addresses.Count > NamedAddresses ? $"\nand {addresses.Count - NamedAddresses} more" : "";
        graph.Add(new Node(People, "people", string.Join('\n', addresses.Take(NamedAddresses)) + more, Tones.Outside, Shape.Pill));
        foreach (
            var topic in resources.Topics.Where(topic =>
                resources.Subscriptions.Any(subscription => LoopResources.IsTopic(Arn.Parse(subscription.Text("topic")!), topic))
            )
        )
        {
            graph.Connect($"topic/{topic.Name}", People, Tones.Topic);
        }

        foreach (var group in resources.Groups)
        {
            graph.Close(
                People,
                $"group/{group.Text("modelPackageGroupName")}",
                Tones.Outside,
                $"{LoopStage.Decision} · approve\nor reject"
            );
        }
    }

    private static void AddGitLab(LoopGraph graph, LoopResources resources)
    {
        if (resources.Settings.GitLab is not { } gitLab || !resources.Deployers.Any())
        {
            return;
        }

        graph.Add(new Node(GitLab, "GitLab", $"{gitLab.Project}", Tones.Outside, Shape.Pill));
        foreach (var deployer in resources.Deployers)
        {
            graph.Connect($"function/{deployer.LogicalName}", GitLab, Tones.Function);
        }

        if (resources.Settings.DeployAccounts is { Count: > 0 } accounts)
        {
            graph.Add(
                new Node(
                    "accounts",
                    accounts.Count == 1 ? "deploy account" : "deploy accounts",
                    string.Join('\n', accounts),
                    Tones.Outside,
                    Shape.Pill
                )
            );
            graph.Connect(GitLab, "accounts", Tones.Outside, $"{LoopStage.RollOut} · pulumi up");
        }

        foreach (var pipeline in resources.Pipelines.Where(pipeline => !pipeline.Has("RegisterModel")))
        {
            graph.Close(GitLab, LoopGraph.IdOf(pipeline), Tones.Outside, $"{LoopStage.RollOut} · pulumi up\nwith the approved\nversion");
        }
    }
}
