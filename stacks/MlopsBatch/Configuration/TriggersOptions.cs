namespace MlopsBatch.Configuration;

/// <summary>The objects whose arrival starts a pipeline, named below the model's raw-data prefixes.</summary>
public sealed record TriggersOptions
{
    /// <summary>Below <c>training/data/raw/</c>.</summary>
    public TriggerOptions Training { get; init; } = new() { Key = "training-data.csv" };

    /// <summary>Below <c>batch-scoring/data/raw/</c>.</summary>
    public TriggerOptions Inference { get; init; } = new() { Prefix = "" };
}
