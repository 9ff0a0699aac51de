using MlopsBatch.Cli.Graphs.Reading;

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

    public static void Add(LoopGraph graph, LoopParts parts)
    {
        foreach (var topic in parts.Topics)
        {
            graph.Add(new Node($"topic/{topic.Name}", topic.Name, "topic", Tones.Topic));
        }

        foreach (var function in parts.Functions)
        {
            foreach (var topic in parts.TopicsOf(function))
            {
                graph.Connect($"function/{function.Name}", $"topic/{topic.Name}", Tones.Function);
            }
        }

        AddDeadLetters(graph, parts);
        AddAlarms(graph, parts);
        AddReaders(graph, parts);
        AddGitLab(graph, parts);
    }

    private static void AddDeadLetters(LoopGraph graph, LoopParts parts)
    {
        foreach (var pipe in parts.Stack.OfType(ResourceTypes.Pipe))
        {
            graph.Add(
                new Node(DeadLetters, "dead letters", "events, schedules, calls\nthat failed for good", Tones.Fail)
                {
                    Badge = LoopStage.Failure,
                }
            );
            if (parts.FunctionOf(pipe.Text("target")!) is { } function)
            {
                graph.Connect(DeadLetters, $"function/{function.Name}", Tones.Fail);
            }
        }
    }

    private static void AddAlarms(LoopGraph graph, LoopParts parts)
    {
        var alarms = parts.Stack.OfType(ResourceTypes.Alarm).ToList();
        if (alarms.Count == 0)
        {
            return;
        }

        graph.Add(
            new Node(Alarms, "alarms", "errors, and what could\nnot be delivered or mailed", Tones.Fail) { Badge = LoopStage.Failure }
        );
        foreach (
            var topic in parts.Topics.Where(topic =>
                alarms.Any(alarm => alarm.Inputs["alarmActions"]?.AsArray().Any(arn => LoopParts.IsTopic(arn!.ToString(), topic)) == true)
            )
        )
        {
            graph.Connect(Alarms, $"topic/{topic.Name}", Tones.Fail);
        }
    }

    private static void AddReaders(LoopGraph graph, LoopParts parts)
    {
        var addresses = parts.Addresses.ToList();
        if (addresses.Count == 0)
        {
            return;
        }

        var more = addresses.Count > NamedAddresses ? $"\nand {addresses.Count - NamedAddresses} more" : "";
        graph.Add(new Node(People, "people", string.Join('\n', addresses.Take(NamedAddresses)) + more, Tones.Outside, Shape.Pill));
        foreach (
            var topic in parts.Topics.Where(topic =>
                parts.Stack.OfType(ResourceTypes.Subscription).Any(subscription => LoopParts.IsTopic(subscription.Text("topic")!, topic))
            )
        )
        {
            graph.Connect($"topic/{topic.Name}", People, Tones.Topic);
        }

        foreach (var group in parts.Groups)
        {
            graph.Close(
                People,
                $"group/{group.Text("modelPackageGroupName")}",
                Tones.Outside,
                $"{LoopStage.Decision} · approve\nor reject"
            );
        }
    }

    private static void AddGitLab(LoopGraph graph, LoopParts parts)
    {
        if (parts.Settings.GitLab is not { } gitLab || !parts.Deployers.Any())
        {
            return;
        }

        graph.Add(new Node(GitLab, "GitLab", $"{gitLab.Project}", Tones.Outside, Shape.Pill));
        foreach (var deployer in parts.Deployers)
        {
            graph.Connect($"function/{deployer.Name}", GitLab, Tones.Function);
        }

        if (parts.Settings.DeployAccounts is { Count: > 0 } accounts)
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

        foreach (var pipeline in parts.Pipelines.Where(pipeline => !pipeline.Has("RegisterModel")))
        {
            graph.Close(GitLab, LoopGraph.IdOf(pipeline), Tones.Outside, $"{LoopStage.RollOut} · pulumi up\nwith the approved\nversion");
        }
    }
}
