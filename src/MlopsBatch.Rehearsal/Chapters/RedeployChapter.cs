using MlopsBatch.LocalCloud.Deployment;
using MlopsBatch.Rehearsal.Cloud;

namespace MlopsBatch.Rehearsal.Chapters;

/// <summary>The end: deployed again, nothing changes; and nothing was refused on the way.</summary>
internal sealed class RedeployChapter : IChapter
{
    public const string Id = "redeploy";

    private const int Named = 5;

    public string Name => Id;

    public string Title => "deployed again without a change, nothing differs; what somebody changed by hand is told";

    public IReadOnlyList<string> Needs => [];

    public IReadOnlyList<string> Rows => ["L5", "L10"];

    public async Task<bool> PlayAsync(Stage stage, CancellationToken cancellation)
    {
        foreach (var account in stage.Cloud.Accounts)
        {
            await TellDriftAsync(stage, account, cancellation);
            IReadOnlyList<ResourceOperation> operations = [];
            await stage.DoAsync(
                async () =>
                {
                    operations = await stage.Cloud.RedeployAsync(account);
                    await stage.Cloud.SettleAsync(cancellation);
                },
                cancellation
            );
            var changed = operations.Where(operation => operation.Kind != OperationKind.Same).ToList();
            stage.Expect(
                "L5",
                $"a second deployment{CleanBatch.In(account)} without a change has no difference",
                operations.Count > 0 && changed.Count == 0,
                changed.Count == 0
                    ? $"{operations.Count} resources, all the same"
                    : string.Join("; ", changed.Take(Named).Select(one => $"{one.Kind} {one.Urn} ({string.Join(", ", one.Changed)})"))
            );
        }

        stage.ExpectDelivered();
        var denials = stage.Cloud.Local.Authorizer.Denials;
        stage.Expect(
            "L10",
            "no call of anybody was refused for lack of rights",
            denials.Count == 0,
            denials.Count == 0
                ? $"{stage.Cloud.Local.Authorizer.Requests.Count} calls were judged"
                : string.Join("; ", denials.Take(Named).Select(one => one.Reason))
        );
        var faults = stage.Cloud.Local.Activity.Faults;
        stage.Expect(
            "L10",
            "nothing in the local cloud broke",
            faults.Count == 0,
            faults.Count == 0 ? "no fault" : string.Join("; ", faults.Take(Named).Select(one => $"{one.Subscriber}: {one.Error.Message}"))
        );
        return true;
    }

    private static async Task TellDriftAsync(Stage stage, AccountView account, CancellationToken cancellation)
    {
        stage.Say($"somebody has changed account {account.Account.Id} by hand, and GitLab's scheduled job has noticed");
        var seen = await stage.DoAsync(
            async () =>
            {
                await stage.Cloud.TellDriftAsync(account);
                await stage.Cloud.SettleAsync(cancellation);
            },
            cancellation
        );
        stage.ExpectMail(
            "L10",
            $"operations are told that an account differs from what was deployed{CleanBatch.In(account)}",
            seen,
            RehearsalStack.Operator,
            $"Drift: stack {account.Name} differs"
        );
    }
}
