namespace Amazon.SageMaker.Model;

/// <summary>Where a model comes from.</summary>
public class MetadataProperties
{
    public string? CommitId { get; set; }

    public string? GeneratedBy { get; set; }

    public string? ProjectId { get; set; }

    public string? Repository { get; set; }
}
