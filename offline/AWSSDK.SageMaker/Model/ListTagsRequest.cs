namespace Amazon.SageMaker.Model;

/// <summary>Whose tags to list.</summary>
public class ListTagsRequest : AmazonSageMakerRequest
{
    public string? NextToken { get; set; }

    public string? ResourceArn { get; set; }
}
