using System.IO.Compression;

namespace MlopsBatch.Cli.Packaging;

/// <summary>The zip of a custom runtime: one executable file <c>bootstrap</c> at its root
/// (https://docs.aws.amazon.com/lambda/latest/dg/runtimes-custom.html).</summary>
internal static class BootstrapZip
{
    // A regular file with mode 0755, where zips of Unix keep it.
    private const int ExecutableFile = (0x8000 | 0b111_101_101) << 16;

    // The first day that a zip can tell; so that the bytes don't depend on when they were built.
    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The same bytes for the same program.</summary>
    public static byte[] Of(byte[] program)
    {
        using var buffer = new MemoryStream();
        using (var zip = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
        {
            var entry = zip.CreateEntry("bootstrap", CompressionLevel.SmallestSize);
            entry.LastWriteTime = Epoch;
            entry.ExternalAttributes = ExecutableFile;
            using var content = entry.Open();
            content.Write(program);
        }
        return buffer.ToArray();
    }
}
