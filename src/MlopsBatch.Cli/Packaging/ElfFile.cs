using System.Buffers.Binary;
using System.Text;

namespace MlopsBatch.Cli.Packaging;

/// <summary>Reads from an ELF program which symbol versions it needs from its shared libraries: the section
/// <c>.gnu.version_r</c> (Linux Standard Base, "Symbol Versioning").</summary>
internal static class ElfFile
{
    private const uint VersionNeeds = 0x6ffffffe;
    private const int SectionHeaderSize = 64;

    /// <returns>Names as <c>GLIBC_2.34</c>; none for a static program.</returns>
    /// <exception cref="InvalidDataException">No 64-bit little-endian ELF file.</exception>
    public static IReadOnlyList<string> NeededVersions(ReadOnlySpan<byte> file)
    {
        if (file is not [0x7f, (byte)'E', (byte)'L', (byte)'F', 2, 1, ..])
        {
            throw new InvalidDataException("It is no 64-bit little-endian ELF program.");
        }

        try
        {
            var names = new List<string>();
            var headers = (int)BinaryPrimitives.ReadUInt64LittleEndian(file[0x28..]);
            var count = BinaryPrimitives.ReadUInt16LittleEndian(file[0x3c..]);
            for (var i = 0; i < count; i++)
            {
                var header = Section(file, headers, i);
                if (BinaryPrimitives.ReadUInt32LittleEndian(header[4..]) == VersionNeeds)
                {
                    ReadNeeds(
                        Content(file, header),
                        Content(file, Section(file, headers, (int)BinaryPrimitives.ReadUInt32LittleEndian(header[0x28..]))),
                        names
                    );
                }
            }
            return names;
        }
        catch (ArgumentOutOfRangeException error)
        {
            throw new InvalidDataException("Its ELF tables point outside of the file.", error);
        }
    }

    private static ReadOnlySpan<byte> Section(ReadOnlySpan<byte> file, int headers, int index) =>
        file.Slice(headers + (index * SectionHeaderSize), SectionHeaderSize);

    private static ReadOnlySpan<byte> Content(ReadOnlySpan<byte> file, ReadOnlySpan<byte> header) =>
        file.Slice(
            (int)BinaryPrimitives.ReadUInt64LittleEndian(header[0x18..]),
            (int)BinaryPrimitives.ReadUInt64LittleEndian(header[0x20..])
        );

    /// <summary>A chain of libraries, each with a chain of versions; both link by offsets, 0 ends.</summary>
    private static void ReadNeeds(ReadOnlySpan<byte> needs, ReadOnlySpan<byte> texts, List<string> names)
    {
        for (var library = 0; ;)
        {
            var version = library + (int)BinaryPrimitives.ReadUInt32LittleEndian(needs[(library + 8)..]);
            for (var left = BinaryPrimitives.ReadUInt16LittleEndian(needs[(library + 2)..]); left > 0; left--)
            {
                var text = texts[(int)BinaryPrimitives.ReadUInt32LittleEndian(needs[(version + 8)..])..];
                names.Add(Encoding.ASCII.GetString(text[..text.IndexOf((byte)0)]));
                version += (int)BinaryPrimitives.ReadUInt32LittleEndian(needs[(version + 12)..]);
            }
            var next = (int)BinaryPrimitives.ReadUInt32LittleEndian(needs[(library + 12)..]);
            if (next == 0)
            {
                return;
            }

            library += next;
        }
    }
}
