using MlopsBatch.Pipelines.Definition.Values;

namespace MlopsBatch.Pipelines.Definition.Steps;

/// <summary>The URIs of a data quality baseline's two files.</summary>
public sealed record DataBaseline(Value<string> Statistics, Value<string> Constraints);
