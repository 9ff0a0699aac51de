using MlopsBatch.Configuration.Binding;

namespace MlopsBatch.Configuration;

/// <summary>An exact key, or every key with a prefix; never both.</summary>
public sealed record TriggerOptions
{
    [
        Pattern("^[A-Za-z0-9!_.*'()-]+(/[A-Za-z0-9!_.*'()-]+)*$", "an object key below the raw-data prefix, without a slash at its ends"),
        Example("training-data.csv")
    ]
    public string? Key { get; init; }

    /// <summary>Empty: every object.</summary>
    [
        Pattern("^$|^[A-Za-z0-9!_.*'()-][A-Za-z0-9!_.*'()/-]*$", "a key prefix below the raw-data prefix, not beginning with a slash"),
        Example("weekly/")
    ]
    public string? Prefix { get; init; }

    /// <summary>Off: the pipeline starts by schedule or by hand only.</summary>
    public bool Enabled { get; init; } = true;
}
