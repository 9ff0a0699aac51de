using MlopsBatch.Faults;

namespace MlopsBatch.Cli.Commands;

/// <summary>A fault as JSON.</summary>
/// <param name="Code">Its number.</param>
/// <param name="Message">Its line.</param>
/// <param name="Warning">Whether it only warns.</param>
internal sealed record FaultView(string Code, string Message, bool Warning)
{
    public static IEnumerable<FaultView> Of(IEnumerable<Fault> faults) =>
        faults.Select(fault => new FaultView(fault.Code, fault.Message, fault.IsWarning));
}
