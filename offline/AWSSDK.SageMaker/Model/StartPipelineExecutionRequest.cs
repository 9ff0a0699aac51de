namespace Amazon.SageMaker.Model;

/// <summary>Which pipeline to start, and with what.</summary>
public class StartPipelineExecutionRequest : AmazonSageMakerRequest
{
    /// <summary>32 to 128 characters; the same token starts only once. Null: a new one is made.</summary>
    public string? ClientRequestToken { get; set; }

    public string? PipelineExecutionDescription { get; set; }

    /// <summary>At most 82 characters: letters, digits, hyphens.</summary>
    public string? PipelineExecutionDisplayName { get; set; }

    /// <summary>Name or ARN.</summary>
    public string? PipelineName { get; set; }

    /// <summary>At most 200.</summary>
    public List<Parameter>? PipelineParameters { get; set; }
}
