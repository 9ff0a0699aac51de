namespace MlopsBatch.Inspection.Declared;

/// <summary>A pipeline as its definition's JSON says.</summary>
/// <param name="Model">The model that it belongs to.</param>
/// <param name="Name">The pipeline's name in AWS.</param>
/// <param name="Description">What it is for.</param>
/// <param name="Definition">The definition's JSON.</param>
public sealed record DeclaredPipeline(string Model, string Name, string Description, string Definition)
{
    /// <summary>All steps; those of a condition's branches follow the condition.</summary>
    public IReadOnlyList<DeclaredStep> Steps { get; } = DefinitionReader.Read(Name, Definition);

    public static DeclaredPipeline Of(RecordedResource resource) =>
        new(
            resource.Parent!.Split("::")[^1],
            resource.Text("pipelineName")!,
            resource.Text("pipelineDescription") ?? "",
            resource.Text("pipelineDefinition")!
        );

    public bool Has(string stepType) => Steps.Any(step => step.Type == stepType);
}
