using MlopsBatch.Faults;

namespace MlopsBatch.Cli;

/// <summary>Runs a command whose faults are the user's to mend: their messages are printed without a stack trace.</summary>
internal static class Faulty
{
    public static async Task<int> RunAsync(CliContext context, Func<Task<int>> command)
    {
        try
        {
            return await command();
        }
        catch (Exception fault) when (fault is FaultException or Pulumi.RunException)
        {
            context.Error.WriteLine(fault.Message);
            return 1;
        }
    }
}
