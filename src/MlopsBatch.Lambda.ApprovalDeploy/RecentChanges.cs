using MlopsBatch.Events.Audit;
using MlopsBatch.Events.EventBridge;
using MlopsBatch.Pipelines.Names;

namespace MlopsBatch.Lambda.ApprovalDeploy;

/// <summary>
/// What this instance of the function has already told GitLab, so that a second delivery, a second event for the same
/// change, or a retry after a failed audit event doesn't start a second deployment. Another instance doesn't know of it;
/// then GitLab deploys twice, and the second run has nothing to do.
/// </summary>
/// <remarks>
/// An event is a repetition if its id was handled, or if the last change of its version was the same decision with the same
/// words at the same time; both only within ten minutes, because what was started may have failed since, and whoever hands the
/// event in again then wants it started again. Times alone don't tell changes apart: approve, reject, approve may happen within a
/// second.
/// </remarks>
public sealed class RecentChanges(TimeProvider time)
{
    private const int Capacity = 256;

    /// <summary>For how long a second event may follow the first for one change; Lambda's own tries end within three minutes.</summary>
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    private readonly Dictionary<string, (DateTimeOffset At, Handled Handled)> _byEvent = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();
    private readonly Dictionary<string, (string Decision, DateTimeOffset At, Handled Handled)> _lastOf = new(StringComparer.Ordinal);

    /// <summary>What became of a change that GitLab, or the review check, has answered.</summary>
    public sealed record Handled(string DetailType, DeploymentDetail Detail)
    {
        /// <summary>Whether the audit trail has it too, so that nothing is left to do.</summary>
        public bool IsAudited { get; set; }

        /// <summary>Whether the same event may be tried again: what failed may have been mended since.</summary>
        public bool IsFinal => DetailType != DetailTypes.DeploymentFailed;
    }

    public Handled? Find(ApprovalChange change) =>
        _byEvent.TryGetValue(Delivery(change), out var same) && IsRecent(same.At) ? same.Handled
        : _lastOf.TryGetValue(change.Arn, out var last) && last.Decision == Decision(change) && IsRecent(last.At) ? last.Handled
        : null;

    /// <summary>Remembers what has been handled for good; a failure isn't remembered.</summary>
    public void Add(ApprovalChange change, Handled handled)
    {
        if (!handled.IsFinal)
        {
            _lastOf.Remove(change.Arn);
            return;
        }

        var now = time.GetUtcNow();
        if (!_byEvent.ContainsKey(Delivery(change)))
        {
            _order.Enqueue(Delivery(change));
        }

        _byEvent[Delivery(change)] = (now, handled);

        if (_order.Count > Capacity)
        {
            _byEvent.Remove(_order.Dequeue());
        }

        if (_lastOf.Count > Capacity)
        {
            _lastOf.Clear();
        }

        _lastOf[change.Arn] = (Decision(change), now, handled);
    }

    private bool IsRecent(DateTimeOffset at) => time.GetUtcNow() - at < Window;

    private static string Delivery(ApprovalChange change) => $"{change.EventId}\n{change.Arn}\n{Decision(change)}";

    /// <summary>What decides about a deployment: status and review, beside when it was said.</summary>
    private static string Decision(ApprovalChange change) =>
        string.Join(
            '\n',
            change.Status,
            change.Detail.LastModifiedTime,
            change.Detail.ApprovalDescription,
            change.Detail.CustomerMetadata?.GetValueOrDefault(MetadataKeys.ReviewReference)
        );
}
