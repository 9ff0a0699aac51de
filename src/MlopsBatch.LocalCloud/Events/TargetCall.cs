using System.Text.Json.Nodes;
using MlopsBatch.LocalCloud.Access;
using MlopsBatch.LocalCloud.Iam;
using MlopsBatch.LocalCloud.Lambda;
using MlopsBatch.LocalCloud.Logs;
using MlopsBatch.LocalCloud.SageMaker;
using MlopsBatch.LocalCloud.Sns;
using MlopsBatch.LocalCloud.Sqs;

namespace MlopsBatch.LocalCloud.Events;

/// <summary>Calls a rule's target once: with the target's role if it has one, otherwise as EventBridge for the rule.</summary>
internal sealed class TargetCall(CloudAccount account)
{
    private const string Host = "events.amazonaws.com";

    /// <exception cref="CloudException">The target refuses.</exception>
    public void Call(EventRule rule, EventTarget target, CloudEvent happened)
    {
        var document = happened.ToJson();
        var input = TargetInput.Of(target, document, rule);
        var (arn, caller) = (target.Arn, CallerFor(rule, target));
        var parts = arn.Split(':', 6);
        switch (parts[2], parts[5].Split('/', ':')[0])
        {
            case ("lambda", _):
                caller.Peer<LambdaService>(arn).InvokeLater(arn, input);
                break;
            case ("sns", _):
                caller.Peer<SnsService>(arn).Publish(arn, input);
                break;
            case ("sqs", _):
                caller.Peer<SqsService>(arn).SendMessage(arn, input);
                break;
            case ("logs", _):
                caller.Peer<LogsService>(arn).PutLogEvent(parts[5].Split(':')[1], happened.Id, input);
                break;
            case ("events", "event-bus"):
                caller.Peer<EventBridgeService>(arn).Forward(arn, happened);
                break;
            case ("sagemaker", "pipeline"):
                Start(caller.Peer<LocalSageMaker>(arn), parts[5]["pipeline/".Length..], target, document);
                break;
            default:
                throw new CloudException("ValidationException", $"The local cloud has no target '{arn}' for rules.");
        }
    }

    /// <summary>Whether the local cloud can call a target; null if it can, otherwise why not.</summary>
    public static string? Fault(EventTarget target)
    {
        var parts = target.Arn.Split(':', 6);
        if (parts.Length < 6)
        {
            return $"target '{target.Id}' has no ARN: '{target.Arn}'";
        }
        var needsRole =
            parts[2] == "sagemaker"
            || (parts[2] == "events" && target.RoleArn is null && parts[5].StartsWith("event-bus/", StringComparison.Ordinal));
        return parts[2] is not ("lambda" or "sns" or "sqs" or "logs" or "events" or "sagemaker")
                ? $"the local cloud has no target '{target.Arn}' for rules; it has functions, topics, queues, log groups, "
                    + "buses and pipelines"
            : needsRole && target.RoleArn is null ? $"target '{target.Id}' ({target.Arn}) needs a role"
            : null;
    }

    private CloudAccount CallerFor(EventRule rule, EventTarget target)
    {
        var service = account.As(Caller.Service(Host, rule.Arn, account.Id));
        return target.RoleArn is { } role ? account.As(service.Peer<IamService>(role).AssumeRole(role, "events")) : service;
    }

    private static void Start(LocalSageMaker sageMaker, string pipeline, EventTarget target, JsonObject document)
    {
        var parameters = target.PipelineParameters.ToDictionary(
            one => one.Key,
            one =>
                !one.Value.StartsWith('$') ? one.Value
                : EventPath.Find(document, one.Value) is { } value ? EventPath.Text(value)
                : throw new CloudException("ValidationException", $"The event has nothing at {one.Value} for the parameter '{one.Key}'."),
            StringComparer.Ordinal
        );
        sageMaker.StartPipelineExecution(pipeline, parameters);
    }
}
