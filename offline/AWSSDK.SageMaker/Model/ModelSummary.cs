namespace Amazon.SageMaker.Model;

/// <summary>A model in a list.</summary>
public class ModelSummary
{
    /// <summary>UTC.</summary>
    public DateTime? CreationTime { get; set; }

    public string? ModelArn { get; set; }

    public string? ModelName { get; set; }
}
