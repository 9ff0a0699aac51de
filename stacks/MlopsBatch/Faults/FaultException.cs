using Pulumi;

namespace MlopsBatch.Faults;

/// <summary>Everything that is wrong, at once. Pulumi prints the message without a stack trace.</summary>
public sealed class FaultException(string heading, IReadOnlyList<Fault> faults)
    : RunException(string.Join('\n', [heading, .. faults.Select(fault => $"  {fault}"), "'./mlops explain CODE' says more about each."]))
{
    public FaultException(Fault fault)
        : this("MlopsBatch can't go on:", [fault]) { }

    public IReadOnlyList<Fault> Faults { get; } = faults;
}
