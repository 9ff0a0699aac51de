using System.Globalization;
using MlopsBatch.LocalCloud.Access;
using MlopsBatch.LocalCloud.Sqs;

namespace MlopsBatch.LocalCloud.Events;

/// <summary>
/// Brings an event to one target: faults of the service are tried again with growing waits, refusals aren't; what can't be
/// delivered goes to the target's dead-letter queue with the reason in attributes.
/// Source: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-dlq.html
/// </summary>
internal sealed class Delivery(CloudAccount account, EventRule rule, EventTarget target, CloudEvent happened)
{
    private const int MaxMessage = 1024;
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(10);

    private readonly DateTimeOffset _start = account.Time.GetUtcNow();

    /// <summary>The first try; later ones happen in the background.</summary>
    public void Begin()
    {
        if (Try() is { } refused)
        {
            if (IsFinal(refused))
            {
                GiveUp(refused, "", 0);
                return;
            }
            _ = account.Cloud.Activity.Run($"rule {rule.Name} to {target.Arn}", () => AgainAsync(refused));
        }
    }

    private async Task AgainAsync(CloudException refused)
    {
        for (var retry = 0; ; retry++)
        {
            var wait = TimeSpan.FromSeconds(Math.Min(Math.Pow(2, retry), LongestWait.TotalSeconds));
            var exhausted =
                retry >= target.Retry.MaximumRetryAttempts ? "MaximumRetryAttempts"
                : (account.Time.GetUtcNow() + wait - _start).TotalSeconds > target.Retry.MaximumEventAgeInSeconds
                    ? "MaximumEventAgeInSeconds"
                : null;
            if (exhausted is not null)
            {
                GiveUp(refused, exhausted, retry);
                return;
            }
            await account.Cloud.Activity.DelayAsync(wait, account.Time, account.Cloud.Closed);
            if (Try() is not { } again)
            {
                return;
            }
            refused = again;
        }
    }

    private CloudException? Try()
    {
        Count("Invocations");
        try
        {
            new TargetCall(account).Call(rule, target, happened);
            return null;
        }
        catch (CloudException refused)
        {
            return refused;
        }
    }

    /// <summary>A refusal that another try can't change: rights, or a target that isn't there.</summary>
    private static bool IsFinal(CloudException refused) =>
        refused.Code.StartsWith("AccessDenied", StringComparison.Ordinal)
        || refused.Code.StartsWith("ResourceNotFound", StringComparison.Ordinal)
        || refused.Code is "NotFound" or "NotFoundException" or "QueueDoesNotExist" or "ValidationException" or "InvalidParameter";

    private void GiveUp(CloudException refused, string exhausted, int retries)
    {
        Count("FailedInvocations");
        var taken = target.DeadLetterTarget is { } queue && IsTaken(queue, refused, exhausted, retries) ? queue : null;
        account.Cloud.Undelivered.Add(new("EventBridge", rule.Arn, target.Arn, refused.Code, refused.Message, taken));
    }

    private bool IsTaken(string queue, CloudException refused, string exhausted, int retries)
    {
        var attributes = new Dictionary<string, MessageAttribute>
        {
            ["RULE_ARN"] = new(rule.Arn),
            ["TARGET_ARN"] = new(target.Arn),
            ["ERROR_CODE"] = new(ErrorCode(refused)),
            ["ERROR_MESSAGE"] = new(refused.Message.Length <= MaxMessage ? refused.Message : refused.Message[..MaxMessage]),
            ["RETRY_ATTEMPTS"] = new(retries.ToString(CultureInfo.InvariantCulture), "Number"),
        };
        if (exhausted.Length > 0)
        {
            attributes["EXHAUSTED_RETRY_CONDITION"] = new(exhausted);
        }
        try
        {
            account
                .As(Caller.Service("events.amazonaws.com", rule.Arn, account.Id))
                .Peer<SqsService>(queue)
                .SendMessage(queue, happened.ToJson().ToJsonString(), attributes);
            Count("InvocationsSentToDlq");
            return true;
        }
        catch (CloudException)
        {
            Count("InvocationsFailedToBeSentToDlq");
            return false;
        }
    }

    private static string ErrorCode(CloudException refused) =>
        refused.Code.StartsWith("AccessDenied", StringComparison.Ordinal) ? "NO_PERMISSIONS"
        : IsFinal(refused) && refused.Code is not ("ValidationException" or "InvalidParameter") ? "NO_RESOURCE"
        : IsFinal(refused) ? "INVALID_PARAMETER"
        : "SDK_CLIENT_ERROR";

    private void Count(string metric)
    {
        account.CloudWatch.PutMetric(new("AWS/Events", metric, ("RuleName", rule.Name)), 1);
        if (rule.Bus != EventBridgeService.DefaultBus)
        {
            account.CloudWatch.PutMetric(new("AWS/Events", metric, ("EventBusName", rule.Bus), ("RuleName", rule.Name)), 1);
        }
    }
}
