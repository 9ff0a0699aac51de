namespace MlopsBatch.Events.SageMaker;

/// <summary>Values of a version's <c>ModelApprovalStatus</c>.</summary>
public static class ApprovalStatuses
{
    public const string Pending = "PendingManualApproval";
    public const string Approved = "Approved";
    public const string Rejected = "Rejected";
}
