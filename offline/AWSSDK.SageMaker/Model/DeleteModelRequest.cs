namespace Amazon.SageMaker.Model;

/// <summary>Which model to delete.</summary>
public class DeleteModelRequest : AmazonSageMakerRequest
{
    public string? ModelName { get; set; }
}
