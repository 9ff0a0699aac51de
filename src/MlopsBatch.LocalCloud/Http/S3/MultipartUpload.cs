using System.Collections.Concurrent;

namespace MlopsBatch.LocalCloud.Http.S3;

/// <summary>An object that is coming in parts.</summary>
/// <param name="Bucket">Where it goes.</param>
/// <param name="Key">Its key.</param>
/// <param name="Folder">Where its parts wait.</param>
/// <param name="Initiated">When it began.</param>
internal sealed record MultipartUpload(string Bucket, string Key, string Folder, DateTimeOffset Initiated)
{
    /// <summary>The parts so far, by number.</summary>
    public ConcurrentDictionary<int, UploadedPart> Parts { get; } = new();
}
