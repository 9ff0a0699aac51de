using System.Buffers.Binary;
using System.Text;

namespace MlopsBatch.Cli.Tests.Packaging;

/// <summary>Builds the parts of an ELF file that say which symbol versions it needs.</summary>
internal static class ElfProgram
{
    private const int Header = 64,
        SectionHeader = 64,
        VersionNeeds = 0x6ffffffe;

    /// <param name="libraries">Each library's versions.</param>
    public static byte[] Needing(params string[][] libraries)
    {
        var texts = new List<byte> { 0 };
        var needs = new List<byte>();
        for (var library = 0; library < libraries.Length; library++)
        {
            var versions = libraries[library];
            var last = library == libraries.Length - 1;
            needs.AddRange([.. U16(1), .. U16(versions.Length), .. U32(0), .. U32(16), .. U32(last ? 0 : 16 + (16 * versions.Length))]);
            for (var i = 0; i < versions.Length; i++)
            {
                needs.AddRange([.. U32(0), .. U16(0), .. U16(i + 2), .. U32(texts.Count), .. U32(i == versions.Length - 1 ? 0 : 16)]);
                texts.AddRange([.. Encoding.ASCII.GetBytes(versions[i]), 0]);
            }
        }
        var sections =
            libraries.Length == 0
                ? [Section(0, 0, 0, 0)]
                : new[]
                {
                    Section(0, 0, 0, 0),
                    Section(VersionNeeds, Header, needs.Count, 2),
                    Section(3, Header + needs.Count, texts.Count, 0),
                };
        var start = Header + needs.Count + texts.Count;
        var header = new byte[Header];
        new byte[] { 0x7f, (byte)'E', (byte)'L', (byte)'F', 2, 1, 1 }.CopyTo(header, 0);
        BinaryPrimitives.WriteUInt64LittleEndian(header.AsSpan(0x28), (ulong)start);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(0x3c), (ushort)sections.Length);
        return [.. header, .. needs, .. texts, .. sections.SelectMany(section => section)];
    }

    private static byte[] Section(int type, int offset, int size, int link)
    {
        var section = new byte[SectionHeader];
        BinaryPrimitives.WriteInt32LittleEndian(section.AsSpan(4), type);
        BinaryPrimitives.WriteInt64LittleEndian(section.AsSpan(0x18), offset);
        BinaryPrimitives.WriteInt64LittleEndian(section.AsSpan(0x20), size);
        BinaryPrimitives.WriteInt32LittleEndian(section.AsSpan(0x28), link);
        return section;
    }

    private static byte[] U16(int value) => BitConverter.GetBytes((ushort)value);

    private static byte[] U32(int value) => BitConverter.GetBytes(value);
}
