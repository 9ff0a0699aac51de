using System.Text.Json.Nodes;
using MlopsBatch.Configuration;
using MlopsBatch.LocalCloud.Access;
using MlopsBatch.LocalCloud.Sns;
using MlopsBatch.LocalCloud.Sqs;
using MlopsBatch.Rehearsal.Cloud;

namespace MlopsBatch.Rehearsal.Chapters;

/// <summary>What nobody can read or deliver ends where somebody is woken.</summary>
internal sealed class PoisonChapter : IChapter
{
    public const string Id = "poison";

    private const string LastQueue = "undelivered-mails";

    private static readonly TimeSpan UntilGivenUp = TimeSpan.FromMinutes(10);

    /// <summary>Longer than any alarm of the stack looks back, but for those that count a day.</summary>
    private static readonly TimeSpan UntilQuiet = TimeSpan.FromHours(1);

    public string Name => Id;

    public string Title => "an event that can't be read is mailed, and a full dead-letter queue raises its alarm";

    public IReadOnlyList<string> Needs => [];

    public IReadOnlyList<string> Rows => ["L10"];

    public async Task<bool> PlayAsync(Stage stage, CancellationToken cancellation)
    {
        var home = stage.Cloud.Home(AccountRole.Registry);
        // What went wrong before must not ring still: an alarm that is on isn't raised.
        await stage.DoAsync(() => stage.Cloud.WaitAsync(UntilQuiet, cancellation), cancellation);
        stage.Say("an event of a known kind comes in a shape that nobody knows");
        var poisoned = await stage.DoAsync(
            () =>
            {
                var detail = new JsonObject { ["ModelPackageGroupName"] = "rehearsal", ["ModelApprovalStatus"] = "Approved" };
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

        stage.Say("SNS gives a mail up");
        var stuck = await stage.DoAsync(
            () =>
            {
                GiveUp(home);
                return stage.Cloud.WaitAsync(UntilGivenUp, cancellation);
            },
            cancellation
        );
        stage.ExpectMail(
            "L10",
            "a message that stays in the last dead-letter queue raises that queue's alarm",
            stuck,
            RehearsalStack.Operator,
            $"{LastQueue}-waiting"
        );
        return true;
    }

    /// <summary>What SNS does with a mail that it can't deliver.</summary>
    private static void GiveUp(AccountView home)
    {
        var topic = home.Account.Service<SnsService>().ListTopics()[0].Arn;
        var queue = home.Account.Service<SqsService>().ListQueues().Single(url => url.EndsWith(LastQueue, StringComparison.Ordinal));
        home.Account.As(Caller.Service("sns.amazonaws.com", topic, home.Account.Id))
            .Service<SqsService>()
            .SendMessage(queue, """{"Type":"Notification","Message":"a mail that nobody gets"}""");
    }
}
