using MlopsBatch.Events.EventBridge;
using MlopsBatch.LocalCloud.Events;
using MlopsBatch.LocalCloud.Logs;

namespace MlopsBatch.Rehearsal.Chapters;

/// <summary>Who decided what, and what became of it, can be read in the account's audit log for a year and longer.</summary>
internal sealed class AuditChapter : IChapter
{
    public const string Id = "audit";

    private const int Named = 5;

    public string Name => Id;

    public string Title => "every version, decision, deployment and skipped tuning is in the audit log";

    public IReadOnlyList<string> Needs => [];

    public IReadOnlyList<string> Rows => ["L5"];

    public Task<bool> PlayAsync(Stage stage, CancellationToken cancellation)
    {
        foreach (var account in stage.Cloud.Accounts)
        {
            var happened = stage.Cloud.Events.Where(one => one.Account == account.Account.Id && IsKept(one)).ToList();
            var logs = account.Account.Service<LogsService>();
            var kept = logs.DescribeLogGroups()
                .Where(group => group.EndsWith("-audit", StringComparison.Ordinal))
                .SelectMany(group => logs.FilterLogEvents(group))
                .Select(line => line.Message)
                .ToList();
            var missing = happened.Where(one => !kept.Any(line => line.Contains(one.Id, StringComparison.Ordinal))).ToList();
            stage.Expect(
                "L5",
                $"every version, decision, deployment and tuning{CleanBatch.In(account)} is in the audit log",
                missing.Count == 0,
                missing.Count == 0
                    ? $"{happened.Count} events, {kept.Count} lines"
                    : string.Join("; ", missing.Take(Named).Select(one => $"\"{one.DetailType}\" {one.Id} isn't there"))
            );
        }

        return Task.FromResult(true);
    }

    private static bool IsKept(CloudEvent happened) =>
        happened.Source == EventSources.MlopsBatch ? happened.DetailType != DetailTypes.TuningRequested
        : happened.DetailType == DetailTypes.ModelPackage && happened.Detail["ModelPackageVersion"] is not null;
}
