using System.Text;

namespace MlopsBatch.LocalCloud.S3;

/// <summary>The order in which S3 lists keys: by their UTF-8 bytes, which differs from .NET's beyond the basic plane.</summary>
internal sealed class Utf8Order : IComparer<string>
{
    public static readonly Utf8Order Instance = new();

    public int Compare(string? x, string? y) => Encoding.UTF8.GetBytes(x ?? "").AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(y ?? ""));
}
