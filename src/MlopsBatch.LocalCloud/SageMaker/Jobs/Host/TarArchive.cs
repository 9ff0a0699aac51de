using System.Formats.Tar;
using System.IO.Compression;

namespace MlopsBatch.LocalCloud.SageMaker.Jobs.Host;

/// <summary>Archives as SageMaker makes and reads them.</summary>
internal static class TarArchive
{
    private const UnixFileMode FileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
    private const UnixFileMode ExecuteBits = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    /// <summary>Packs every file below a folder; the same files give the same bytes, whenever and by whomever they were written.</summary>
    /// <exception cref="CloudException">StorageUnavailable.</exception>
    public static void Pack(string folder, string archive) =>
        Storage.Run(
            $"pack '{folder}'",
            archive,
            () =>
            {
                using var file = File.Create(archive);
                using var zip = new GZipStream(file, CompressionLevel.Fastest);
                using var tar = new TarWriter(zip, TarEntryFormat.Gnu);
                var files = Directory
                    .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                    .Select(path => (Path: path, Name: Path.GetRelativePath(folder, path).Replace('\\', '/')))
                    .OrderBy(item => item.Name, StringComparer.Ordinal);
                foreach (var (path, name) in files)
                {
                    using var content = File.OpenRead(path);
                    tar.WriteEntry(
                        new GnuTarEntry(TarEntryType.RegularFile, name)
                        {
                            DataStream = content,
                            ModificationTime = DateTimeOffset.UnixEpoch,
                            Mode = FileMode | (IsExecutable(path) ? ExecuteBits : UnixFileMode.None),
                        }
                    );
                }
            }
        );

    /// <summary>Unpacks files and folders; anything that could write elsewhere (links, absolute or upward paths, devices) is
    /// refused.</summary>
    /// <exception cref="CloudException">InvalidArchive or StorageUnavailable.</exception>
    public static void Unpack(string archive, string folder)
    {
        var root = Path.GetFullPath(folder);
        try
        {
            Directory.CreateDirectory(root);
            using var file = File.OpenRead(archive);
            using var zip = new GZipStream(file, CompressionMode.Decompress);
            using var tar = new TarReader(zip);
            while (tar.GetNextEntry() is { } entry)
            {
                Unpack(entry, root, Path.GetFileName(archive));
            }
        }
        catch (Exception error) when (error is InvalidDataException or FormatException or EndOfStreamException)
        {
            throw new CloudException(
                "InvalidArchive",
                $"'{Path.GetFileName(archive)}' is no intact tar.gz archive: {error.Message}",
                error
            );
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw Storage.Unavailable($"unpack '{Path.GetFileName(archive)}'", root, error);
        }
    }

    private static void Unpack(TarEntry entry, string root, string archive)
    {
        var path = Path.GetFullPath(Path.Combine(root, entry.Name));
        if (path != root && !path.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            throw new CloudException(
                "InvalidArchive",
                $"'{archive}' holds '{entry.Name}', which leads out of the folder that it is unpacked to."
            );
        }
        switch (entry.EntryType)
        {
            case TarEntryType.Directory:
                Directory.CreateDirectory(path);
                break;
            case TarEntryType.RegularFile or TarEntryType.V7RegularFile or TarEntryType.ContiguousFile:
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                entry.ExtractToFile(path, overwrite: true);
                break;
            case TarEntryType.GlobalExtendedAttributes:
                break;
            default:
                throw new CloudException(
                    "InvalidArchive",
                    $"'{archive}' holds '{entry.Name}' of type {entry.EntryType}; only files and folders are unpacked."
                );
        }
    }

    private static bool IsExecutable(string path) =>
        !OperatingSystem.IsWindows() && File.GetUnixFileMode(path).HasFlag(UnixFileMode.UserExecute);
}
