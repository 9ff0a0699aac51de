using MlopsBatch.Configuration;
using MlopsBatch.Events.EventBridge;
using MlopsBatch.Events.Functions;
using MlopsBatch.LocalCloud.Access;
using MlopsBatch.LocalCloud.Activity;
using MlopsBatch.LocalCloud.Events;
using MlopsBatch.LocalCloud.Scheduler;
using MlopsBatch.LocalCloud.Sqs;
using MlopsBatch.Rehearsal.Cloud;

namespace MlopsBatch.Rehearsal.Chapters;

/// <summary>
/// Services are down for longer than anybody tries again: all that rules and schedules call, then the topics, then the function
/// that mails dead letters. What happened meanwhile is told or lies in a queue; nothing is lost.
/// </summary>
internal sealed class UndeliveredChapter : IChapter
{
    public const string Id = "undelivered";

    /// <summary>What rules and schedules of the stack call.</summary>
    private static readonly string[] Calls = ["lambda:InvokeFunction", "sagemaker:StartPipelineExecution", "logs:PutLogEvents"];

    /// <summary>Longer than the stack's rules, schedules and functions try.</summary>
    private static readonly TimeSpan UntilGivenUp = TimeSpan.FromHours(2);

    /// <summary>Longer than the mails' pipes try.</summary>
    private static readonly TimeSpan UntilMoved = TimeSpan.FromHours(4);

    public string Name => Id;

    public string Title => "services are down for long: all that they miss is told or kept, nothing is lost";

    public IReadOnlyList<string> Needs => [ApprovalChapter.Id];

    public IReadOnlyList<string> Rows => ["L10"];

    public async Task<bool> PlayAsync(Stage stage, CancellationToken cancellation)
    {
        stage.ExpectDelivered();
        await TargetsAsync(stage, cancellation);
        await TopicsAsync(stage, cancellation);
        await MailsOfDeadLettersAsync(stage, cancellation);
        return true;
    }

    /// <summary>Every rule that has matched something matches it once more, and every schedule fires.</summary>
    private static async Task TargetsAsync(Stage stage, CancellationToken cancellation)
    {
        var cloud = stage.Cloud;
        stage.Say("whatever rules and schedules call is down over night");
        var end = cloud.Accounts.Max(NightChapter.NextFiring)!.Value + UntilGivenUp;
        IReadOnlyList<Undelivered> missed;
        Seen meanwhile;
        using (cloud.Local.Outages.Begin(call => Calls.Contains(call.Action) && IsDelivery(call.Caller)))
        {
            meanwhile = await stage.DoAsync(
                () =>
                {
                    foreach (var account in cloud.Accounts)
                    {
                        foreach (var happened in Samples(cloud, account))
                        {
                            account.Account.Events.Publish(happened);
                        }
                    }

                    return cloud.WaitAsync(end - cloud.Now, cancellation);
                },
                cancellation
            );
            missed = stage.TakeUndelivered();
        }

        stage.ExpectKept("what rules and schedules couldn't deliver is kept as dead letters", missed);
        var schedules = cloud.Accounts.Sum(account => account.Account.Service<SchedulerService>().ListSchedules().Count);
        var fired = missed.Count(one => one.Service == "Scheduler");
        stage.Expect("L10", "each schedule that fired is among them", fired == schedules, $"{fired} of {schedules} schedules");
        // The mails of dead letters are told by the function's invocations that the pipes make, which went on meanwhile.
        var told = await stage.DoAsync(() => cloud.WaitAsync(UntilGivenUp, cancellation), cancellation);
        var left = Mailed(cloud).Where(queue => queue.Sqs.Contents(queue.Url).Count > 0).Select(queue => queue.Url).ToList();
        stage.Expect("L10", "every dead letter has been taken out of its queue and mailed", left.Count == 0, Words(left, missed));
        stage.ExpectMail("L10", "rules that can't deliver raise their alarms", told.With(meanwhile), RehearsalStack.Operator, "-failed");
    }

