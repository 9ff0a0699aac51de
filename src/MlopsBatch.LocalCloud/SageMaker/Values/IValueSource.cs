using System.Text.Json.Nodes;
using MlopsBatch.LocalCloud.SageMaker.Definitions;

namespace MlopsBatch.LocalCloud.SageMaker.Values;

/// <summary>What the functions of a running execution can refer to.</summary>
internal interface IValueSource
{
    IReadOnlyDictionary<string, JsonNode?> Parameters { get; }

    /// <summary>An execution variable, for example PipelineExecutionId.</summary>
    JsonNode Variable(string name);

    /// <summary>The properties of a step that has succeeded.</summary>
    JsonObject Properties(string step);

    StepDefinition Step(string name);
}
