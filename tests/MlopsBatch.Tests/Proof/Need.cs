using System.Text.RegularExpressions;

namespace MlopsBatch.Tests.Proof;

/// <summary>What somebody has to be able to do, and nothing beside it.</summary>
/// <param name="Actor">Who.</param>
/// <param name="Source">Where AWS says so, or the part of SPEC that asks for it.</param>
/// <param name="Actions">What.</param>
/// <param name="Resources">On what; stars stand for any text.</param>
/// <param name="Demands">Only under these conditions.</param>
internal sealed record Need(Actor Actor, string Source, string[] Actions, string[] Resources, params Demand[] Demands)
{
    private readonly Lazy<Regex[]> _patterns = new(() => [.. Resources.Select(Pattern)]);

    /// <summary>What every request for it comes with, whether or not a policy asks for it.</summary>
    public IReadOnlyList<(string Key, string Value)> Circumstances { get; init; } = [];

    public bool Covers(string action, string resource) =>
        Actions.Contains(action) && (_patterns.Value.Any(pattern => pattern.IsMatch(resource)) || Resources.Contains("*"));

    /// <summary>One resource for each pattern.</summary>
    public IEnumerable<string> Samples => Resources.Select(pattern => pattern == "*" ? "*" : pattern.Replace("*", "any"));

    private static Regex Pattern(string text) => new($"^{Regex.Escape(text).Replace("\\*", ".*")}$", RegexOptions.CultureInvariant);
}
