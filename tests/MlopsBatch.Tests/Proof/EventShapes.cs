using MlopsBatch.Inspection.Declared;

namespace MlopsBatch.Tests.Proof;

/// <summary>Every rule with its targets, and the schedules: event → rule → receiver, with the queue for what gets lost.</summary>
internal static class EventShapes
{
    public static IEnumerable<Shape> Of(Place place, string platformKey) =>
        Routes(place).SelectMany(route => Of(place, route)).Concat(Schedules(place, platformKey)).Concat(Bus(place));

    /// <summary>The rules of a place: name, and the targets' ids.</summary>
    public static IEnumerable<(string Name, string[] Targets)> Routes(Place place)
    {
        yield return ("executions", ["notifications"]);
        yield return ("deployments", ["notifications", "audit"]);
        if (place == Place.Dev)
        {
            yield return ("steps", ["notifications"]);
        }

        if (place.Builds)
        {
            yield return ("versions", ["notifications", "audit"]);
            yield return ("decisions", ["approval-deploy"]);
            yield return ("abalone-training-data", ["training"]);
        }

        if (place.Deploys)
        {
            yield return ("violations", ["notifications"]);
            yield return ("abalone-inference-data", ["batch-inference"]);
        }

        if (place == Place.Single)
        {
            yield return ("abalone-retraining", ["tuning"]);
        }

        if (place.IsShared)
        {
            yield return ("abalone-remote-retraining", ["tuning"]);
        }

        if (place.SendsViolations)
        {
            yield return ("abalone-violation", ["bus"]);
        }
    }

    /// <summary>The bus that a rule listens on, if not the account's own.</summary>
    public static string? BusOf(Place place, string rule) => rule.Contains("remote") ? $"mlops-batch-{place.Stack}" : null;

    private static IEnumerable<Shape> Of(Place place, (string Name, string[] Targets) route)
    {
        (string, string)[] bus = BusOf(place, route.Name) is { } name ? [("eventBusName", name)] : [];
        yield return new(ResourceTypes.Rule, route.Name, [("name", place.Full(route.Name)), ("state", "ENABLED"), .. bus]);
        foreach (var target in route.Targets)
        {
            var isPipeline = place.Pipelines.Contains(place.Pipeline(target));
            var id = isPipeline ? "pipeline" : target;
            yield return new(
                ResourceTypes.Target,
                $"{route.Name}-{id}",
                [
                    ("rule", place.Full(route.Name)),
                    ("targetId", id),
                    ("deadLetterConfig.arn", place.Queue("undelivered-events")),
                    ("retryPolicy.maximumEventAgeInSeconds", "3600"),
                    ("retryPolicy.maximumRetryAttempts", "24"),
                    .. bus,
                    .. isPipeline ? Pipeline(place, target) : [("arn", Receiver(place, target))],
                    .. target == "tuning" ? Request : [],
                    .. target == "bus" ? [("roleArn", place.Role("abalone-violations"))] : Array.Empty<(string, string)>(),
                ]
            )
            {
                After = target switch
                {
                    "tuning" => [(ResourceTypes.Permission, bus.Length > 0 ? "notifications-bus-rules" : "notifications-rules")],
                    "notifications" or "approval-deploy" => [(ResourceTypes.Permission, $"{target}-rules")],
                    "bus" => [(ResourceTypes.RolePolicy, "abalone-violations")],
                    "audit" => [(ResourceTypes.LogResourcePolicy, "audit")],
                    _ => [(ResourceTypes.RolePolicy, "abalone-start")],
                },
            };
        }
    }

    /// <summary>What asks for a tuning: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-transform-target-input.html.</summary>
    private static (string, string)[] Request { get; } =
        [
            ("inputTransformer.inputPaths.account", "$.account"),
            ("inputTransformer.inputPaths.execution", "$.detail.pipelineExecutionArn"),
            ("inputTransformer.inputPaths.id", "$.id"),
            ("inputTransformer.inputPaths.region", "$.region"),
            ("inputTransformer.inputPaths.time", "$.time"),
            (
                "inputTransformer.inputTemplate",
                """{"source":"mlops-batch","detail-type":"MlopsBatch Tuning Requested","id":<id>,"account":<account>,"region":<region>"""
                    + ""","time":<time>,"detail":{"pipeline":"abalone-training-with-hpo","violatedBy":<execution>}}"""
            ),
        ];

    private static IEnumerable<(string, string)> Pipeline(Place place, string pipeline)
    {
        yield return ("arn", place.Pipeline(pipeline));
        yield return ("roleArn", place.Role("abalone-start"));
        yield return ("sagemakerPipelineTarget.pipelineParameterLists.0.name", "InputKey");
        yield return ("sagemakerPipelineTarget.pipelineParameterLists.0.value", "$.detail.object.key");
    }

    private static string Receiver(Place place, string target) =>
        target switch
        {
            "audit" => place.Arn("logs", $"log-group:/aws/events/{place.Full("audit")}"),
            "bus" => Place.ViolationBus,
            "tuning" => place.Function("notifications"),
            _ => place.Function(target),
        };

    private static IEnumerable<Shape> Schedules(Place place, string platformKey)
    {
        var (name, pipeline, cron, key) = place.Deploys
            ? ("abalone-inference", "batch-inference", "cron(0 3 * * ? *)", "batch-scoring/data/raw/")
            : ("abalone-training", "training", "cron(0 2 1 * ? *)", "training/data/raw/");
        if (place == Place.StagingPlace)
        {
            yield break;
        }

        yield return new(
            ResourceTypes.Schedule,
            name,
            ("name", place.Full(name)),
            ("state", "ENABLED"),
            ("scheduleExpression", cron),
            ("scheduleExpressionTimezone", "Europe/Berlin"),
            ("flexibleTimeWindow.mode", "OFF"),
            ("kmsKeyArn", platformKey),
            ("target.arn", place.Pipeline(pipeline)),
            ("target.roleArn", place.Role("abalone-start")),
            ("target.deadLetterConfig.arn", place.Queue("undelivered-schedules")),
            ("target.retryPolicy.maximumEventAgeInSeconds", "3600"),
            ("target.retryPolicy.maximumRetryAttempts", "24"),
            ("target.sagemakerPipelineParameters.pipelineParameters.0.name", "InputKey"),
            ("target.sagemakerPipelineParameters.pipelineParameters.0.value", $"{place.Prefix}/{key}")
        )
        {
            After = [(ResourceTypes.RolePolicy, "abalone-start")],
        };
    }

    private static IEnumerable<Shape> Bus(Place place) =>
        place.IsShared
            ?
            [
                new(ResourceTypes.EventBus, "violations", ("name", $"mlops-batch-{place.Stack}")),
                new(ResourceTypes.EventBusPolicy, "violations", ("eventBusName", $"mlops-batch-{place.Stack}")),
            ]
            : [];
}
