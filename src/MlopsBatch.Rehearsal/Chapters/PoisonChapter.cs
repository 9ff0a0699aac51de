using System.Text.Json.Nodes;
using MlopsBatch.Configuration;
using MlopsBatch.LocalCloud.Access;
using MlopsBatch.LocalCloud.Activity;
using MlopsBatch.LocalCloud.Sns;
using MlopsBatch.LocalCloud.Sqs;
using MlopsBatch.Rehearsal.Cloud;

namespace MlopsBatch.Rehearsal.Chapters;

/// <summary>What nobody can read or deliver ends where somebody is woken.</summary>
internal sealed class PoisonChapter : IChapter
{
    public const string Id = "poison";

    internal const string LastQueue = "undelivered-mails";

    private const string LostSubject = "A mail that can't be delivered";

    private static readonly TimeSpan UntilGivenUp = TimeSpan.FromMinutes(10);

    /// <summary>Longer than any alarm of the stack looks back, but for those that count a day.</summary>
    private static readonly TimeSpan UntilQuiet = TimeSpan.FromHours(1);

    public string Name => Id;

    public string Title => "an event that can't be read is mailed, and a full dead-letter queue raises its alarm";

    public IReadOnlyList<string> Needs => [];

    public IReadOnlyList<string> Rows => ["L10"];

    public async Task<bool> PlayAsync(Stage stage, CancellationToken cancellation)
    {
        stage.ExpectDelivered();
        var home = stage.Cloud.Home(AccountRole.Registry);
        // What went wrong before must not ring still: an alarm that is on isn't raised.
        await stage.DoAsync(() => stage.Cloud.WaitAsync(UntilQuiet, cancellation), cancellation);
        stage.Say("an event of a known kind comes in a shape that nobody knows");
        var poisoned = await stage.DoAsync(
            () =>
            {
                var detail = new JsonObject { ["ModelPackageGroupName"] = stage.Cloud.Group, ["ModelApprovalStatus"] = "Approved" };
                home.Account.Events.Publish("aws.sagemaker", "SageMaker Model Package State Change", [], detail);
                return stage.Cloud.WaitAsync(UntilGivenUp, cancellation);
            },
            cancellation
        );
        stage.ExpectMail(
            "L10",
            "an event that its function can't read is mailed to operations after all tries",
            poisoned,
            RehearsalStack.Operator,
            "UnusableEvent"
        );
        stage.ExpectMail("L10", "the function's failures raise its alarm", poisoned, RehearsalStack.Operator, "approval-deploy-errors");

        stage.ExpectKept("what the function gave up is kept", stage.TakeUndelivered());

        stage.Say("mails can't be delivered");
        foreach (var account in stage.Cloud.Accounts)
        {
            var stuck = await stage.DoAsync(
                () =>
                {
                    GiveUp(stage, account);
                    return stage.Cloud.WaitAsync(UntilGivenUp, cancellation);
                },
                cancellation
            );
            stage.ExpectMail(
                "L10",
                $"a message that stays in the last dead-letter queue{CleanBatch.In(account)} raises that queue's alarm",
                stuck,
                RehearsalStack.Operator,
                $"{LastQueue}-waiting"
            );
        }

        return true;
    }

    private static bool IsLost(AccessRequest call) =>
        call.Action == OutageSwitch.MailDelivery && call.Context.GetValueOrDefault(OutageSwitch.MailSubject) == LostSubject;

    /// <summary>Each topic has something to say to everybody while no mail comes through.</summary>
    private static void GiveUp(Stage stage, AccountView account)
    {
        var sns = account.Account.Service<SnsService>();
        var topics = sns.ListTopics();
        // The alarm about them comes through.
        using (stage.Cloud.Local.Outages.Begin(IsLost))
        {
            var model = new MessageAttribute(stage.Cloud.Model);
            foreach (var topic in topics)
            {
                sns.Publish(topic.Arn, "a mail that nobody gets", LostSubject, [new("model", model)]);
            }
        }

        var kept = stage.TakeUndelivered();
        stage.ExpectKept($"each mail that couldn't be delivered{CleanBatch.In(account)} is kept", kept);
        var people = new[] { RehearsalStack.DataScientist, RehearsalStack.Operator };
        var missing = topics
            .SelectMany(topic => people.Select(person => (topic.Arn, person)))
            .Where(pair => !kept.Any(one => one.Source == pair.Arn && one.Target == pair.person))
            .Select(pair => $"{pair.person} isn't written to by {pair.Arn}")
            .ToList();
        stage.Expect(
            "L10",
            $"every topic{CleanBatch.In(account)} writes to whoever is responsible and to operations",
            missing.Count == 0,
            missing.Count == 0 ? $"{topics.Count} topics, {kept.Count} mails" : string.Join("; ", missing)
        );
    }
}
