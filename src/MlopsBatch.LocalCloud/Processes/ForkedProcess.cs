using System.Globalization;

namespace MlopsBatch.LocalCloud.Processes;

/// <summary>A job that <see cref="WarmPython"/> forked. The end of its connection ends its group.</summary>
internal sealed class ForkedProcess : IRunningProcess
{
    /// <summary>What a shell says of a process that SIGKILL ended: so it is if the one that would tell us is gone.</summary>
    private const int Killed = 137;

    private readonly JobConnection _job;
    private readonly JobConnection? _dialogue;

    private ForkedProcess(int id, JobConnection job, JobConnection? dialogue, IDisposable? metered)
    {
        (Id, _job, _dialogue) = (id, job, dialogue);
        Exited = ExitAsync(metered);
    }

    public int Id { get; }

    public Task<int> Exited { get; }

    public Stream Input => _dialogue?.Stream ?? throw NoDialogue();

    public Stream Output => Input;

    /// <summary>Waits until the process is there.</summary>
    /// <exception cref="CloudException">ProcessNotStarted.</exception>
    public static async Task<ForkedProcess> FromAsync(
        JobConnection job,
        JobConnection? dialogue,
        ProcessRequest request,
        CancellationToken cancellation
    )
    {
        var metered = request.Meter?.Enter();
        try
        {
            var answer = await job.ReadLineAsync(cancellation);
            return answer.Split(' ') is ["pid", var id]
                ? new(int.Parse(id, CultureInfo.InvariantCulture), job, dialogue, metered)
                : throw new CloudException("ProcessNotStarted", $"'{request.Arguments[0]}' can't be started: {answer}");
        }
        catch
        {
            metered?.Dispose();
            job.Dispose();
            throw;
        }
    }

    public void Kill() => ProcessGroup.Kill(Id);

    public async ValueTask DisposeAsync()
    {
        Kill();
        await Exited;
        // What may be left of the group is the watcher and what the script started: gone with it.
        Kill();
        _dialogue?.Dispose();
        _job.Dispose();
    }

    private async Task<int> ExitAsync(IDisposable? metered)
    {
        using (metered)
        {
            return await _job.ReadLineAsync(CancellationToken.None) is ['e', 'x', 'i', 't', ' ', .. var code]
                ? int.Parse(code, CultureInfo.InvariantCulture)
                : Killed;
        }
    }

    private static InvalidOperationException NoDialogue() => new("The process was started without dialogue.");
}
