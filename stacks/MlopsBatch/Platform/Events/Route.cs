using MlopsBatch.Events.EventBridge;
using MlopsBatch.Pipelines.Names;
using MlopsBatch.Platform.Functions;
using MlopsBatch.Platform.Iam;
using MlopsBatch.Platform.Messaging;
using MlopsBatch.Platform.Observability;
using Pulumi;
using Pulumi.Aws.CloudWatch;
using Pulumi.Aws.CloudWatch.Inputs;

namespace MlopsBatch.Platform.Events;

/// <summary>A rule and where its events go. Every target has a retry policy and a dead-letter queue.</summary>
internal sealed class Route
{
    private readonly DeadLetterQueue _undelivered;
    private readonly Resource _parent;
    private readonly string _name;
    private readonly Input<string>? _bus;

    public Route(
        Account account,
        SharedResources shared,
        string name,
        string description,
        Input<string> pattern,
        Resource parent,
        RouteOptions? options = null
    )
    {
        (_undelivered, _parent, _name, _bus) = (shared.DeadLetters.Events, parent, name, options?.Bus);
        Rule = new EventRule(
            name,
            new EventRuleArgs
            {
                Name = account.Names.Of(name),
                Description = description,
                EventPattern = pattern,
                EventBusName = _bus!,
                State = options?.Enabled is { } enabled ? enabled.Apply(on => on ? "ENABLED" : "DISABLED") : "ENABLED",
                Tags = account.Tags(options?.Model),
            },
            new() { Parent = parent }
        );
        Alarm.Create(
            account,
            $"{name}-failed",
            $"Events of rule {name} can't be delivered; they wait in the dead-letter queue.",
            new("AWS/Events", "FailedInvocations", Dimensions),
            Page,
            shared.Topics.Operations.Arn,
            parent
        );
        Alarm.Create(
            account,
            $"{name}-lost",
            $"Events of rule {name} could neither be delivered nor put into the dead-letter queue: they are lost.",
            new("AWS/Events", "InvocationsFailedToBeSentToDlq", Dimensions),
            Page,
            shared.Topics.Operations.Arn,
            parent
        );
    }

    private EventRule Rule { get; }

    /// <summary>
    /// Dimensions of the rule's metrics: those of a rule on a bus of one's own have the bus's name as well
    /// (https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-monitoring.html).
    /// </summary>
    public InputMap<string> Dimensions
    {
        get
        {
            var dimensions = new InputMap<string> { ["RuleName"] = Rule.Name };
            if (_bus is not null)
            {
                dimensions.Add("EventBusName", _bus);
            }

            return dimensions;
        }
    }

    /// <summary>Its page of the console.</summary>
    public (string Service, Input<string> Route) Page =>
        ("events", Output.Format($"/eventbus/{_bus ?? "default"}/rules/{Rule.Name}"));

    /// <summary>Events go to a function.</summary>
    public Route ToFunction(EventFunction function, string target)
    {
        Target(target, new EventTargetArgs { Arn = function.Arn }, function.RulesPermission);
        return this;
    }

    /// <summary>
    /// Events ask the notification function for a tuning. It gets an event of our own in their place: the account's other rules hand it
    /// the same events for mails.
    /// </summary>
    /// <param name="function">The notification function.</param>
    /// <param name="pipeline">Name of the pipeline that tunes.</param>
    public Route ToTuning(EventFunction function, string pipeline)
    {
        var request = new EventTargetInputTransformerArgs
        {
            InputPaths = new InputMap<string>
            {
                ["account"] = "$.account",
                ["execution"] = "$.detail.pipelineExecutionArn",
                ["id"] = "$.id",
                ["region"] = "$.region",
                ["time"] = "$.time",
            },
            InputTemplate =
                $$"""{"source":"{{EventSources.MlopsBatch}}","detail-type":"{{DetailTypes.TuningRequested}}","id":<id>"""
                + ""","account":<account>,"region":<region>,"time":<time>"""
                + $$$""","detail":{"pipeline":"{{{pipeline}}}","violatedBy":<execution>}}""",
        };
        var permission = _bus is null ? function.RulesPermission : function.BusPermission!;
        Target("tuning", new EventTargetArgs { Arn = function.Arn, InputTransformer = request }, permission);
        return this;
    }

    /// <summary>Events are kept in a log group; its resource policy lets EventBridge write.</summary>
    public Route ToLog(AuditLog log)
    {
        Target("audit", new EventTargetArgs { Arn = log.Arn }, log.Policy);
        return this;
    }

    /// <summary>Events start a pipeline.</summary>
    /// <param name="pipelineArn">The pipeline.</param>
    /// <param name="role">A role that may start it.</param>
    /// <param name="inputKey">Where in the event the object's key is, such as <c>$.detail.object.key</c>; or a key.</param>
    public EventTarget ToPipeline(Input<string> pipelineArn, ServiceRole role, string inputKey) =>
        Target(
            "pipeline",
            new EventTargetArgs
            {
                Arn = pipelineArn,
                RoleArn = role.Arn,
                SagemakerPipelineTarget = new EventTargetSagemakerPipelineTargetArgs
                {
                    PipelineParameterLists = new EventTargetSagemakerPipelineTargetPipelineParameterListArgs
                    {
                        Name = ParameterNames.InputKey,
                        Value = inputKey,
                    },
                },
            },
            role.Policy
        );

    /// <summary>Events go to a bus, here or in another account.</summary>
    public Route ToBus(Input<string> busArn, ServiceRole role)
    {
        Target("bus", new EventTargetArgs { Arn = busArn, RoleArn = role.Arn }, role.Policy);
        return this;
    }

    /// <param name="target">Name of the target.</param>
    /// <param name="args">Where the events go.</param>
    /// <param name="permission">What lets them in: EventBridge doesn't try again what it isn't allowed.</param>
    private EventTarget Target(string target, EventTargetArgs args, Resource permission)
    {
        args.Rule = Rule.Name;
        args.EventBusName = _bus!;
        args.TargetId = target;
        args.RetryPolicy = new EventTargetRetryPolicyArgs { MaximumEventAgeInSeconds = 3600, MaximumRetryAttempts = 24 };
        args.DeadLetterConfig = new EventTargetDeadLetterConfigArgs { Arn = _undelivered.Arn };
        return new EventTarget($"{_name}-{target}", args, new() { Parent = _parent, DependsOn = permission });
    }
}
