using Amazon.Runtime;

namespace Amazon.SageMaker.Model;

/// <summary>A page of tags.</summary>
public class ListTagsResponse : AmazonWebServiceResponse
{
    public string? NextToken { get; set; }

    public List<Tag>? Tags { get; set; }
}
