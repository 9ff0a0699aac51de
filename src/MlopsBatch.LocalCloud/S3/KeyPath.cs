using System.Globalization;
using System.Text;

namespace MlopsBatch.LocalCloud.S3;

/// <summary>
/// Maps keys to relative file paths, one to one. Ordinary keys are their own path, so that people find
/// their objects; what a file system can't hold (empty, dot or over-long segments, control characters, what Windows
/// refuses) is written with percent signs, so that no key leads out of the bucket's folder.
/// </summary>
internal static class KeyPath
{
    /// <summary>The file of an object whose own key is also the folder of other objects (<c>a</c> beside <c>a/b</c>).</summary>
    public const string SelfName = "%object";

    private const string EmptySegment = "%-";
    private const string Continued = "%+";
    private const string Reserved = "%\\:*?\"<>|";

    /// <summary>Bytes of one path segment; file systems allow 255.</summary>
    private const int SegmentBytes = 240;

    /// <summary>Checks a key against S3's rules.</summary>
    /// <exception cref="CloudException">KeyTooLongError or InvalidArgument.</exception>
    public static void Validate(string key)
    {
        if (key.Length == 0)
        {
            throw new CloudException("InvalidArgument", "An object's key must not be empty.");
        }
        int bytes;
        try
        {
            bytes = new UTF8Encoding(false, throwOnInvalidBytes: true).GetByteCount(key);
        }
        catch (EncoderFallbackException error)
        {
            throw new CloudException("InvalidArgument", $"The key '{key}' is no valid Unicode text.", error);
        }
        if (bytes > 1024)
        {
            throw new CloudException("KeyTooLongError", $"The key '{key[..40]}…' has {bytes} bytes, S3 allows 1024.");
        }
    }

    /// <summary>The key's relative path.</summary>
    public static string FromKey(string key) => Path.Combine([.. key.Split('/').SelectMany(Segment)]);

    private static IEnumerable<string> Segment(string segment)
    {
        if (segment.Length == 0)
        {
            yield return EmptySegment;
            yield break;
        }
        var piece = new StringBuilder();
        var bytes = 0;
        var left = segment.Length;
        foreach (var rune in segment.EnumerateRunes())
        {
            left -= rune.Utf16SequenceLength;
            var text = Escape(rune, isLast: left == 0);
            var size = Encoding.UTF8.GetByteCount(text);
            if (bytes + size > SegmentBytes)
            {
                yield return piece.Append(Continued).ToString();
                piece.Clear();
                bytes = 0;
            }
            piece.Append(text);
            bytes += size;
        }
        yield return piece.ToString();
    }

    private static string Escape(Rune rune, bool isLast)
    {
        var awkward =
            rune.Value < 0x20
            || rune.Value == 0x7F
            || (rune.IsBmp && Reserved.Contains((char)rune.Value, StringComparison.Ordinal))
            || (isLast && rune.Value is '.' or ' ');
        return awkward ? "%" + rune.Value.ToString("X2", CultureInfo.InvariantCulture) : rune.ToString();
    }
}