    /// <summary>The function that mails can't publish: its event is given up, kept, and told once the topics are there again.</summary>
    private static async Task TopicsAsync(Stage stage, CancellationToken cancellation)
    {
        var cloud = stage.Cloud;
        var home = cloud.Home(AccountRole.Registry);
        stage.Say("the topics are down for the function that mails");
        IReadOnlyList<Undelivered> missed;
        using (cloud.Local.Outages.Begin(call => call.Action == "sns:Publish" && call.Caller.Principal.Type == PrincipalType.Role))
        {
            var registered = cloud.Events.First(happened => happened.DetailType == DetailTypes.ModelPackage);
            await stage.DoAsync(
                () =>
                {
                    var (source, kind) = (registered.Source, registered.DetailType);
                    home.Account.Events.Publish(source, kind, registered.Resources, registered.Detail.DeepClone().AsObject());
                    return cloud.WaitAsync(TimeSpan.FromMinutes(10), cancellation);
                },
                cancellation
            );
            missed = [.. stage.TakeUndelivered().Where(one => one.Service == "Lambda")];
        }

        stage.ExpectKept("an event that the mailing function failed on in all tries is kept", missed);
        var told = await stage.DoAsync(() => cloud.WaitAsync(UntilGivenUp, cancellation), cancellation);
        stage.TakeUndelivered();
        var name = home.Stack.Context.Settings.Notifications.FunctionName ?? FunctionNames.Notifications;
        stage.ExpectMail("L10", "once the topics are up, operations are told of it", told, RehearsalStack.Operator, name);
    }

    /// <summary>No dead letter can be mailed: each goes on to the last queue, whose alarm the chapter "poison" has raised.</summary>
    private static async Task MailsOfDeadLettersAsync(Stage stage, CancellationToken cancellation)
    {
        var cloud = stage.Cloud;
        stage.Say("the function that mails dead letters is down");
        var before = Last(cloud).Sum(queue => queue.Sqs.Contents(queue.Url).Count);
        var sent = Mailed(cloud).ToList();
        using (cloud.Local.Outages.Begin(call => call.Action == "lambda:InvokeFunction"))
        {
            await stage.DoAsync(
                () =>
                {
                    sent.ForEach(queue => queue.Sqs.SendMessage(queue.Url, """{"detail-type":"a dead letter that can't be mailed"}"""));
                    return cloud.WaitAsync(UntilMoved, cancellation);
                },
                cancellation
            );
            stage.TakeUndelivered();
        }

        var moved = Last(cloud).Sum(queue => queue.Sqs.Contents(queue.Url).Count) - before;
        stage.Expect(
            "L10",
            "a dead letter that can't be mailed goes on to the last queue",
            moved == sent.Count,
            $"{moved} of {sent.Count} dead letters"
        );
    }

    /// <summary>The youngest event that each rule has matched.</summary>
    private static IEnumerable<CloudEvent> Samples(RehearsalCloud cloud, AccountView account)
    {
        var own = cloud.Events.Where(happened => happened.Account == account.Account.Id).Reverse().ToList();
        return account
            .Account.Service<EventBridgeService>()
            .ListRules()
            .Where(rule => rule.Enabled)
            .Select(rule => own.Find(happened => rule.Pattern.Matches(happened.ToJson())))
            .OfType<CloudEvent>()
            .DistinctBy(happened => happened.Id);
    }

    /// <summary>EventBridge for a rule or with a target's role, or Scheduler with a schedule's role.</summary>
    private static bool IsDelivery(Caller caller) =>
        caller.Principal.Type == PrincipalType.Service
            ? caller.Principal.Arn == "events.amazonaws.com"
            : caller.Principal.Type == PrincipalType.Role && caller.Principal.Arn.EndsWith("-start", StringComparison.Ordinal);

    private static IEnumerable<(SqsService Sqs, string Url)> Mailed(RehearsalCloud cloud) =>
        Queues(cloud).Where(queue => !IsLast(queue.Url));

    private static IEnumerable<(SqsService Sqs, string Url)> Last(RehearsalCloud cloud) => Queues(cloud).Where(queue => IsLast(queue.Url));

    private static bool IsLast(string url) => url.EndsWith(PoisonChapter.LastQueue, StringComparison.Ordinal);

    private static IEnumerable<(SqsService Sqs, string Url)> Queues(RehearsalCloud cloud) =>
        cloud.Accounts.SelectMany(account =>
        {
            var sqs = account.Account.Service<SqsService>();
            return sqs.ListQueues().Select(url => (sqs, url));
        });

    private static string Words(List<string> left, IReadOnlyList<Undelivered> missed) =>
        left.Count == 0 ? $"{missed.Count} dead letters, no queue has any left" : $"not empty: {string.Join(", ", left)}";
}
