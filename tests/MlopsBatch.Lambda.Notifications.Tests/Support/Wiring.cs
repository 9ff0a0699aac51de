using System.Text.Json.Nodes;
using MlopsBatch.Configuration;
using MlopsBatch.Configuration.Files;
using MlopsBatch.Events.DeadLetters;
using MlopsBatch.Events.Functions;
using MlopsBatch.Events.Settings;
using MlopsBatch.Files;
using MlopsBatch.Inspection;
using MlopsBatch.Inspection.Declared;
using MlopsBatch.Lambda.Notifications.Publishing;
using MlopsBatch.LocalCloud.Events;
using MlopsBatch.TestSupport;
using MlopsBatch.TestSupport.Events;

namespace MlopsBatch.Lambda.Notifications.Tests.Support;

/// <summary>
/// What the example of a single account declares between an event and a mail: rules, pipes and queues, the function's environment
/// and settings, topics. Whatever a test hands to the function comes through here, in the form that this wiring gives it.
/// </summary>
internal sealed class Wiring
{
    private const string Example = "docs/examples/Pulumi.single.yaml";

    private readonly DeclaredStack _stack;
    private readonly DeclaredFunction _function;

    private Wiring(Action<JsonObject>? change = null)
    {
        _stack = Evaluate(change);
        _function = Function("notifications");
        var layer = _stack.OfType(ResourceTypes.Layer).Single(layer => layer.Name == "settings");
        Settings = LambdaSettings.Parse(layer.Inputs["code"]!["archive"]![LambdaSettings.FileName]!.ToString());
        var model = Settings.Models.Single();
        Scene = new Scene
        {
            Account = StackEvaluator.PlaceholderAccount,
            Model = model.Name,
            Bucket = model.Bucket,
            BucketPrefix = model.BucketPrefix,
            Settings = Settings,
        };
    }

    /// <summary>The example as it is.</summary>
    public static Wiring Single { get; } = new();

    /// <summary>The example with <c>notifyOn: all</c>.</summary>
    public static Wiring NotifyAll { get; } = new(settings => settings["notifications"]!["notifyOn"] = "all");

    /// <summary>The example with a message of one's own for a step.</summary>
    public static Wiring Custom { get; } =
        new(settings =>
            settings["notifications"]!["custom"] = new JsonArray(
                new JsonObject
                {
                    ["stepName"] = "TrainingEval",
                    ["stepStatus"] = "Succeeded",
                    ["stepCustomMessage"] = "The new evaluation is there: please compare it with last month's.",
                }
            )
        );

    /// <summary>The example with a model whose rules' names are cut, because they would be too long for AWS.</summary>
    public static Wiring LongName { get; } =
        new(settings => settings["models"]![0]!["name"] = "a-model-with-a-name-of-forty-characters1");

    /// <summary>The file in the functions' layer.</summary>
    public LambdaSettings Settings { get; }

    /// <summary>The example's account and model.</summary>
    public Scene Scene { get; }

    /// <summary>The topics that the function is told.</summary>
    public Topics Topics =>
        new(
            _function.Environment[EnvironmentVariables.OperationsTopicArn],
            _function.Environment[EnvironmentVariables.ApprovalsTopicArn],
            _function.Environment[EnvironmentVariables.QualityTopicArn]
        );

    /// <summary>The declared topic with this ARN.</summary>
    public string TopicName(string arn) =>
        _stack.OfType(ResourceTypes.Topic).Single(topic => arn.EndsWith($":{topic.Text("name")}", StringComparison.Ordinal)).Name;

    /// <summary>What hands the event to the function as it is: a rule, or the pipe of a queue; null if nothing does.</summary>
    public string? CarrierOf(JsonNode e) =>
        e is JsonArray messages
            ? $"pipe {PipeOf(messages.Single()!["eventSourceARN"]!.ToString()).Name}"
            : RuleOf(e.AsObject(), _function) is { } rule ? $"rule {rule.LogicalName}" : null;

    /// <summary>What EventBridge puts into the queue of a rule's only target, as the queue's pipe hands it over.</summary>
    public JsonArray Undelivered(string ruleName, JsonObject e, string code, string message)
    {
        var rule = _stack.Rules.Single(rule => rule.LogicalName == ruleName);
        EventPattern.Parse(rule.PatternText).Matches(e).ShouldBeTrue($"{ruleName} takes {e}");
        var target = rule.Targets.ShouldHaveSingleItem();
        return Piped(
            target.DeadLetterQueue!.ToString(),
            e.ToJsonString(),
            new()
            {
                [DeadLetterAttributes.RuleArn] = $"arn:aws:events:{Scene.Region}:{Scene.Account}:rule/{rule.Name}",
                [DeadLetterAttributes.TargetArn] = target.Arn.ToString(),
                [DeadLetterAttributes.ErrorCode] = code,
                [DeadLetterAttributes.ErrorMessage] = message,
                [DeadLetterAttributes.RetryAttempts] = "0",
            }
        );
    }

