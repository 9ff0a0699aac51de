namespace Amazon.SageMaker.Model;

/// <summary>Which model packages to list.</summary>
public class ListModelPackagesRequest : AmazonSageMakerRequest
{
    /// <summary>1 to 100; the service's default is 10.</summary>
    public int? MaxResults { get; set; }

    public ModelApprovalStatus? ModelApprovalStatus { get; set; }

    /// <summary>Name or ARN; an ARN reaches a group of another account.</summary>
    public string? ModelPackageGroupName { get; set; }

    public string? NextToken { get; set; }

    public ModelPackageSortBy? SortBy { get; set; }

    public SortOrder? SortOrder { get; set; }
}
