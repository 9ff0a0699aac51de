namespace MlopsBatch.LocalCloud.Processes.Recording;

/// <summary>
/// Starts a process only if it has never run on the same files, arguments and environment: otherwise it gives what that run
/// gave. What a run gives must follow from these alone, as it does for scripts with a seed.
/// </summary>
/// <param name="folder">Where the records lie; it is made if need be, and may be deleted at any time.</param>
/// <param name="salt">What results depend on beside what a process is started with, such as the version of its libraries.</param>
/// <param name="inner">Starts what isn't recorded; it is made at the first need.</param>
public sealed class RecordedProcesses(string folder, string salt, Func<IProcessLauncher> inner) : IProcessLauncher, IAsyncDisposable
{
    private readonly Lazy<IProcessLauncher> _inner = new(inner);
    private int _started;

    /// <summary>How many processes had to be started.</summary>
    public int Started => _started;

    /// <inheritdoc/>
    public async Task<IRunningProcess> StartAsync(ProcessRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        var before = FolderImage.Of(Root(request));
        var record = new ProcessRecord(Path.Combine(folder, before.Key(request, salt)));
        if (request.Dialogue)
        {
            return new RecordedDialogue(record, () => BeginAsync(request, CancellationToken.None));
        }

        if (record.Restore(Root(request), request.LogFile) is { } code)
        {
            return new EndedProcess(code);
        }

        return new ProcessRecorder(await BeginAsync(request, cancellation), record, before, request.LogFile);
    }

    /// <summary>Ends the launcher of what isn't recorded, if it was needed.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_inner is { IsValueCreated: true, Value: IAsyncDisposable launcher })
        {
            await launcher.DisposeAsync();
        }
    }

    private Task<IRunningProcess> BeginAsync(ProcessRequest request, CancellationToken cancellation)
    {
        Interlocked.Increment(ref _started);
        return _inner.Value.StartAsync(request, cancellation);
    }

    /// <summary>A process reads and writes below the folder that has its log, and nowhere else.</summary>
    private static string Root(ProcessRequest request) => Path.GetDirectoryName(Path.GetFullPath(request.LogFile))!;
}