    /// <summary>What Scheduler puts into the queue of the only schedule, as the queue's pipe hands it over.</summary>
    public JsonArray UndeliveredSchedule(string code, string message)
    {
        var schedule = _stack.Schedules.ShouldHaveSingleItem();
        return Piped(
            schedule.Target.DeadLetterQueue!.ToString(),
            "{}",
            new()
            {
                [DeadLetterAttributes.ScheduleArn] =
                    $"arn:aws:scheduler:{Scene.Region}:{Scene.Account}:schedule/default/{schedule.Resource.Text("name")}",
                [DeadLetterAttributes.TargetArn] = schedule.Target.Arn.ToString(),
                [DeadLetterAttributes.ErrorCode] = code,
                [DeadLetterAttributes.ErrorMessage] = message,
                [DeadLetterAttributes.RetryAttempts] = "0",
            }
        );
    }

    /// <summary>What Lambda puts into a function's on-failure destination, as the queue's pipe hands it over.</summary>
    /// <param name="functionName">The function.</param>
    /// <param name="e">The event, as the function got it.</param>
    /// <param name="errorType">What the function threw.</param>
    /// <param name="errorMessage">Its message.</param>
    /// <param name="transformedBy">The rule that made this event of another one; null for an event that a rule hands over as it is.</param>
    public JsonArray FailedInvocation(
        string functionName,
        JsonObject e,
        string errorType,
        string errorMessage,
        string? transformedBy = null
    )
    {
        var function = Function(functionName);
        var rule = transformedBy is null ? RuleOf(e, function) : _stack.Rules.SingleOrDefault(rule => rule.LogicalName == transformedBy);
        rule.ShouldNotBeNull($"no rule hands {e} to {functionName}")
            .Targets.ShouldContain(target => _stack.FunctionOf(target.Arn) == function);
        var retries = _stack
            .OfType(ResourceTypes.InvokeConfig)
            .Single(config => config.Text("functionName") == function.Name)
            .Inputs["maximumRetryAttempts"]!.GetValue<long>();
        var envelope = new JsonObject
        {
            ["version"] = "1.0",
            ["timestamp"] = "2026-11-19T14:07:00.000Z",
            ["requestContext"] = new JsonObject
            {
                ["requestId"] = "e4b46cbf-b738-4a6d-8880-a18cdf61200e",
                ["functionArn"] = $"arn:aws:lambda:{Scene.Region}:{Scene.Account}:function:{function.Name}:$LATEST",
                ["condition"] = "RetriesExhausted",
                ["approximateInvokeCount"] = 1 + retries,
            },
            ["requestPayload"] = e.DeepClone(),
            ["responseContext"] = new JsonObject
            {
                ["statusCode"] = 200,
                ["executedVersion"] = "$LATEST",
                ["functionError"] = "Unhandled",
            },
            ["responsePayload"] = new JsonObject { ["errorMessage"] = errorMessage, ["errorType"] = errorType },
        };
        return Piped(_stack.FailureDestination(function)!.ToString(), envelope.ToJsonString(), []);
    }

    private DeclaredFunction Function(string name) => _stack.Functions.Single(function => function.LogicalName == name);

    private DeclaredRule? RuleOf(JsonObject e, DeclaredFunction function)
    {
        var taking = _stack.Rules.Where(rule => rule is { IsEnabled: true, Bus: null } && EventPattern.Parse(rule.PatternText).Matches(e));
        var handing = taking.Where(rule => rule.Targets.Any(target => _stack.FunctionOf(target.Arn) == function)).ToArray();
        handing.Length.ShouldBeLessThanOrEqualTo(1, "two rules would give two mails");
        foreach (var target in handing.SelectMany(rule => rule.Targets).Where(target => _stack.FunctionOf(target.Arn) == function))
        {
            foreach (var input in new[] { "input", "inputPath", "inputTransformer" })
            {
                target.Configuration[input].ShouldBeNull("the function takes events as they are");
            }
        }

        return handing.SingleOrDefault();
    }

    private RecordedResource PipeOf(string queueArn)
    {
        var pipe = _stack.OfType(ResourceTypes.Pipe).Where(pipe => pipe.Text("source") == queueArn).ShouldHaveSingleItem();
        pipe.Text("target")!.ShouldEndWith($":function:{_function.Name}");
        return pipe;
    }

    private JsonArray Piped(string queueArn, string body, Dictionary<string, string> attributes)
    {
        PipeOf(queueArn).Inputs["targetParameters"]!["inputTemplate"].ShouldBeNull("the function takes messages as they are");
        return EventTemplates.DeadLetter(Scene, body, attributes, queueArn);
    }

    private static DeclaredStack Evaluate(Action<JsonObject>? change)
    {
        var file = StackFile.Read(Repository.Root, Example);
        var settings = (JsonObject)JsonNode.Parse(file.Settings!)!;
        change?.Invoke(settings);
        var context = new StackContext
        {
            Stack = file.Stack,
            Region = file.Region,
            Settings = SettingsReader.Read(settings.ToJsonString(), new StackFacts(file.Stack, file.Region, null)),
            Files = new ProjectFiles(Repository.Root),
        };
        var approved = FixedApprovedModels.First(context.Settings, context.Region, StackEvaluator.PlaceholderAccount);
        return new(Task.Run(() => StackEvaluator.EvaluateAsync(context, approved)).GetAwaiter().GetResult());
    }
}
