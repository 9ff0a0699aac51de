using System.Collections.Concurrent;
using MlopsBatch.LocalCloud.Access;
using MlopsBatch.LocalCloud.Events;

namespace MlopsBatch.LocalCloud.S3;

/// <summary>
/// S3 as a folder: <c>root/{bucket}/{key}</c>. Bucket names are shared by all accounts, as in AWS. Access rights,
/// encryption and lifecycle rules are not emulated.
/// </summary>
public sealed class LocalS3
{
    private readonly ConcurrentDictionary<string, S3Bucket> _buckets;
    private readonly string _root;
    private readonly Cloud _cloud;
    private readonly Caller? _caller;

    internal LocalS3(string root, Cloud cloud)
    {
        _buckets = new(StringComparer.Ordinal);
        _root = Path.GetFullPath(root);
        _cloud = cloud;
    }

    private LocalS3(LocalS3 other, Caller caller)
    {
        (_buckets, _root, _cloud) = (other._buckets, other._root, other._cloud);
        _caller = caller;
    }

    /// <summary>The same buckets, as a caller sees them.</summary>
    public LocalS3 As(Caller caller) => new(this, caller);

    /// <summary>Creates a bucket.</summary>
    /// <param name="name">3 to 63 lower-case letters, digits, dots and hyphens.</param>
    /// <param name="events">The owner's events, where it will announce objects once <see cref="S3Bucket.EventBridge"/> is on.</param>
    /// <exception cref="CloudException">InvalidBucketName, BucketAlreadyExists or StorageUnavailable.</exception>
    public S3Bucket CreateBucket(string name, EventStream events)
    {
        if (!BucketName.IsValid(name))
        {
            throw new CloudException(
                "InvalidBucketName",
                $"'{name}' is no bucket name; needed are 3 to 63 lower-case letters, digits, dots and hyphens, with a "
                    + "letter or digit at both ends."
            );
        }
        var bucket = new S3Bucket(name, _root, events, _cloud);
        return _buckets.TryAdd(name, bucket)
            ? View(bucket)
            : throw new CloudException(
                "BucketAlreadyExists",
                $"There is a bucket '{name}' already; bucket names are shared by all accounts."
            );
    }

    /// <summary>A bucket by its name.</summary>
    /// <exception cref="CloudException">NoSuchBucket.</exception>
    public S3Bucket Bucket(string name) =>
        _buckets.TryGetValue(name, out var bucket)
            ? View(bucket)
            : throw new CloudException("NoSuchBucket", $"There is no bucket '{name}'.{DidYouMean.Hint(name, _buckets.Keys)}");

    /// <summary>Deletes a bucket.</summary>
    /// <exception cref="CloudException">NoSuchBucket, or BucketNotEmpty unless its objects may go too.</exception>
    public void DeleteBucket(string name, bool withObjects = false)
    {
        Bucket(name).Remove(withObjects);
        _buckets.TryRemove(name, out _);
    }

    /// <summary>All buckets, by name.</summary>
    public IReadOnlyList<S3Bucket> Buckets => [.. _buckets.Values.OrderBy(bucket => bucket.Name, StringComparer.Ordinal).Select(View)];

    /// <summary>The object at an address, or null; also when there is no such bucket.</summary>
    public S3Object? Find(S3Uri uri) => _buckets.TryGetValue(uri.Bucket, out var bucket) ? View(bucket).Find(uri.Key) : null;

    /// <summary>
    /// What a job's input gets for an <c>S3Prefix</c>: every object whose key starts with the address's key, each in
    /// the same relative place below the folder. As in the service, the prefix is plain text (<c>a/b</c> also takes
    /// <c>a/b2.csv</c>): below <c>prefix/</c> the rest of the key is the path, otherwise the part after the prefix's
    /// last slash, so that a whole key arrives under its own name.
    /// Source: https://github.com/aws/sagemaker-python-sdk/issues/3612 (remote jobs).
    /// </summary>
    /// <param name="prefix">Where the objects are.</param>
    /// <param name="folder">Where they go; made even if all objects are folder markers.</param>
    /// <returns>The files' paths relative to the folder, in the order of their keys.</returns>
    /// <exception cref="CloudException">NoSuchBucket, NoSuchKey if nothing matches, or InvalidKey if a key leads out of the
    /// folder.</exception>
    public IReadOnlyList<string> DownloadPrefix(S3Uri prefix, string folder)
    {
        var bucket = Bucket(prefix.Bucket);
        var matching = bucket.List(prefix.Key);
        if (matching.Count == 0)
        {
            throw new CloudException("NoSuchKey", $"No S3 objects found under S3 URL '{prefix}'.");
        }
        Storage.Run($"download {prefix}", folder, () => Directory.CreateDirectory(folder));
        var files = new List<string>();
        foreach (var item in matching)
        {
            if (item.Key.EndsWith('/'))
            {
                // The zero-byte markers that consoles make for folders.
                continue;
            }
            var relative = RelativePath(item.Key, prefix.Key);
            if (relative.Split('/').Any(segment => segment is "" or "." or ".."))
            {
                throw new CloudException(
                    "InvalidKey",
                    $"The key '{item.Key}' can't be a file below '{prefix}': an empty, '.' or '..' segment leads elsewhere."
                );
            }
            bucket.Download(item.Key, Path.Combine(folder, relative));
            files.Add(relative);
        }
        return files;
    }

    /// <summary>Stores every file below a folder under the same relative key below the address, in the order of the keys.</summary>
    /// <exception cref="CloudException">NoSuchBucket, InvalidArgument for a symbolic link, or StorageUnavailable.</exception>
    public IReadOnlyList<S3Object> UploadFolder(string folder, S3Uri prefix)
    {
        var bucket = Bucket(prefix.Bucket);
        var files = Storage.Run(
            $"upload to {prefix}",
            folder,
            () => new DirectoryInfo(folder).EnumerateFileSystemInfos("*", SearchOption.AllDirectories).ToList()
        );
        if (files.Find(file => file.LinkTarget is not null) is { } link)
        {
            throw new CloudException(
                "InvalidArgument",
                $"The output '{Path.GetRelativePath(folder, link.FullName)}' is a symbolic link; outputs must be files."
            );
        }
        return
        [
            .. files
                .OfType<FileInfo>()
                .Select(file => (file.FullName, Key: prefix.Append(Path.GetRelativePath(folder, file.FullName).Replace('\\', '/')).Key))
                .OrderBy(file => file.Key, Utf8Order.Instance)
                .Select(file => bucket.Put(file.Key, file.FullName)),
        ];
    }

    private S3Bucket View(S3Bucket bucket) => _caller is null ? bucket : bucket.As(_caller);

    /// <summary>Where an object that a prefix matches is, seen from that prefix (see <see cref="DownloadPrefix"/>).</summary>
    internal static string RelativePath(string key, string prefix) =>
        prefix.Length > 0 && key.StartsWith(prefix.TrimEnd('/') + "/", StringComparison.Ordinal)
            ? key[(prefix.TrimEnd('/').Length + 1)..]
            : key[(prefix.LastIndexOf('/') + 1)..];
}
