namespace MlopsBatch.LocalCloud.S3;

/// <summary>
/// A bucket's objects with their versions, without asking whether anybody may: <see cref="S3Bucket"/> does. All callers of one
/// bucket share it; <see cref="Lock"/> keeps files and history in step.
/// </summary>
internal sealed class BucketObjects(string bucket, string root)
{
    private readonly SortedDictionary<string, List<StoredVersion>> _history = new(Utf8Order.Instance);

    public Lock Lock { get; } = new();

    public BucketFiles Files { get; } = new(bucket, root);

    /// <summary>The current version of an object; null where there is none, or a delete marker.</summary>
    public S3Object? Current(string key)
    {
        lock (Lock)
        {
            return Newest(key)?.Object;
        }
    }

    /// <summary>Current objects whose key starts with a prefix, in the order of their UTF-8 bytes.</summary>
    public IReadOnlyList<S3Object> Matching(string prefix)
    {
        lock (Lock)
        {
            return
            [
                .. _history
                    .Values.Select(versions => versions[^1].Object)
                    .OfType<S3Object>()
                    .Where(item => item.Key.StartsWith(prefix, StringComparison.Ordinal)),
            ];
        }
    }

    /// <summary>All versions of an object, the newest first; delete markers are left out.</summary>
    public IReadOnlyList<S3Object> Versions(string key)
    {
        lock (Lock)
        {
            return [.. _history.GetValueOrDefault(key, []).Select(version => version.Object).OfType<S3Object>().Reverse()];
        }
    }

    /// <summary>The file of a version; of the current one if none is named.</summary>
    /// <exception cref="CloudException">NoSuchKey or NoSuchVersion.</exception>
    public string FileOf(string key, string? versionId)
    {
        lock (Lock)
        {
            if (Newest(key) is { Object: { } current } && (versionId is null || versionId == current.VersionId))
            {
                return Files.CurrentPath(key);
            }
            if (versionId is null)
            {
                throw NoSuchKey(key);
            }
            var version =
                _history.GetValueOrDefault(key, []).Find(item => item.Object?.VersionId == versionId)
                ?? throw new CloudException("NoSuchVersion", $"s3://{bucket}/{key} has no version '{versionId}'.");
            return Files.VersionPath(version.FileId);
        }
    }

    /// <summary>Puts a staged file in place as the current version.</summary>
    public void Publish(S3Object stored, BucketFiles.Staged staged, string fileId, bool versioning)
    {
        lock (Lock)
        {
            Storage.Run(
                $"store s3://{bucket}/{stored.Key}",
                Files.CurrentPath(stored.Key),
                () =>
                {
                    if (Newest(stored.Key) is { Object: not null } replaced)
                    {
                        PutAside(stored.Key, replaced, versioning);
                    }
                    Files.Publish(staged, stored.Key);
                }
            );
            if (!_history.TryGetValue(stored.Key, out var versions))
            {
                _history[stored.Key] = versions = [];
            }
            versions.Add(new StoredVersion(stored, fileId));
        }
    }

    /// <summary>Deletes the current version, or covers it with a delete marker. Returns what was there; null: nothing.</summary>
    public S3Object? Delete(string key, bool versioning)
    {
        lock (Lock)
        {
            if (Newest(key) is not { Object: not null } current)
            {
                return null;
            }
            Storage.Run($"delete s3://{bucket}/{key}", Files.CurrentPath(key), () => PutAside(key, current, versioning));
            if (versioning)
            {
                _history[key].Add(new StoredVersion(null, ""));
            }
            return current.Object;
        }
    }

    /// <summary>Deletes the bucket's folder.</summary>
    /// <exception cref="CloudException">BucketNotEmpty, unless its objects may go too.</exception>
    public void Remove(bool withObjects)
    {
        lock (Lock)
        {
            if (_history.Count > 0 && !withObjects)
            {
                throw new CloudException("BucketNotEmpty", $"The bucket '{bucket}' has {_history.Count} objects; delete them first.");
            }
            Storage.Run($"delete the bucket '{bucket}'", bucket, Files.Remove);
        }
    }

    public CloudException NoSuchKey(string key) =>
        new("NoSuchKey", $"There is no object s3://{bucket}/{key}.{DidYouMean.Hint(key, Matching("").Select(item => item.Key))}");

    /// <summary>What was stored without versioning goes for good when it is replaced without versioning; all else is kept.</summary>
    private void PutAside(string key, StoredVersion current, bool versioning)
    {
        if (versioning || current.Object!.VersionId != S3Bucket.NullVersion)
        {
            Files.Archive(key, current.FileId);
            return;
        }
        Files.DeleteCurrent(key);
        var versions = _history[key];
        versions.RemoveAt(versions.Count - 1);
        if (versions.Count == 0)
        {
            _history.Remove(key);
        }
    }

    private StoredVersion? Newest(string key) => _history.TryGetValue(key, out var versions) ? versions[^1] : null;

    /// <summary>A version and its file; a delete marker has neither.</summary>
    private sealed record StoredVersion(S3Object? Object, string FileId);
}
