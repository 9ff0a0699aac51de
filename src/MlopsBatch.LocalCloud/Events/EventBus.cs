using System.Collections.Immutable;

namespace MlopsBatch.LocalCloud.Events;

/// <summary>A bus with its rules.</summary>
/// <param name="Name">Its name; <c>default</c> for the account's own.</param>
/// <param name="Arn">Its ARN.</param>
/// <param name="Stream">What happens on it.</param>
internal sealed record EventBus(string Name, string Arn, EventStream Stream)
{
    private ImmutableSortedDictionary<string, EventRule> _rules = ImmutableSortedDictionary.Create<string, EventRule>(
        StringComparer.Ordinal
    );

    /// <summary>Who may put events on it, as JSON; null for the account alone.</summary>
    public string? Policy { get; set; }

    public ImmutableSortedDictionary<string, EventRule> Rules => _rules;

    public void Change(Func<ImmutableSortedDictionary<string, EventRule>, ImmutableSortedDictionary<string, EventRule>> change) =>
        ImmutableInterlocked.Update(ref _rules, change);
}
