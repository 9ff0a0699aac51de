namespace MlopsBatch.LocalCloud.SageMaker.Definitions;

/// <summary>A definition that was read and found to be without fault.</summary>
/// <param name="Parameters">In the order of the JSON.</param>
/// <param name="Steps">In the order of the JSON, each condition before the steps of its branches.</param>
internal sealed record PipelineDefinition(IReadOnlyList<ParameterDefinition> Parameters, IReadOnlyList<StepDefinition> Steps);
