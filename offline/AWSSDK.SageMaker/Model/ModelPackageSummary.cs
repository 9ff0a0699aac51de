namespace Amazon.SageMaker.Model;

/// <summary>A model package in a list.</summary>
public class ModelPackageSummary
{
    /// <summary>UTC.</summary>
    public DateTime? CreationTime { get; set; }

    public ModelApprovalStatus? ModelApprovalStatus { get; set; }

    public string? ModelPackageArn { get; set; }

    public string? ModelPackageDescription { get; set; }

    public string? ModelPackageGroupName { get; set; }

    public ModelPackageStatus? ModelPackageStatus { get; set; }

    public int? ModelPackageVersion { get; set; }
}
