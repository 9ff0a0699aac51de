namespace Amazon.SageMaker.Model;

/// <summary>Which models to list.</summary>
public class ListModelsRequest : AmazonSageMakerRequest
{
    public DateTime? CreationTimeBefore { get; set; }

    /// <summary>1 to 100; the service's default is 10.</summary>
    public int? MaxResults { get; set; }

    public string? NameContains { get; set; }

    public string? NextToken { get; set; }
}
