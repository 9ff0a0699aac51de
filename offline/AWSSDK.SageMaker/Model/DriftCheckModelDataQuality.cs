namespace Amazon.SageMaker.Model;

/// <summary>The baseline of the model's input data.</summary>
public class DriftCheckModelDataQuality
{
    public MetricsSource? Constraints { get; set; }

    public MetricsSource? Statistics { get; set; }
}
