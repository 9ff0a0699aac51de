using System.Text.Json.Nodes;
using MlopsBatch.Pipelines.Definition.Values;

namespace MlopsBatch.Pipelines.Definition.Steps;

/// <summary>A step that runs a processing container.</summary>
public abstract class ProcessingStepBase : Step
{
    private protected ProcessingStepBase(string name, string type, string description, ProcessingJob job)
        : base(name, type, description) => Job = job;

    public ProcessingJob Job { get; }

    public override IEnumerable<StepPort> Inputs => Job.Inputs.Select(input => new StepPort(input.Name, input.Uri.ToString()));

    public override IEnumerable<StepPort> Outputs => Job.Outputs.Select(output => new StepPort(output.Name, output.Uri.ToString()));

    /// <summary>The URI of one of the step's outputs.</summary>
    /// <exception cref="ArgumentException">The step has no such output.</exception>
    public StepProperty Output(string name)
    {
        RequireOutput(name);
        return new StepProperty(this, $"ProcessingOutputConfig.Outputs['{name}'].S3Output.S3Uri", name);
    }

    private protected override JsonObject Arguments(References references) => Job.ToJson(references);

    private protected void RequireOutput(string name)
    {
        if (Job.Outputs.Any(output => output.Name == name))
        {
            return;
        }

        throw new ArgumentException(
            $"Step \"{Name}\" has no output \"{name}\"; it has: {string.Join(", ", Job.Outputs.Select(output => output.Name))}."
        );
    }
}
