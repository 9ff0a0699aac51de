using System.Diagnostics;

namespace MlopsBatch.LocalCloud.Processes;

/// <summary>A process group that <see cref="ProcessGroupLauncher"/> started.</summary>
internal sealed class RunningProcess : IRunningProcess
{
    private readonly Process _process;
    private readonly bool _dialogue;

    public RunningProcess(Process process, bool dialogue, IDisposable? metered)
    {
        _process = process;
        _dialogue = dialogue;
        Id = process.Id;
        Exited = ExitAsync(metered);
    }

    public int Id { get; }

    public Task<int> Exited { get; }

    public Stream Input => _dialogue ? _process.StandardInput.BaseStream : throw NoDialogue();

    public Stream Output => _dialogue ? _process.StandardOutput.BaseStream : throw NoDialogue();

    public void Kill()
    {
        KillGroup();
        // A moment after its start a process may not have made its group yet; then it is still alone.
        _process.Kill();
    }

    public async ValueTask DisposeAsync()
    {
        Kill();
        await Exited;
        KillGroup();
        // The group has gone, and with it the reader of this pipe; what was still buffered has nowhere to go.
        try
        {
            await _process.StandardInput.DisposeAsync();
        }
        catch (IOException) { }
        _process.Dispose();
    }

    /// <summary>The group outlives its leader while the watcher or a child is there.</summary>
    private void KillGroup() => ProcessGroup.Kill(Id);

    private async Task<int> ExitAsync(IDisposable? metered)
    {
        using (metered)
        {
            await _process.WaitForExitAsync();
            return _process.ExitCode;
        }
    }

    private static InvalidOperationException NoDialogue() => new("The process was started without dialogue.");
}
