using MlopsBatch.Pipelines.Definition.Steps;

namespace MlopsBatch.Cli.PipelineViews;

/// <summary>A step as <c>mlops pipelines show --json</c> prints it.</summary>
/// <param name="Name">The step's name.</param>
/// <param name="Type">SageMaker's name of the kind of step.</param>
/// <param name="Description">One sentence.</param>
/// <param name="After">The steps it waits for.</param>
/// <param name="Inputs">What it reads.</param>
/// <param name="Outputs">What it writes.</param>
/// <param name="If">Of a condition: the steps if it holds; null for other steps.</param>
/// <param name="Else">Of a condition: the steps if it does not hold; null for other steps.</param>
internal sealed record StepView(
    string Name,
    string Type,
    string Description,
    IReadOnlyList<string> After,
    IReadOnlyList<StepPort> Inputs,
    IReadOnlyList<StepPort> Outputs,
    IReadOnlyList<StepView>? If,
    IReadOnlyList<StepView>? Else
)
{
    public static StepView Of(Step step)
    {
        var condition = step as ConditionStep;
        return new(
            step.Name,
            step.Type,
            step.Description,
            [.. step.WaitsFor.Select(other => other.Name)],
            [.. step.Inputs],
            [.. step.Outputs],
            condition is null ? null : [.. condition.IfSteps.Select(Of)],
            condition is null ? null : [.. condition.ElseSteps.Select(Of)]
        );
    }
}
