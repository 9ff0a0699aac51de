using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using MlopsBatch.LocalCloud.S3;

namespace MlopsBatch.LocalCloud.Tests.Support;

/// <summary>tar.gz archives in buckets.</summary>
public static class Archives
{
    public static void PutArchive(this S3Bucket bucket, string key, params (string Name, string Content)[] files) =>
        bucket.PutArchive(
            key,
            files
                .Select(file =>
                    (TarEntry)
                        new PaxTarEntry(TarEntryType.RegularFile, file.Name)
                        {
                            DataStream = new MemoryStream(Encoding.UTF8.GetBytes(file.Content)),
                        }
                )
                .ToArray()
        );

    public static void PutArchive(this S3Bucket bucket, string key, params TarEntry[] entries)
    {
        var content = new MemoryStream();
        using (var zip = new GZipStream(content, CompressionLevel.Fastest, leaveOpen: true))
        using (var tar = new TarWriter(zip))
        {
            foreach (var entry in entries)
            {
                tar.WriteEntry(entry);
            }
        }
        content.Position = 0;
        bucket.Put(key, content);
    }

    /// <summary>Names and contents of the files in an archive.</summary>
    public static IReadOnlyDictionary<string, string> ReadArchive(this S3Bucket bucket, string key)
    {
        using var tar = new TarReader(new GZipStream(bucket.OpenRead(key), CompressionMode.Decompress));
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        while (tar.GetNextEntry(copyData: true) is { } entry)
        {
            using var reader = new StreamReader(entry.DataStream ?? Stream.Null);
            files[entry.Name] = reader.ReadToEnd();
        }
        return files;
    }
}
