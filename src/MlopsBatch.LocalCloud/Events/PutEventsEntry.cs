using System.Collections.Immutable;

namespace MlopsBatch.LocalCloud.Events;

/// <summary>One event of a PutEvents call.</summary>
/// <param name="Source">Not beginning with <c>aws.</c></param>
/// <param name="DetailType">At most 128 characters.</param>
/// <param name="Detail">A JSON object.</param>
public sealed record PutEventsEntry(string Source, string DetailType, string Detail)
{
    /// <summary>The bus's name or ARN; the default bus if null.</summary>
    public string? EventBusName { get; init; }

    public ImmutableArray<string> Resources { get; init; } = [];
}
