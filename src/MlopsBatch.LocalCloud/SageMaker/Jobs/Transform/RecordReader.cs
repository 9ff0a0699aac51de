using System.Globalization;

namespace MlopsBatch.LocalCloud.SageMaker.Jobs.Transform;

/// <summary>
/// Cuts an object into requests: whole (SplitType None), or by lines, of which as many go together as BatchStrategy
/// and MaxPayloadInMB allow. Reads no more than one request ahead.
/// </summary>
/// <param name="content">The object.</param>
/// <param name="byLine">SplitType Line.</param>
/// <param name="single">BatchStrategy SingleRecord.</param>
/// <param name="maxBytes">MaxPayloadInMB.</param>
internal sealed class RecordReader(Stream content, bool byLine, bool single, int maxBytes)
{
    private readonly byte[] _buffer = new byte[checked(maxBytes + 1)];
    private int _start;
    private int _end;
    private bool _complete;

    /// <summary>The next request, or null at the end. Its bytes are its own.</summary>
    /// <exception cref="RecordException">A record is larger than a request may be.</exception>
    public async Task<RecordBatch?> NextAsync(CancellationToken cancellation)
    {
        await FillAsync(cancellation);
        var available = _end - _start;
        if (available == 0)
        {
            return null;
        }
        var records = new List<Range>();
        var taken = byLine ? Lines(records) : Whole(records);
        if (taken == 0)
        {
            throw new RecordException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{(byLine ? "a record" : "an object without SplitType")} is larger than MaxPayloadInMB "
                        + $"({maxBytes / 1024 / 1024} MB) allows"
                )
            );
        }
        var bytes = _buffer.AsSpan(_start, taken).ToArray();
        _start += taken;
        return new RecordBatch(bytes, records);
    }

    private int Whole(List<Range> records)
    {
        if (!_complete || _end - _start > maxBytes)
        {
            return 0;
        }
        records.Add(0..(_end - _start));
        return _end - _start;
    }

    /// <summary>Takes complete lines; the last one of the object needs no line end.</summary>
    private int Lines(List<Range> records)
    {
        var taken = 0;
        var rest = _buffer.AsSpan(_start, _end - _start);
        while (taken < rest.Length)
        {
            var newLine = rest[taken..].IndexOf((byte)'\n');
            var next = newLine < 0 ? rest.Length : taken + newLine + 1;
            if ((newLine < 0 && !_complete) || next > maxBytes)
            {
                break;
            }
            var recordEnd = newLine < 0 ? next : next - 1;
            records.Add(taken..(recordEnd > taken && rest[recordEnd - 1] == '\r' ? recordEnd - 1 : recordEnd));
            taken = next;
            if (single)
            {
                break;
            }
        }
        return taken;
    }

    private async Task FillAsync(CancellationToken cancellation)
    {
        if (byLine && single && _buffer.AsSpan(_start, _end - _start).Contains((byte)'\n'))
        {
            return;
        }
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }
        while (!_complete && _end < _buffer.Length)
        {
            var read = await content.ReadAsync(_buffer.AsMemory(_end), cancellation);
            _complete = read == 0;
            _end += read;
        }
    }
}
