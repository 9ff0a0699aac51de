using System.Text.Json.Nodes;
using MlopsBatch.Pipelines.Definition.Values;

namespace MlopsBatch.Cli.PipelineViews;

internal sealed record ParameterView(string Name, string Type, JsonNode Default, JsonArray? Allowed)
{
    public static ParameterView Of(IParameter parameter)
    {
        var declared = parameter.Declaration();
        return new(
            parameter.Name,
            declared["Type"]!.GetValue<string>(),
            declared["DefaultValue"]!.DeepClone(),
            declared["EnumValues"]?.DeepClone().AsArray()
        );
    }
}
