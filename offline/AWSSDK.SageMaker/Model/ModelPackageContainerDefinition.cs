namespace Amazon.SageMaker.Model;

/// <summary>A container of the model.</summary>
public class ModelPackageContainerDefinition
{
    public string? Image { get; set; }

    /// <summary>S3 URI of model.tar.gz.</summary>
    public string? ModelDataUrl { get; set; }
}
