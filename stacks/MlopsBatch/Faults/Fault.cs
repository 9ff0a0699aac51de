namespace MlopsBatch.Faults;

/// <summary>
/// One thing that is wrong: its number in the catalogue and a line that names the thing, the value, what is allowed, and the
/// mend.
/// </summary>
/// <param name="Code">Number in <see cref="FaultCatalogue"/>, such as <c>MB0005</c>.</param>
/// <param name="Message">The line.</param>
public sealed record Fault(string Code, string Message)
{
    public override string ToString() => $"{Code} {Message}";
}
