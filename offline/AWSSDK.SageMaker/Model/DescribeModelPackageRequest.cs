namespace Amazon.SageMaker.Model;

/// <summary>Which model package to describe.</summary>
public class DescribeModelPackageRequest : AmazonSageMakerRequest
{
    /// <summary>The ARN, for a version of a group.</summary>
    public string? ModelPackageName { get; set; }
}
