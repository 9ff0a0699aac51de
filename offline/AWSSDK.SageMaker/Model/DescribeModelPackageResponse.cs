using Amazon.Runtime;

namespace Amazon.SageMaker.Model;

/// <summary>A model package.</summary>
public class DescribeModelPackageResponse : AmazonWebServiceResponse
{
    public string? ApprovalDescription { get; set; }

    /// <summary>UTC.</summary>
    public DateTime? CreationTime { get; set; }

    public Dictionary<string, string>? CustomerMetadataProperties { get; set; }

    public DriftCheckBaselines? DriftCheckBaselines { get; set; }

    public InferenceSpecification? InferenceSpecification { get; set; }

    public UserContext? LastModifiedBy { get; set; }

    /// <summary>UTC.</summary>
    public DateTime? LastModifiedTime { get; set; }

    public MetadataProperties? MetadataProperties { get; set; }

    public ModelApprovalStatus? ModelApprovalStatus { get; set; }

    public string? ModelPackageArn { get; set; }

    public string? ModelPackageDescription { get; set; }

    public string? ModelPackageGroupName { get; set; }

    public ModelPackageStatus? ModelPackageStatus { get; set; }

    public int? ModelPackageVersion { get; set; }
}
