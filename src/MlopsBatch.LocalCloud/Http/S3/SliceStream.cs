namespace MlopsBatch.LocalCloud.Http.S3;

/// <summary>A part of a stream, read once from its start to its end.</summary>
internal sealed class SliceStream : ReadOnceStream
{
    private readonly Stream _whole;
    private long _left;

    public SliceStream(Stream whole, ByteRange range)
    {
        _whole = whole;
        _whole.Position = range.First;
        _left = range.Length;
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = _whole.Read(buffer, offset, (int)Math.Min(count, _left));
        _left -= read;
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _whole.Dispose();
        }
        base.Dispose(disposing);
    }
}
