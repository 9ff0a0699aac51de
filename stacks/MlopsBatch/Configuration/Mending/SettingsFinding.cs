namespace MlopsBatch.Configuration.Mending;

/// <summary>Something that is wrong in the settings, with what might mend it.</summary>
/// <param name="Code">Number in the catalogue of faults.</param>
/// <param name="Text">Names the thing, the value and what is allowed.</param>
internal sealed record SettingsFinding(string Code, string Text)
{
    /// <summary>It works, but hardly as it was meant.</summary>
    public bool IsWarning { get; init; }

    /// <summary>What might mend it, best first. The first that does is advised: none is printed untried.</summary>
    public IReadOnlyList<IReadOnlyList<ConfigEdit>> Candidates { get; init; } = [];

    /// <summary>What to do, in words, where no candidate mends it; null if <see cref="Text"/> says it.</summary>
    public Func<StackCommands, string>? Otherwise { get; init; }
}
