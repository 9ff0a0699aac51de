namespace MlopsBatch.LocalCloud.Processes.Recording;

/// <summary>A process that ended long ago.</summary>
internal sealed class EndedProcess(int code) : IRunningProcess
{
    public int Id => 0;

    public Task<int> Exited { get; } = Task.FromResult(code);

    public Stream Input => throw new InvalidOperationException("The process was started without dialogue.");

    public Stream Output => Input;

    public void Kill() { }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
