namespace MlopsBatch.LocalCloud.Http.S3;

/// <summary>A part of a stream, read once from its start to its end.</summary>
internal sealed class SliceStream : Stream
{
    private readonly Stream _whole;
    private long _left;

    public SliceStream(Stream whole, ByteRange range)
    {
        _whole = whole;
        _whole.Position = range.First;
        _left = range.Length;
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = _whole.Read(buffer, offset, (int)Math.Min(count, _left));
        _left -= read;
        return read;
    }

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _whole.Dispose();
        }
        base.Dispose(disposing);
    }
}
