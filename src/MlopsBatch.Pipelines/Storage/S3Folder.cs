
namespace MlopsBatch.Pipelines.Storage;

/// <summary>One folder of the <see cref="S3Layout"/>: the keys below it are of one kind and one lifecycle class.</summary>
/// <param name="Bucket">The bucket's name.</param>
/// <param name="Path">The folder's key without a slash at either end.</param>
/// <param name="Lifecycle">What becomes of the objects as time passes.</param>
/// <param name="PerExecution">Whether a pipeline execution's id (for scripts: their hash) comes next.</param>
public sealed record S3Folder(string Bucket, string Path, LifecycleClass Lifecycle, bool PerExecution)
{
    /// <summary>The folder's key prefix, with the slash at its end.</summary>
    public string Prefix => Path + "/";

    /// <summary>The folder's URI, with the slash at its end.</summary>
    public string Uri => $"s3://{Bucket}/{Prefix}";

    /// <summary>The key of an object below the folder.</summary>
    public string Key(params ReadOnlySpan<string> segments) => Prefix + string.Join('/', segments);

    /// <summary>The URI of an object below the folder.</summary>
    public string UriOf(params ReadOnlySpan<string> segments) => $"s3://{Bucket}/{Key(segments)}";

    /// <summary>Whether a key lies in this folder.</summary>
    public bool Contains(string key) => key.StartsWith(Prefix, StringComparison.Ordinal) && key.Length > Prefix.Length;

    /// <summary>The execution's id (or scripts' hash) in a key of this folder; null if the key has none.</summary>
    public string? ExecutionOf(string key)
    {
        if (!PerExecution || !Contains(key))
        {
            return null;
        }

        var end = key.IndexOf('/', Prefix.Length);
        return end < 0 ? null : key[Prefix.Length..end];
    }
}
