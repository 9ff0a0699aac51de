namespace MlopsBatch.Events.SageMaker;

/// <summary>Values of a version's <c>ModelPackageStatus</c>.</summary>
public static class PackageStatuses
{
    public const string Pending = "Pending";
    public const string InProgress = "InProgress";
    public const string Completed = "Completed";
    public const string Failed = "Failed";
    public const string Deleting = "Deleting";
}
