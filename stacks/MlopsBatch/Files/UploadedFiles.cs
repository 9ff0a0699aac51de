using System.Runtime.CompilerServices;
using Pulumi;

namespace MlopsBatch.Files;

/// <summary>Remembers what assets and archives are made of, because the SDK doesn't tell; offline inspection shows it.</summary>
public static class UploadedFiles
{
    private static readonly ConditionalWeakTable<AssetOrArchive, object> Contents = [];

    /// <summary>Path or text by name; null for what didn't come through here.</summary>
    public static object? ContentOf(AssetOrArchive asset) => Contents.TryGetValue(asset, out var content) ? content : null;

    internal static FileArchive Archive(FileInfo file) => Remember(new FileArchive(file.FullName), file.FullName);

    internal static FileAsset Asset(FileInfo file) => Remember(new FileAsset(file.FullName), file.FullName);

    /// <summary>An archive of text files, by name.</summary>
    internal static AssetArchive TextArchive(Dictionary<string, string> files) =>
        Remember(new AssetArchive(files.ToDictionary(file => file.Key, AssetOrArchive (file) => new StringAsset(file.Value))), files);

    private static T Remember<T>(T asset, object content)
        where T : AssetOrArchive
    {
        Contents.Add(asset, content);
        return asset;
    }
}
