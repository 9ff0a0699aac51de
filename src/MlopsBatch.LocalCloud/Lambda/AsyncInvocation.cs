using System.Globalization;
using System.Text.Json.Nodes;
using MlopsBatch.LocalCloud.Access;
using MlopsBatch.LocalCloud.Events;
using MlopsBatch.LocalCloud.Iam;
using MlopsBatch.LocalCloud.Sns;
using MlopsBatch.LocalCloud.Sqs;

namespace MlopsBatch.LocalCloud.Lambda;

/// <summary>
/// One event that a function gets without anyone waiting for it: tried again after one and two minutes, then handed to
/// the on-failure destination (in an envelope) and to the dead-letter queue (bare, with attributes).
/// Source: https://docs.aws.amazon.com/lambda/latest/dg/invocation-async.html
/// </summary>
internal sealed class AsyncInvocation(CloudAccount account, LambdaService lambda, string functionArn, string payload)
{
    private readonly string _requestId = account.Cloud.Ids.NextGuid("lambda request " + functionArn).ToString();
    private readonly DateTimeOffset _received = account.Time.GetUtcNow();

    public string RequestId => _requestId;

    public async Task RunAsync(CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            var function = lambda.Function(functionArn);
            var config = lambda.InvokeConfig(function.Name);
            var result = await new FunctionRunner(account, lambda).RunAsync(function, _requestId, payload, cancellation);
            if (result.FunctionError is null)
            {
                Hand(config.OnSuccess, function, "Success", attempt, result);
                return;
            }
            var wait = TimeSpan.FromMinutes(attempt);
            var condition =
                attempt > config.MaximumRetryAttempts ? "RetriesExhausted"
                : account.Time.GetUtcNow() + wait - _received > config.MaximumEventAge ? "EventAgeExceeded"
                : null;
            if (condition is not null)
            {
                GiveUp(function, config, condition, attempt, result);
                return;
            }
            await account.Cloud.Activity.DelayAsync(wait, account.Time, cancellation);
        }
    }

    private void GiveUp(FunctionConfiguration function, EventInvokeConfig config, string condition, int attempts, InvocationResult result)
    {
        var error = JsonNode.Parse(result.Payload).Text("errorMessage") ?? "";
        var taken = Hand(config.OnFailure, function, condition, attempts, result) ? config.OnFailure : null;
        if (function.DeadLetterTarget is { } queue)
        {
            var attributes = new Dictionary<string, MessageAttribute>
            {
                ["RequestID"] = new(_requestId),
                ["ErrorCode"] = new("200", "Number"),
                ["ErrorMessage"] = new(error.Length <= 1024 ? error : error[..1024]),
            };
            taken = Send(function, queue, payload, attributes, "DeadLetterErrors") ? queue : taken;
        }

        account.Cloud.Undelivered.Add(new("Lambda", function.Arn, function.Arn, condition, error, taken));
    }

    /// <returns>Whether the destination took it.</returns>
    private bool Hand(string? destination, FunctionConfiguration function, string condition, int attempts, InvocationResult result)
    {
        if (destination is null)
        {
            return false;
        }
        var response = new JsonObject { ["statusCode"] = 200, ["executedVersion"] = "$LATEST" };
        if (result.FunctionError is not null)
        {
            response["functionError"] = result.FunctionError;
        }
        var envelope = new JsonObject
        {
            ["version"] = "1.0",
            ["timestamp"] = account.Time.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
            ["requestContext"] = new JsonObject
            {
                ["requestId"] = _requestId,
                ["functionArn"] = function.Arn + ":$LATEST",
                ["condition"] = condition,
                ["approximateInvokeCount"] = attempts,
            },
            ["requestPayload"] = JsonNode.Parse(payload),
            ["responseContext"] = response,
            ["responsePayload"] = JsonNode.Parse(result.Payload),
        };
        return Send(function, destination, envelope.ToJsonString(), [], "DestinationDeliveryFailures");
    }

    /// <returns>Whether the target took it.</returns>
    private bool Send(
        FunctionConfiguration function,
        string target,
        string body,
        Dictionary<string, MessageAttribute> attributes,
        string failures
    )
    {
        try
        {
            var role = account
                .As(Caller.Service("lambda.amazonaws.com", function.Arn, account.Id))
                .Service<IamService>()
                .AssumeRole(function.Role, function.Name);
            var sender = account.As(role);
            switch (target.Split(':')[2])
            {
                case "sqs":
                    sender.Peer<SqsService>(target).SendMessage(target, body, attributes);
                    break;
                case "sns":
                    sender.Peer<SnsService>(target).Publish(target, body, attributes: attributes);
                    break;
                case "events":
                    sender
                        .Peer<EventBridgeService>(target)
                        .PutEvents([new PutEventsEntry("lambda", "Lambda Function Invocation Result", body) { EventBusName = target }]);
                    break;
                default:
                    sender.Peer<LambdaService>(target).InvokeLater(target, body);
                    break;
            }

            return true;
        }
        catch (CloudException)
        {
            account.CloudWatch.PutMetric(new("AWS/Lambda", failures, ("FunctionName", function.Name)), 1);
            return false;
        }
    }
}
