using System.Text.Json.Nodes;
using MlopsBatch.Pipelines.Definition.Steps;

namespace MlopsBatch.Pipelines.Definition.Values;

/// <summary>A value that a step's job has when it is done. Only the step itself makes one, so it always exists.</summary>
public sealed class StepProperty : Value<string>
{
    private readonly Step _step;
    private readonly string _path;
    private readonly string _label;

    internal StepProperty(Step step, string path, string label) => (_step, _path, _label) = (step, path, label);

    public override string ToString() => $"{_step.Name}.{_label}";

    internal override JsonNode ToJson(References references)
    {
        references.Add(_step);
        return Json.Get($"Steps.{_step.Name}.{_path}");
    }
}
