
namespace MlopsBatch.Pipelines.Definition.Steps;

/// <summary>One input or output of a step, for human readers.</summary>
/// <param name="Name">As the step calls it.</param>
/// <param name="Value">Where it comes from or goes to.</param>
public sealed record StepPort(string Name, string Value);
