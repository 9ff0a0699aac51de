using System.Security.Cryptography;

namespace MlopsBatch.LocalCloud.Processes.Recording;

/// <summary>
/// A process that is talked to, question by question. As long as its answers are known it isn't started; then it is, and
/// hears all that was said before. Its answers have to follow from what it has read, and come before the next question.
/// </summary>
internal sealed class RecordedDialogue : IRunningProcess
{
    private readonly ProcessRecord _record;
    private readonly Func<Task<IRunningProcess>> _start;
    private readonly MemoryStream _heard = new();
    private readonly MemoryStream _since = new();
    private readonly TaskCompletionSource<int> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private IRunningProcess? _process;
    private Stream? _answer;
    private string? _answersTo;
    private bool _isBroken;
    private long _said;
    private long _told;

    public RecordedDialogue(ProcessRecord record, Func<Task<IRunningProcess>> start)
    {
        (_record, _start) = (record, start);
        Input = new DialogueStream(Hear, (_, _) => throw new NotSupportedException());
        Output = new DialogueStream(_ => throw new NotSupportedException(), SayAsync);
    }

    public int Id => _process?.Id ?? 0;

    public Task<int> Exited => _process?.Exited ?? _ended.Task;

    public Stream Input { get; }

    public Stream Output { get; }

    public void Kill()
    {
        _process?.Kill();
        _ended.TrySetResult(0);
    }

    public async ValueTask DisposeAsync()
    {
        Keep();
        _ended.TrySetResult(0);
        if (_process is not null)
        {
            await _process.DisposeAsync();
        }
    }

    private void Hear(ReadOnlyMemory<byte> bytes)
    {
        Keep();
        _heard.Write(bytes.Span);
        (_answer, _answersTo) = (null, null);
    }

    private async ValueTask<int> SayAsync(Memory<byte> buffer, CancellationToken cancellation)
    {
        if (_answersTo is null)
        {
            _answersTo = Convert.ToHexStringLower(SHA256.HashData(_heard.ToArray()))[..32];
            _answer = _process is null && _record.Answer(_answersTo) is { } known ? new MemoryStream(known) : null;
        }

        if (_answer is not null)
        {
            var read = await _answer.ReadAsync(buffer, cancellation);
            _said += read;
            return read;
        }

        await CatchUpAsync(cancellation);
        var count = await _process!.Output.ReadAsync(buffer, cancellation);
        _since.Write(buffer.Span[..count]);
        // A process that ended in the middle of an answer gave none.
        _isBroken |= count == 0;
        return count;
    }

    /// <summary>Starts the process if need be, tells it what it hasn't heard, and skips what was said in its place.</summary>
    private async Task CatchUpAsync(CancellationToken cancellation)
    {
        _process ??= await _start();
        if (_told < _heard.Length)
        {
            await _process.Input.WriteAsync(_heard.GetBuffer().AsMemory((int)_told, (int)(_heard.Length - _told)), cancellation);
            await _process.Input.FlushAsync(cancellation);
            _told = _heard.Length;
        }

        var skipped = new byte[_said];
        await _process.Output.ReadExactlyAsync(skipped, cancellation);
        _said = 0;
    }

    private void Keep()
    {
        if (_since.Length > 0 && _answersTo is not null && !_isBroken)
        {
            _record.KeepAnswer(_answersTo, _since.ToArray());
        }

        _since.SetLength(0);
    }
}
