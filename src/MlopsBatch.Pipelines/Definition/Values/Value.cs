using System.Text.Json.Nodes;

namespace MlopsBatch.Pipelines.Definition.Values;

/// <summary>A value in a definition: a literal, or a function that SageMaker evaluates while the pipeline runs.</summary>
public abstract class Value
{
    private protected Value() { }

    /// <summary>The value as it stands in the definition; tells <paramref name="references"/> what it refers to.</summary>
    internal abstract JsonNode ToJson(References references);

    /// <summary>The value for human readers: <c>s3://bucket/{InputKey}</c>.</summary>
    public abstract override string ToString();
}
