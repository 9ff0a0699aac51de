using MlopsBatch.Pipelines.Storage;

namespace MlopsBatch.Cli.Graphs.Pictures;

/// <summary>A prefix that a step reads or writes.</summary>
/// <param name="Name">Below the model's root, such as <c>training/model</c>; in another bucket, with its name before it.</param>
/// <param name="Folder">The layout's folder; null in another bucket.</param>
internal sealed record S3Location(string Name, S3Folder? Folder)
{
    /// <summary>The layout's folder in which a URI lies, or the like folder of another bucket.</summary>
    public static S3Location Of(string uri, S3Layout layout)
    {
        var parts = uri["s3://".Length..].Split('/', 2);
        var (bucket, key) = (parts[0], $"{parts.ElementAtOrDefault(1)?.TrimEnd('/')}/");
        if (
            bucket == layout.Bucket
            && layout.Folders.FirstOrDefault(folder => key.StartsWith(folder.Prefix, StringComparison.Ordinal)) is { } own
        )
        {
            return Of(own, layout);
        }

        var alike = layout.Folders.FirstOrDefault(folder => $"/{key}".Contains($"/{NameOf(folder, layout)}/", StringComparison.Ordinal));
        return alike is null ? new($"{bucket}/{key}", null)
            : bucket == layout.Bucket ? Of(alike, layout)
            : new($"{bucket}: {NameOf(alike, layout)}/", null);
    }

    public static S3Location Of(S3Folder folder, S3Layout layout) => new($"{NameOf(folder, layout)}/", folder);

    private static string NameOf(S3Folder folder, S3Layout layout) => folder.Path[(layout.Root.Length + 1)..];
}
