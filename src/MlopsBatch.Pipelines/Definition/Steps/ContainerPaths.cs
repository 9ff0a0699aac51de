namespace MlopsBatch.Pipelines.Definition.Steps;

/// <summary>Folders that SageMaker gives its containers.</summary>
internal static class ContainerPaths
{
    public const string ProcessingInput = "/opt/ml/processing/input";
    public const string ProcessingOutput = "/opt/ml/processing/output";
    public const string TrainingInput = "/opt/ml/input/data";
    public const string Model = "/opt/ml/model";
}
