using MlopsBatch.Configuration.Binding;

namespace MlopsBatch.Configuration;

/// <summary>An exact key, or every key with a prefix; never both. What is read then may be something else.</summary>
public sealed record TriggerOptions
{
    /// <summary>The one object whose arrival starts the pipeline.</summary>
    [Pattern(Patterns.Key, Patterns.KeyNeeds), Example("training-data.csv")]
    public string? Key { get; init; }

    /// <summary>Every object whose key begins so starts it; empty: every object.</summary>
    [Pattern(Patterns.KeyPrefix, Patterns.KeyPrefixNeeds), Example("weekly/")]
    public string? Prefix { get; init; }

    /// <summary>
    /// What the pipeline reads: a key, or a folder that ends in <c>/</c>, below the raw-data prefix; empty: all of it, folders in folders,
    /// too. Left out: the object that arrived. With it, what arrives is a trigger file (<c>_SUCCESS</c>, a manifest).
    /// </summary>
    [Pattern(Patterns.KeyPrefix, Patterns.KeyPrefixNeeds), Example("export/")]
    public string? Reads { get; init; }

    /// <summary>Off: the pipeline starts by schedule or by hand only.</summary>
    public bool Enabled { get; init; } = true;
}
