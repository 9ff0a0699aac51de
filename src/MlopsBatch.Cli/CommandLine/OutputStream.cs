namespace MlopsBatch.Cli.CommandLine;

/// <summary>Standard output, whose faults can be told from those of files.</summary>
internal sealed class OutputStream(Stream output) : Stream
{
    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Flush() => Guard(output.Flush);

    public override void Write(byte[] buffer, int offset, int count) => Guard(() => output.Write(buffer, offset, count));

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private static void Guard(Action write)
    {
        try
        {
            write();
        }
        catch (IOException fault)
        {
            throw new OutputException(fault);
        }
    }
}
