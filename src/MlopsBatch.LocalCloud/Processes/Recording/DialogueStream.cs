namespace MlopsBatch.LocalCloud.Processes.Recording;

/// <summary>One end of a process's pipes.</summary>
/// <param name="write">Takes what is written.</param>
/// <param name="read">Gives what is read; 0 at the end.</param>
internal sealed class DialogueStream(
    Action<ReadOnlyMemory<byte>> write,
    Func<Memory<byte>, CancellationToken, ValueTask<int>> read
) : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Flush() { }

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        read(buffer, cancellationToken);

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        write(buffer);
        return ValueTask.CompletedTask;
    }

    public override void Write(byte[] buffer, int offset, int count) => write(buffer.AsMemory(offset, count));
}
