namespace MlopsBatch.Events.SageMaker;

/// <summary>Values in <c>UpdatedModelPackageFields</c> that matter here.</summary>
public static class UpdatedFields
{
    public const string ApprovalStatus = "ModelApprovalStatus";
    public const string ApprovalDescription = "ApprovalDescription";
    public const string CustomerMetadata = "CustomerMetadataProperties";
}
