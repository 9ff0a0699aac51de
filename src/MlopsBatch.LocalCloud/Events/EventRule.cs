using System.Collections.Immutable;

namespace MlopsBatch.LocalCloud.Events;

/// <summary>A rule with its targets.</summary>
/// <param name="Name">Unique on its bus.</param>
/// <param name="Arn">Its ARN.</param>
/// <param name="Bus">The bus's name.</param>
/// <param name="Pattern">Which events match.</param>
/// <param name="Enabled">Whether it does anything.</param>
public sealed record EventRule(string Name, string Arn, string Bus, EventPattern Pattern, bool Enabled = true)
{
    public ImmutableSortedDictionary<string, EventTarget> Targets { get; init; } =
        ImmutableSortedDictionary.Create<string, EventTarget>(StringComparer.Ordinal);
}
