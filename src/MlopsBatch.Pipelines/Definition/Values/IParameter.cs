using System.Text.Json.Nodes;

namespace MlopsBatch.Pipelines.Definition.Values;

/// <summary>A pipeline parameter of whatever type.</summary>
public interface IParameter
{
    string Name { get; }

    /// <summary>The parameter as the definition declares it.</summary>
    JsonObject Declaration();
}
