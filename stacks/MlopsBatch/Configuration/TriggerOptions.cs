using MlopsBatch.Configuration.Binding;

namespace MlopsBatch.Configuration;

/// <summary>An exact key, or every key with a prefix; never both.</summary>
public sealed record TriggerOptions
{
    /// <summary>The one object whose arrival starts the pipeline.</summary>
    [Pattern(Patterns.Key, Patterns.KeyNeeds), Example("training-data.csv")]
    public string? Key { get; init; }

    /// <summary>Every object whose key begins so starts it; empty: every object.</summary>
    [Pattern(Patterns.KeyPrefix, Patterns.KeyPrefixNeeds), Example("weekly/")]
    public string? Prefix { get; init; }

    /// <summary>Off: the pipeline starts by schedule or by hand only.</summary>
    public bool Enabled { get; init; } = true;
}
