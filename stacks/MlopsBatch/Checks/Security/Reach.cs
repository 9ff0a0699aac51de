using System.Text.Json.Nodes;
using MlopsBatch.Aws;
using MlopsBatch.Aws.Iam;
using MlopsBatch.Inspection;
using MlopsBatch.Inspection.Declared;

namespace MlopsBatch.Checks.Security;

/// <summary>
/// Whether what is wired is let through, too: the requests that AWS's services make for a target, a subscription, an alarm, asked
/// of all policies that have a say.
/// </summary>
/// <remarks>
/// https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html,
/// https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-dlq.html,
/// https://docs.aws.amazon.com/sns/latest/dg/sns-configure-dead-letter-queue.html,
/// https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html,
/// https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-permissions.html,
/// https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Notify_Users_Alarm_Changes.html,
/// https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html
/// </remarks>
internal sealed class Reach(DeclaredStack graph)
{
    private const string Events = "events.amazonaws.com";
    private static readonly string[] KeyUse = ["kms:GenerateDataKey", "kms:Decrypt"];

    /// <summary>SNS, with a mail that it couldn't deliver.</summary>
    public AccessAnswer OfDeadMails(RecordedResource subscription) =>
        subscription.Text("redrivePolicy") is { } redrive && JsonNode.Parse(redrive)?["deadLetterTargetArn"]?.ToString() is { } queue
            ? AccessAnswer.Allowed(Send(RequestPrincipal.Service("sns.amazonaws.com"), queue, From(subscription.Text("topic")!)))
            : new(false, "it has no dead-letter queue");

    /// <summary>A function's role, with what the function failed on.</summary>
    public AccessAnswer OfFailures(DeclaredFunction function) =>
        graph.FailureDestination(function) is { } queue
            ? ByRole(function.Resource.Text("role")!, role => Send(role, queue.ToString(), RequestContext.Empty))
            : new(false, "it has no destination for what it fails on");

    /// <summary>EventBridge, with a rule's event: to the receiver, and to the dead-letter queue.</summary>
    public AccessAnswer OfRule(DeclaredRule rule, DeclaredTarget target)
    {
        var source = From(rule.Resource.Arn!);
        var receiver = target.Arn.ToString();
        var events = RequestPrincipal.Service(Events);
        return AccessAnswer.All([
            target.Role is { } role ? ByTakenRole(role.ToString(), Events, source, receiver)
                : target.Arn.Service == "logs" ? AccessAnswer.Allowed(WriteEvents(receiver, source))
                : AccessAnswer.Allowed(Deliver(events, target.Arn, source)),
            .. DeadLetters(target, queue => AccessAnswer.Allowed(Send(events, queue, source))),
        ]);
    }

    /// <summary>Scheduler, with a schedule's call; its role sends dead letters as well.</summary>
    public AccessAnswer OfSchedule(DeclaredSchedule schedule)
    {
        var role = schedule.Target.Role!.ToString();
        return AccessAnswer.All([
            ByTakenRole(role, "scheduler.amazonaws.com", From(schedule.Resource.Arn!), schedule.Target.Arn.ToString()),
            .. DeadLetters(schedule.Target, queue => ByRole(role, caller => Send(caller, queue, RequestContext.Empty))),
        ]);
    }

    /// <summary>A pipe, which mails dead letters.</summary>
    public AccessAnswer OfPipe(RecordedResource pipe)
    {
        var role = pipe.Text("roleArn")!;
        var queue = pipe.Text("source")!;
        return AccessAnswer.All([
            ByTakenRole(role, "pipes.amazonaws.com", From(pipe.Arn!), pipe.Text("target")!),
            ByRole(
                role,
                caller =>
                    [
                        .. new[] { "sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes" }.Select(action =>
                            Ask(caller, action, queue, RequestContext.Empty)
                        ),
                        .. UseKey(caller, queue, RequestContext.Empty, "kms:Decrypt"),
                    ]
            ),
        ]);
    }

    /// <summary>CloudWatch, with an alarm.</summary>
    public AccessAnswer OfAlarm(RecordedResource alarm)
    {
        var topics = DeclaredStack.Arns(alarm, "alarmActions").ToList();
        return topics.Count == 0 || alarm.Inputs["actionsEnabled"]?.GetValue<bool>() == false
            ? new(false, "it acts on nothing")
            : AccessAnswer.Allowed(
                topics.SelectMany(topic => Deliver(RequestPrincipal.Service("cloudwatch.amazonaws.com"), topic, From(alarm.Arn!)))
            );
    }

    /// <summary>CloudWatch Logs, with the key of a log group.</summary>
    public AccessAnswer OfLogs(RecordedResource group)
    {
        var logs = RequestPrincipal.Service(Host("logs"));
        var context = RequestContext.Empty.With("kms:EncryptionContext:aws:logs:arn", group.Arn!);
        return group.Text("kmsKeyId") is { } key
            ? AccessAnswer.Allowed(
                new[] { "kms:Encrypt", "kms:Decrypt", "kms:GenerateDataKey", "kms:DescribeKey" }.Select(action =>
                    Ask(logs, action, key, context)
                )
            )
            : new(false, "it has no key of ours");
    }

