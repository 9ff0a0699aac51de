namespace Amazon.SageMaker.Model;

/// <summary>How the model is served.</summary>
public class InferenceSpecification
{
    public List<ModelPackageContainerDefinition>? Containers { get; set; }
}
