using System.Buffers.Binary;
using System.Formats.Tar;
using System.IO.Hashing;

namespace MlopsBatch.Pipelines.Scripts;

/// <summary>
/// A .tar.gz whose bytes depend on nothing but its files' names and contents: no times, no owners, and stored instead
/// of compressed, because what a compressor makes of the same input differs by its version and platform.
/// </summary>
internal static class TarGz
{
    private const int MaxStoredBlock = ushort.MaxValue;

    public static byte[] Create(IReadOnlyDictionary<string, byte[]> files) => GZip(Tar(files));

    private static byte[] Tar(IReadOnlyDictionary<string, byte[]> files)
    {
        using var buffer = new MemoryStream();
        using (var tar = new TarWriter(buffer, TarEntryFormat.Ustar, leaveOpen: true))
        {
            foreach (var (path, content) in files)
            {
                tar.WriteEntry(
                    new UstarTarEntry(TarEntryType.RegularFile, path)
                    {
                        ModificationTime = DateTimeOffset.UnixEpoch,
                        Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead,
                        DataStream = new MemoryStream(content, writable: false),
                    }
                );
            }
        }

        return buffer.ToArray();
    }

    /// <summary>RFC 1952 around RFC 1951's stored blocks.</summary>
    private static byte[] GZip(byte[] data)
    {
        using var result = new MemoryStream();
        // Magic, method deflate, no flags, no time, no extra flags, unknown operating system.
        result.Write([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]);
        var rest = data.AsSpan();
        Span<byte> lengths = stackalloc byte[4];
        do
        {
            var block = rest[..Math.Min(rest.Length, MaxStoredBlock)];
            rest = rest[block.Length..];
            result.WriteByte((byte)(rest.IsEmpty ? 1 : 0));
            BinaryPrimitives.WriteUInt16LittleEndian(lengths, (ushort)block.Length);
            BinaryPrimitives.WriteUInt16LittleEndian(lengths[2..], (ushort)~block.Length);
            result.Write(lengths);
            result.Write(block);
        } while (!rest.IsEmpty);

        Span<byte> trailer = stackalloc byte[8];
        BinaryPrimitives.WriteUInt32LittleEndian(trailer, Crc32.HashToUInt32(data));
        BinaryPrimitives.WriteUInt32LittleEndian(trailer[4..], (uint)data.Length);
        result.Write(trailer);
        return result.ToArray();
    }
}
