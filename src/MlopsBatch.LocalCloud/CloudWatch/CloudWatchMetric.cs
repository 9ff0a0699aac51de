using System.Collections.Immutable;

namespace MlopsBatch.LocalCloud.CloudWatch;

/// <summary>A metric by its namespace, name and dimensions; equal if all are.</summary>
public sealed record CloudWatchMetric
{
    public CloudWatchMetric(string space, string name, params (string Name, string Value)[] dimensions)
        : this(space, name, dimensions.ToImmutableSortedDictionary(one => one.Name, one => one.Value, StringComparer.Ordinal)) { }

    public CloudWatchMetric(string space, string name, ImmutableSortedDictionary<string, string> dimensions)
    {
        (Namespace, Name, Dimensions) = (space, name, dimensions);
        Key = $"{space}\n{name}\n{string.Join('\n', dimensions.Select(one => $"{one.Key}={one.Value}"))}";
    }

    /// <summary>For example <c>AWS/SQS</c>.</summary>
    public string Namespace { get; }

    public string Name { get; }

    public ImmutableSortedDictionary<string, string> Dimensions { get; }

    private string Key { get; }

    public bool Equals(CloudWatchMetric? other) => other?.Key == Key;

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Key);

    public override string ToString() => $"{Namespace}/{Name}{{{string.Join(", ", Dimensions.Select(one => $"{one.Key}={one.Value}"))}}}";
}
