using MlopsBatch.Pipelines.Definition;

namespace MlopsBatch.Cli.PipelineViews;

/// <summary>A pipeline as <c>mlops pipelines show --json</c> prints it.</summary>
internal sealed record PipelineView(string Name, IReadOnlyList<ParameterView> Parameters, IReadOnlyList<StepView> Steps)
{
    public static PipelineView Of(string name, PipelineDefinition pipeline) =>
        new(name, [.. pipeline.Parameters.Select(ParameterView.Of)], [.. pipeline.Steps.Select(StepView.Of)]);
}
