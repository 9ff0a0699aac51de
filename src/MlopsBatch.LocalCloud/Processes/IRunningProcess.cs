namespace MlopsBatch.LocalCloud.Processes;

/// <summary>A process that was started; disposing kills what is left of its group.</summary>
public interface IRunningProcess : IAsyncDisposable
{
    /// <summary>The operating system's process id, which is the group's too.</summary>
    int Id { get; }

    /// <summary>Completes with the exit code as soon as the process ends; 128 + n after signal n.</summary>
    Task<int> Exited { get; }

    /// <summary>Its stdin.</summary>
    /// <exception cref="InvalidOperationException">It was started without dialogue.</exception>
    Stream Input { get; }

    /// <summary>Its stdout.</summary>
    /// <exception cref="InvalidOperationException">It was started without dialogue.</exception>
    Stream Output { get; }

    /// <summary>Ends it and all processes of its group at once; no error if they have ended already.</summary>
    void Kill();
}
