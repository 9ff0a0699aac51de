namespace MlopsBatch.LocalCloud.Processes;

/// <summary>Starts the processes of jobs.</summary>
public interface IProcessLauncher
{
    /// <summary>Starts a program in a process group of its own.</summary>
    /// <exception cref="CloudException">ProcessNotStarted, when the operating system refuses.</exception>
    Task<IRunningProcess> StartAsync(ProcessRequest request, CancellationToken cancellation);
}
