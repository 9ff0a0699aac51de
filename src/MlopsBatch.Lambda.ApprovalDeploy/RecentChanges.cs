using MlopsBatch.Events.Audit;

namespace MlopsBatch.Lambda.ApprovalDeploy;

/// <summary>
/// What this instance of the function has already told GitLab, so that a second delivery, a second event for the same
/// change, or a retry after a failed audit event doesn't start a second deployment. Another instance doesn't know of it;
/// then GitLab deploys twice, and the second run has nothing to do.
/// </summary>
public sealed class RecentChanges
{
    private const int Capacity = 256;

    private readonly Dictionary<string, Handled> _handled = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();

    /// <summary>What became of a change that GitLab, or the review check, has answered.</summary>
    public sealed record Handled(string DetailType, DeploymentDetail Detail)
    {
        /// <summary>Whether the audit trail has it too, so that nothing is left to do.</summary>
        public bool IsAudited { get; set; }
    }

    public Handled? Find(ApprovalChange change) => _handled.GetValueOrDefault(Key(change));

    public void Add(ApprovalChange change, Handled handled)
    {
        if (_handled.TryAdd(Key(change), handled))
        {
            _order.Enqueue(Key(change));
        }

        if (_order.Count > Capacity)
        {
            _handled.Remove(_order.Dequeue());
        }
    }

    private static string Key(ApprovalChange change) => change.Identity;
}
