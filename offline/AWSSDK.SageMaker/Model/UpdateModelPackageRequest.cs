namespace Amazon.SageMaker.Model;

/// <summary>What to change on a model package.</summary>
public class UpdateModelPackageRequest : AmazonSageMakerRequest
{
    /// <summary>At most 1,024 characters.</summary>
    public string? ApprovalDescription { get; set; }

    /// <summary>Up to 50; they are added to those that are there.</summary>
    public Dictionary<string, string>? CustomerMetadataProperties { get; set; }

    public ModelApprovalStatus? ModelApprovalStatus { get; set; }

    public string? ModelPackageArn { get; set; }
}
