using System.Text.Json.Nodes;
using MlopsBatch.Pipelines.Definition.Steps;

namespace MlopsBatch.Pipelines.Definition.Values;

/// <summary>A value read from a step's property file.</summary>
internal sealed class PropertyFileValue<T>(Step step, PropertyFile file, string path) : Value<T>
    where T : notnull
{
    public override string ToString() => $"{step.Name}.{file.Name}.{path}";

    internal override JsonNode ToJson(References references)
    {
        references.Add(step);
        return Json.Object(
            ("Std:JsonGet", Json.Object(("PropertyFile", Json.Get($"Steps.{step.Name}.PropertyFiles.{file.Name}")), ("Path", path)))
        );
    }
}
