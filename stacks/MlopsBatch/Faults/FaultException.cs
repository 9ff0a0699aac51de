using Pulumi;

namespace MlopsBatch.Faults;

/// <summary>Everything that is wrong, at once. Pulumi prints the message without a stack trace.</summary>
public sealed class FaultException(string heading, IReadOnlyList<Fault> faults)
    : RunException(string.Join('\n', [heading, .. faults.Select(fault => $"  {fault}"), "'./mlops explain CODE' says more about each."]))
{
    /// <summary>The heading of what stops a command or a deployment.</summary>
    public const string Stopped = "MlopsBatch can't go on:";

    public FaultException(Fault fault)
        : this(Stopped, [fault]) { }

    public IReadOnlyList<Fault> Faults { get; } = faults;
}
