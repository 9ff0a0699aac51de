using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using MlopsBatch.LocalCloud.Access;
using MlopsBatch.LocalCloud.Activity;
using MlopsBatch.LocalCloud.Iam;
using MlopsBatch.LocalCloud.Lambda;
using MlopsBatch.LocalCloud.Sqs;

namespace MlopsBatch.LocalCloud.Pipes;

/// <summary>
/// EventBridge Pipes of one account, from queues to functions. A pipe is woken by what arrives in its queue; what a
/// function fails on comes back when the queue shows it again, and goes where the queue's redrive policy says.
/// Source: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-sqs.html
/// </summary>
public sealed class PipesService : AccountService
{
    private readonly ConcurrentDictionary<string, (Pipe Pipe, Action Wake)> _pipes = new(StringComparer.Ordinal);

    internal PipesService(CloudAccount account)
        : base(account) { }

    /// <summary>Makes a pipe or changes it.</summary>
    /// <returns>Its ARN.</returns>
    /// <exception cref="CloudException">ValidationException for a source or target of another kind; QueueDoesNotExist.</exception>
    public string PutPipe(Pipe pipe)
    {
        var arn = ArnOf(pipe.Name);
        Authorize("pipes:CreatePipe", arn);
        if (pipe.Source.Split(':') is not [_, _, "sqs", ..] || pipe.Target.Split(':') is not [_, _, "lambda", ..])
        {
            throw new CloudException(
                "ValidationException",
                $"The local cloud has pipes from queues to functions only; '{pipe.Name}' is from {pipe.Source} to {pipe.Target}."
            );
        }
        var queue = Account.Peer<SqsService>(pipe.Source).Queue(pipe.Source);
        DeletePipe(pipe.Name);
        var mailbox = new Mailbox<Pipe>("pipe " + pipe.Name, Account.Cloud.Activity, RunAsync);
        void Wake() => mailbox.Post(pipe);
        _pipes[pipe.Name] = (pipe, Wake);
        queue.OnArrival(Wake);
        Wake();
        return arn;
    }

    public void DeletePipe(string name)
    {
        if (_pipes.TryRemove(name, out var known))
        {
            Account.Peer<SqsService>(known.Pipe.Source).Find(known.Pipe.Source)?.OffArrival(known.Wake);
        }
    }

    private string ArnOf(string name) => Account.Arn("pipes", "pipe/" + name);

    private async Task RunAsync(Pipe pipe)
    {
        if (!pipe.Running || !_pipes.TryGetValue(pipe.Name, out var current) || current.Pipe != pipe)
        {
            return;
        }
        CloudAccount role;
        try
        {
            role = Account.As(
                Account
                    .As(Caller.Service("pipes.amazonaws.com", ArnOf(pipe.Name), Account.Id))
                    .Peer<IamService>(pipe.RoleArn)
                    .AssumeRole(pipe.RoleArn, pipe.Name)
            );
        }
        catch (CloudException refused)
        {
            Fail(pipe, refused);
            return;
        }
        while (true)
        {
            IReadOnlyList<SqsMessage> messages;
            try
            {
                messages = role.Peer<SqsService>(pipe.Source).ReceiveMessage(pipe.Source, pipe.BatchSize);
            }
            catch (CloudException refused)
            {
                Fail(pipe, refused);
                return;
            }
            if (messages.Count == 0)
            {
                return;
            }
            if (await HandAsync(pipe, role, messages))
            {
                foreach (var message in messages)
                {
                    role.Peer<SqsService>(pipe.Source).DeleteMessage(pipe.Source, message.ReceiptHandle);
                }
            }
            else
            {
                ComeAgain(pipe, current.Wake, messages);
            }
        }
    }

    private async Task<bool> HandAsync(Pipe pipe, CloudAccount role, IReadOnlyList<SqsMessage> messages)
    {
        var payload = new JsonArray([.. messages.Select(message => Record(pipe, message))]).ToJsonString();
        Account.CloudWatch.PutMetric(new("AWS/EventBridge/Pipes", "Invocations", ("PipeName", pipe.Name)), 1);
        try
        {
            var lambda = role.Peer<LambdaService>(pipe.Target);
            if (!pipe.WaitsForAnswer)
            {
                lambda.InvokeLater(pipe.Target, payload);
                return true;
            }
            var result = await lambda.InvokeAsync(pipe.Target, payload, Account.Cloud.Closed);
            if (result.FunctionError is null)
            {
                return true;
            }
            Fail(pipe, new CloudException("FunctionError", result.Payload));
        }
        catch (CloudException refused)
        {
            Fail(pipe, refused);
        }
        return false;
    }

    private void Fail(Pipe pipe, CloudException refused)
    {
        Account.CloudWatch.PutMetric(new("AWS/EventBridge/Pipes", "ExecutionFailed", ("PipeName", pipe.Name)), 1);
        Account.Cloud.Undelivered.Add(new("Pipes", ArnOf(pipe.Name), pipe.Target, refused.Code, refused.Message, pipe.Source));
    }

    /// <summary>Looks again when the queue shows the messages again.</summary>
    private void ComeAgain(Pipe pipe, Action wake, IReadOnlyList<SqsMessage> messages)
    {
        var wait = messages.Max(message => message.VisibleFrom) - Time.GetUtcNow();
        _ = Account.Cloud.Activity.Run(
            "pipe " + pipe.Name,
            async () =>
            {
                await Account.Cloud.Activity.DelayAsync(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, Time, Account.Cloud.Closed);
                wake();
            }
        );
    }

    private JsonObject Record(Pipe pipe, SqsMessage message) =>
        new()
        {
            ["messageId"] = message.MessageId,
            ["receiptHandle"] = message.ReceiptHandle,
            ["body"] = message.Body,
            ["attributes"] = new JsonObject
            {
                ["ApproximateReceiveCount"] = message.ReceiveCount.ToString(CultureInfo.InvariantCulture),
                ["SentTimestamp"] = Milliseconds(message.Sent),
                ["SenderId"] = message.SenderId,
                ["ApproximateFirstReceiveTimestamp"] = Milliseconds(message.FirstReceived ?? message.Sent),
            },
            ["messageAttributes"] = new JsonObject(
                message.Attributes.Select(one =>
                    KeyValuePair.Create(
                        one.Key,
                        (JsonNode?)new JsonObject { ["stringValue"] = one.Value.Value, ["dataType"] = one.Value.DataType }
                    )
                )
            ),
            ["md5OfBody"] = Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(message.Body))),
            ["eventSource"] = "aws:sqs",
            ["eventSourceARN"] = pipe.Source,
            ["awsRegion"] = Account.Region,
        };

    private static string Milliseconds(DateTimeOffset time) => time.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
}
