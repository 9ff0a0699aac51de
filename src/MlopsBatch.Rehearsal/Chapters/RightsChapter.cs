using MlopsBatch.Configuration;
using MlopsBatch.LocalCloud;
using MlopsBatch.LocalCloud.Access;
using MlopsBatch.LocalCloud.Sns;
using MlopsBatch.LocalCloud.Sqs;
using MlopsBatch.Rehearsal.Cloud;
using MlopsBatch.Rehearsal.Deployments;

namespace MlopsBatch.Rehearsal.Chapters;

/// <summary>People can do their work with the policies that the stack has for them; what nobody may do is refused.</summary>
internal sealed class RightsChapter : IChapter
{
    public const string Id = "rights";

    private const int Named = 5;

    public string Name => Id;

    public string Title => "people may do their work and no more, and nobody comes without TLS";

    public IReadOnlyList<string> Needs => [ApprovalChapter.Id];

    public IReadOnlyList<string> Rows => ["L4"];

    public Task<bool> PlayAsync(Stage stage, CancellationToken cancellation)
    {
        foreach (var account in stage.Cloud.Accounts)
        {
            Work(stage, account);
            PlainHttp(stage, account);
        }

        Decisions(stage);
        return Task.FromResult(true);
    }

    /// <summary>Asked of IAM, as its policy simulator answers: not all of it is played, and the local cloud can't do all of it.</summary>
    private static void Work(Stage stage, AccountView account)
    {
        var asked = PeopleWork.Of(account, stage.First).ToList();
        var refused = asked
            .Where(one => !stage.Cloud.Local.Authorizer.Simulate(one.Request).IsAllowed)
            .Select(one => $"{one.Person} may not {one.Request.Action} on {one.Request.Resource}")
            .ToList();
        stage.Expect(
            "L4",
            $"people's policies allow what their work needs{CleanBatch.In(account)}",
            refused.Count == 0,
            refused.Count == 0 ? $"{asked.Count} rights" : string.Join("; ", refused.Take(Named))
        );
    }

    /// <summary>Only who has to decide may.</summary>
    private static void Decisions(Stage stage)
    {
        var home = stage.Cloud.Home(AccountRole.Registry);
        var (version, actions) = (PeopleWork.VersionOf(home, stage.First), new[] { "sagemaker:UpdateModelPackage" });
        var others = home
            .Stack.People.Where(person => person.Key != "data-scientist")
            .Select(person => person.Value)
            .Append(DeployingRole.Of(home.Account));
        var allowed = others
            .Where(principal => actions.Any(action => IsAllowed(stage, new(new(principal), action, version, home.Account.Id))))
            .Select(principal => principal.ToString())
            .ToList();
        stage.Expect(
            "L4",
            "nobody but the data scientist may decide on versions",
            allowed.Count == 0,
            allowed.Count == 0 ? "data engineer, operator and the deploying role may not" : string.Join(", ", allowed)
        );
    }

    /// <summary>Even the account's root is refused without TLS.</summary>
    private static void PlainHttp(Stage stage, AccountView account)
    {
        var plain = account.Account.As(account.Account.Root with { IsEncrypted = false });
        var (sns, sqs) = (account.Account.Service<SnsService>(), account.Account.Service<SqsService>());
        var tries = account
            .Account.S3.Buckets.Where(bucket => bucket.Owner == account.Account.Id)
            .Select(bucket => Try(bucket.Arn, () => plain.S3.Bucket(bucket.Name).List("")))
            .Concat(sns.ListTopics().Select(topic => Try(topic.Arn, () => plain.Service<SnsService>().Publish(topic.Arn, "plain"))))
            .Concat(sqs.ListQueues().Select(url => Try(url, () => plain.Service<SqsService>().SendMessage(url, "plain"))))
            .ToList();
        var open = new List<string>();
        using (stage.Cloud.Local.Authorizer.ExpectDenials())
        {
            open.AddRange(tries.Where(one => !IsRefused(one.Call)).Select(one => one.What));
        }

        stage.Expect(
            "L4",
            $"nobody reaches a bucket, topic or queue{CleanBatch.In(account)} without TLS",
            open.Count == 0,
            open.Count == 0 ? $"{tries.Count} refused" : $"open: {string.Join(", ", open)}"
        );
    }

    private static (string What, Action Call) Try(string what, Action call) => (what, call);

    private static bool IsAllowed(Stage stage, AccessRequest request) => stage.Cloud.Local.Authorizer.Simulate(request).IsAllowed;

    private static bool IsRefused(Action call)
    {
        try
        {
            call();
            return false;
        }
        catch (CloudException refused) when (refused.Code == "AccessDenied")
        {
            return true;
        }
    }
}
