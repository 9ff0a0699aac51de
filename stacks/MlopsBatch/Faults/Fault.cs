using MlopsBatch.Configuration.Mending;

namespace MlopsBatch.Faults;

/// <summary>
/// One thing that is wrong: its number in the catalogue and a line that names the thing, the value, what is allowed, and the
/// mend.
/// </summary>
/// <param name="Code">Number in <see cref="FaultCatalogue"/>, such as <c>MB0005</c>.</param>
/// <param name="Message">The line.</param>
public sealed record Fault(string Code, string Message)
{
    /// <summary>It works, but hardly as it was meant: told, and nothing fails.</summary>
    public bool IsWarning { get; init; }

    /// <summary>The changes of the configuration that mend it; they were tried. Empty: the line says in words what is needed.</summary>
    public IReadOnlyList<ConfigEdit> Mend { get; init; } = [];

    public override string ToString() => $"{Code} {Message}";
}
