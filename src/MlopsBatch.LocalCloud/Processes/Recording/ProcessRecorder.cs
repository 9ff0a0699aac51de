namespace MlopsBatch.LocalCloud.Processes.Recording;

/// <summary>A process that runs for the first time; what it gives is kept before anybody hears that it has ended.</summary>
internal sealed class ProcessRecorder : IRunningProcess
{
    private readonly IRunningProcess _process;
    private bool _isKilled;

    public ProcessRecorder(IRunningProcess process, ProcessRecord record, FolderImage before, string logFile)
    {
        _process = process;
        Exited = ExitAsync(record, before, logFile);
    }

    public int Id => _process.Id;

    public Task<int> Exited { get; }

    public Stream Input => _process.Input;

    public Stream Output => _process.Output;

    public void Kill()
    {
        _isKilled = true;
        _process.Kill();
    }

    public async ValueTask DisposeAsync()
    {
        _isKilled |= !_process.Exited.IsCompleted;
        await _process.DisposeAsync();
        await Exited;
    }

    private async Task<int> ExitAsync(ProcessRecord record, FolderImage before, string logFile)
    {
        var code = await _process.Exited;
        if (!_isKilled)
        {
            record.Keep(code, before.Root, FolderImage.Of(before.Root).ChangedSince(before), logFile);
        }

        return code;
    }
}
