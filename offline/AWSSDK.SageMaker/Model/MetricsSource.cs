namespace Amazon.SageMaker.Model;

/// <summary>A file of metrics.</summary>
public class MetricsSource
{
    public string? ContentType { get; set; }

    public string? S3Uri { get; set; }
}
