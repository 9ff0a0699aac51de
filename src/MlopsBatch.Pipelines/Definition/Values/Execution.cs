using System.Text.Json.Nodes;

namespace MlopsBatch.Pipelines.Definition.Values;

/// <summary>What an execution knows about itself.</summary>
public sealed class Execution : Value<string>
{
    /// <summary>The execution's id, 12 lower-case letters and digits: the folder of its outputs.</summary>
    public static readonly Execution Id = new("PipelineExecutionId");

    public static readonly Execution Arn = new("PipelineExecutionArn");

    private readonly string _variable;

    private Execution(string variable) => _variable = variable;

    public override string ToString() => $"{{{_variable}}}";

    internal override JsonNode ToJson(References references) => Json.Get($"Execution.{_variable}");
}