    /// <summary>S3, with a bucket's access log.</summary>
    public AccessAnswer OfAccessLogs(RecordedResource bucket, RecordedResource logging)
    {
        var target = graph.OfType(ResourceTypes.Bucket).FirstOrDefault(one => one.Text("bucket") == logging.Text("targetBucket"));
        return target is null
            ? new(true, "a bucket that the stack didn't make, whose policy isn't seen")
            : AccessAnswer.Allowed([
                Ask(
                    RequestPrincipal.Service("logging.s3.amazonaws.com"),
                    "s3:PutObject",
                    $"{target.Arn}/{logging.Text("targetPrefix")}any",
                    From(bucket.Arn!)
                ),
            ]);
    }

    private static IEnumerable<AccessAnswer> DeadLetters(DeclaredTarget target, Func<string, AccessAnswer> ask) =>
        [target.IsGuarded ? ask(target.DeadLetterQueue!.ToString()) : new(false, "it has no retry policy or no dead-letter queue")];

    /// <summary>A service takes the role for what it does.</summary>
    private AccessAnswer ByTakenRole(string role, string service, RequestContext source, string receiver) =>
        AccessAnswer.All([
            AccessAnswer.Allowed([Ask(RequestPrincipal.Service(service), "sts:AssumeRole", role, source)]),
            ByRole(role, caller => Deliver(caller, Arn.Parse(receiver), RequestContext.Empty)),
        ]);

    private AccessAnswer ByRole(string arn, Func<RequestPrincipal, IEnumerable<(AuthorizationRequest, AuthorizationDecision)>> ask) =>
        graph.Authorization.Role(arn) is null
            ? new(true, $"{arn} is given; its policies aren't seen")
            : AccessAnswer.Allowed(ask(RequestPrincipal.Role(arn, "session")));

    /// <summary>To a receiver, as its service calls it.</summary>
    private IEnumerable<(AuthorizationRequest, AuthorizationDecision)> Deliver(RequestPrincipal caller, Arn receiver, RequestContext source)
    {
        var action = receiver.Service switch
        {
            "events" => "events:PutEvents",
            "lambda" => "lambda:InvokeFunction",
            "sagemaker" => "sagemaker:StartPipelineExecution",
            "sns" => "sns:Publish",
            "sqs" => "sqs:SendMessage",
            var other => throw new InvalidOperationException($"No row knows how {other} is called: {receiver}. Say it in {nameof(Reach)}."),
        };
        return [Ask(caller, action, receiver.ToString(), source), .. UseKey(caller, receiver.ToString(), source, KeyUse)];
    }

    private IEnumerable<(AuthorizationRequest, AuthorizationDecision)> Send(RequestPrincipal caller, string queue, RequestContext source) =>
        Deliver(caller, Arn.Parse(queue), source);

    /// <summary>Into a log group: EventBridge makes the stream, and writes through log delivery.</summary>
    private IEnumerable<(AuthorizationRequest, AuthorizationDecision)> WriteEvents(string group, RequestContext source) =>
        from service in new[] { Events, "delivery.logs.amazonaws.com" }
        from action in new[] { "logs:CreateLogStream", "logs:PutLogEvents" }
        select Ask(RequestPrincipal.Service(service), action, $"{group}:log-stream:any", source);

    /// <summary>The key of a topic or queue, which whoever puts something there uses.</summary>
    private IEnumerable<(AuthorizationRequest, AuthorizationDecision)> UseKey(
        RequestPrincipal caller,
        string receiver,
        RequestContext source,
        params string[] actions
    )
    {
        var encrypted = graph
            .OfType(ResourceTypes.Topic)
            .Concat(graph.OfType(ResourceTypes.Queue))
            .FirstOrDefault(one => one.Arn == receiver);
        if (encrypted?.Text("kmsMasterKeyId") is not { } key || !Arn.TryParse(key, out _))
        {
            return [];
        }

        var context = source.With("kms:CallerAccount", graph.Stack.Account).With("kms:ViaService", Host(Arn.Parse(receiver).Service));
        return actions.Select(action => Ask(caller, action, key, context));
    }

    private (AuthorizationRequest, AuthorizationDecision) Ask(
        RequestPrincipal caller,
        string action,
        string resource,
        RequestContext context
    ) => (new(caller, action, resource), graph.Authorization.Decide(caller, action, resource, Encrypted(context)));

    private string Host(string service) => Partition.OfRegion(graph.Stack.Region).ServiceHost(service, graph.Stack.Region);

    /// <summary>Services come with TLS.</summary>
    private static RequestContext Encrypted(RequestContext context) => context.With("aws:SecureTransport", "true");

    /// <summary>On whose behalf a service comes.</summary>
    private RequestContext From(string source) =>
        RequestContext.Empty.With("aws:SourceArn", source).With("aws:SourceAccount", graph.Stack.Account);
}
