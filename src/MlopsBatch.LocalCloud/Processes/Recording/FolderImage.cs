using System.Security.Cryptography;
using System.Text;

namespace MlopsBatch.LocalCloud.Processes.Recording;

/// <summary>The files below a folder, by the hashes of their contents.</summary>
/// <param name="Root">The folder.</param>
/// <param name="Files">Relative path to hash.</param>
internal sealed record FolderImage(string Root, IReadOnlyDictionary<string, string> Files)
{
    private const string Here = "{here}";

    public static FolderImage Of(string root) =>
        new(
            root,
            new DirectoryInfo(root)
                .EnumerateFiles("*", SearchOption.AllDirectories)
                .ToDictionary(file => Path.GetRelativePath(root, file.FullName), HashOf, StringComparer.Ordinal)
        );

    /// <summary>Files that are new or other than in an earlier image, as relative paths.</summary>
    public IEnumerable<string> ChangedSince(FolderImage before) =>
        Files.Where(file => before.Files.GetValueOrDefault(file.Key) != file.Value).Select(file => file.Key);

    /// <summary>What a process that is started in this folder depends on; where the folder lies doesn't count.</summary>
    public string Key(ProcessRequest request, string salt)
    {
        var text = new StringBuilder(salt).Append('\n').Append(request.FileName).Append('\n');
        Lines(request.Arguments);
        Lines([Path.GetRelativePath(Root, request.WorkingFolder)]);
        Lines(request.Environment.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}"));
        Lines(Files.OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => $"{file.Key} {file.Value}"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..32];

        void Lines(IEnumerable<string> values)
        {
            foreach (var value in values)
            {
                text.Append(value.Replace(Root, Here, StringComparison.Ordinal)).Append('\n');
            }
        }
    }

    private static string HashOf(FileInfo file)
    {
        using var content = file.OpenRead();
        return Convert.ToHexStringLower(SHA256.HashData(content));
    }
}
