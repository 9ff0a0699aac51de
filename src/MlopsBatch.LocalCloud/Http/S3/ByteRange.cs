using System.Globalization;
using Microsoft.Net.Http.Headers;

namespace MlopsBatch.LocalCloud.Http.S3;

/// <summary>The part of an object that a Range header asks for, both ends included.</summary>
internal sealed record ByteRange(long First, long Last)
{
    public long Length => Last - First + 1;

    /// <summary>The range, or null if the whole object is wanted; S3 ignores what it doesn't understand.</summary>
    /// <exception cref="CloudException">InvalidRange if nothing of it is there.</exception>
    public static ByteRange? Parse(string header, long size)
    {
        if (header.Length == 0 || !RangeHeaderValue.TryParse(header, out var value) || value.Unit != "bytes" || value.Ranges.Count != 1)
        {
            return null;
        }
        var asked = value.Ranges.First();
        var (first, last) = asked.From is { } from
            ? (from, Math.Min(asked.To ?? long.MaxValue, size - 1))
            : (Math.Max(0, size - asked.To!.Value), size - 1);
        return first <= last
            ? new ByteRange(first, last)
            : throw new CloudException("InvalidRange", $"The requested range '{header}' is not satisfiable; the object has {size} bytes.");
    }

    public string ContentRange(long size) => string.Create(CultureInfo.InvariantCulture, $"bytes {First}-{Last}/{size}");
}
