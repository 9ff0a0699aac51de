using System.Security.Cryptography;
using System.Text;
using MlopsBatch.Pipelines.Names;
using MlopsBatch.Pipelines.Projects;
using MlopsBatch.Pipelines.Storage;

namespace MlopsBatch.Pipelines.Scripts;

/// <summary>
/// The step scripts as they are uploaded: the same on every machine. Carriage returns at line ends and anything that a
/// file system adds (order, times, owners) don't matter, so a checkout on Windows has the same hash.
/// </summary>
public sealed class ScriptBundle
{
    private ScriptBundle(SortedDictionary<string, byte[]> files)
    {
        Files = files;
        Contract = ScriptContract.Of(Text(ScriptContract.FileName), Text(ScriptNames.Training) ?? "");
        Hash = HashOf(files);
        SourceArchive = TarGz.Create(files);
    }

    /// <summary>Content by path, with slashes, in ordinal order.</summary>
    public IReadOnlyDictionary<string, byte[]> Files { get; }

    /// <summary>What the scripts say of themselves.</summary>
    public ScriptContract Contract { get; }

    /// <summary>SHA-256 of the names and contents: 64 lower-case hexadecimal digits. Names the scripts' folder in S3.</summary>
    public string Hash { get; }

    /// <summary>All files as <see cref="S3Layout.SourceArchive"/>, for the training job.</summary>
    public byte[] SourceArchive { get; }

    /// <summary>What lies in the scripts' folder in S3: the files, and the archive of them all.</summary>
    public IEnumerable<KeyValuePair<string, byte[]>> Objects => Files.Append(new(S3Layout.SourceArchive, SourceArchive));

    /// <summary>
    /// Makes a bundle of a folder's files. Tests, the rehearsal's data, caches and hidden files are left out: <see cref="Includes"/>.
    /// </summary>
    /// <param name="files">Content by path relative to the scripts' folder, with slashes or backslashes.</param>
    /// <exception cref="ArgumentException"><c>contract.json</c> can't be read.</exception>
    public static ScriptBundle Create(IEnumerable<KeyValuePair<string, byte[]>> files)
    {
        var normalised = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var (path, content) in files.Where(file => Includes(file.Key)))
        {
            normalised.Add(path.Replace('\\', '/'), LineEndings.ToLf(content));
        }

        return new ScriptBundle(normalised);
    }

    /// <summary>The bundle, which has every script that the definitions run.</summary>
    /// <param name="engine">Some steps are an engine's own.</param>
    /// <exception cref="ArgumentException">Scripts are missing; the message names them all.</exception>
    public ScriptBundle For(DataQualityEngine engine)
    {
        var needed = ScriptNames.For(engine);
        var missing = needed.Where(name => !Files.ContainsKey(name)).ToList();
        return missing.Count == 0
            ? this
            : throw new ArgumentException(
                $"the folder lacks {string.Join(", ", missing)}; the pipelines run {string.Join(", ", needed)}"
            );
    }

    /// <summary>Whether a file of the scripts' folder belongs to the bundle.</summary>
    /// <param name="path">Relative to the scripts' folder.</param>
    public static bool Includes(string path)
    {
        var segments = path.Split('/', '\\');
        return !segments.Any(segment => segment is "__pycache__" || segment.StartsWith('.'))
            && !segments[..^1].Any(folder => folder is "tests" or "rehearsal")
            && !path.EndsWith(".pyc", StringComparison.Ordinal);
    }

    private string? Text(string name) => Files.TryGetValue(name, out var content) ? Encoding.UTF8.GetString(content) : null;

    private static string HashOf(SortedDictionary<string, byte[]> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (path, content) in files)
        {
            // Lengths keep apart what would be the same bytes in a row: ("a", "bc") and ("ab", "c").
            hash.AppendData(Encoding.UTF8.GetBytes($"{path}\n{content.Length}\n"));
            hash.AppendData(content);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
