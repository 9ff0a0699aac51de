namespace MlopsBatch.LocalCloud.Http.S3;

/// <summary>Reads files one after the other as if they were one.</summary>
internal sealed class PartStream(IReadOnlyList<string> paths) : ReadOnceStream
{
    private FileStream? _current;
    private int _next;

    public override int Read(byte[] buffer, int offset, int count)
    {
        while (true)
        {
            if (_current is null)
            {
                if (_next == paths.Count)
                {
                    return 0;
                }
                _current = File.OpenRead(paths[_next++]);
            }
            var read = _current.Read(buffer, offset, count);
            if (read > 0)
            {
                return read;
            }
            _current.Dispose();
            _current = null;
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _current?.Dispose();
        }
        base.Dispose(disposing);
    }
}
