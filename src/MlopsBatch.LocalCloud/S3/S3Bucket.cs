using System.Collections.Immutable;
using System.Text;
using MlopsBatch.LocalCloud.Access;
using MlopsBatch.LocalCloud.Events;
using MlopsBatch.LocalCloud.Kms;

namespace MlopsBatch.LocalCloud.S3;

/// <summary>
/// A bucket: objects are files under their key's path in the bucket's folder. Safe for use from several threads.
/// </summary>
public sealed class S3Bucket
{
    /// <summary>The version id of objects that were stored without versioning.</summary>
    public const string NullVersion = "null";

    private readonly Lock _lock;
    private readonly SortedDictionary<string, List<StoredVersion>> _history;
    private readonly BucketSettings _settings;
    private readonly BucketFiles _files;
    private readonly EventStream _events;
    private readonly Cloud _cloud;
    private readonly Caller _caller;

    internal S3Bucket(string name, string root, EventStream events, Cloud cloud)
    {
        Name = name;
        (_lock, _history, _settings) = (new(), new(Utf8Order.Instance), new());
        _files = new BucketFiles(name, root);
        _events = events;
        _cloud = cloud;
        _caller = new Caller(Principal.Root(events.Account, cloud.Partition));
        CreationTime = cloud.Options.Time.GetUtcNow();
        Storage.Run($"create the bucket '{name}'", Path.Combine(root, name), _files.Create);
    }

    private S3Bucket(S3Bucket other, Caller caller)
    {
        (Name, _lock, _history, _settings) = (other.Name, other._lock, other._history, other._settings);
        (_files, _events, _cloud, _caller) = (other._files, other._events, other._cloud, caller);
        CreationTime = other.CreationTime;
    }

    public string Name { get; }

    /// <summary>When it was created.</summary>
    public DateTimeOffset CreationTime { get; }

    /// <summary>The account that owns the bucket and gets its events.</summary>
    public string Owner => _events.Account;

    /// <summary><c>arn:aws:s3:::{name}</c></summary>
    public string Arn => $"arn:{_cloud.Partition}:s3:::{Name}";

    /// <summary>Keep what is overwritten or deleted. Off by default, as in S3.</summary>
    public bool Versioning
    {
        get => _settings.Versioning;
        set
        {
            Authorize("s3:PutBucketVersioning", Arn);
            _settings.Versioning = value;
        }
    }

    /// <summary>Send <c>Object Created</c> and <c>Object Deleted</c> to the owner's default bus. Off by default, as in S3.</summary>
    public bool EventBridge
    {
        get => _settings.EventBridge;
        set
        {
            Authorize("s3:PutBucketNotification", Arn);
            _settings.EventBridge = value;
        }
    }

    /// <summary>The bucket's policy as JSON; null if it has none.</summary>
    public string? Policy
    {
        get => _settings.Policy;
        set
        {
            Authorize(value is null ? "s3:DeleteBucketPolicy" : "s3:PutBucketPolicy", Arn);
            _settings.Policy = value;
        }
    }

    /// <summary>The KMS key that encrypts new objects unless the request names another; null for S3's own keys.</summary>
    public string? KmsKeyArn
    {
        get => _settings.KmsKeyArn;
        set
        {
            Authorize("s3:PutEncryptionConfiguration", Arn);
            _settings.KmsKeyArn = value;
        }
    }

    /// <summary>The same bucket, as a caller sees it.</summary>
    public S3Bucket As(Caller caller) => new(this, caller);

    /// <summary>Stores a file's content.</summary>
    /// <param name="key">1 to 1024 bytes in UTF-8; any characters.</param>
    /// <param name="sourceFile">It is copied; later changes of it don't reach the object.</param>
    /// <param name="kmsKey">The key that encrypts it; the bucket's if left out.</param>
    /// <exception cref="CloudException">InvalidArgument, KeyTooLongError or StorageUnavailable.</exception>
    public S3Object Put(string key, string sourceFile, string? kmsKey = null) => Put(key, kmsKey, id => _files.Stage(id, sourceFile));

    /// <inheritdoc cref="Put(string, string, string?)"/>
    public S3Object Put(string key, Stream content, string? kmsKey = null) => Put(key, kmsKey, id => _files.Stage(id, content));

    /// <summary>Stores what came in parts or from another object.</summary>
    /// <param name="key">The key.</param>
    /// <param name="content">The whole content.</param>
    /// <param name="reason">What the event names, for example <c>CompleteMultipartUpload</c> or <c>CopyObject</c>.</param>
    /// <param name="eTag">Its ETag if that isn't the content's MD5.</param>
    internal S3Object PutAs(string key, Stream content, string reason, string? eTag = null) =>
        Put(key, null, id => _files.Stage(id, content), reason, eTag);

    /// <summary>Stores text in UTF-8.</summary>
    /// <inheritdoc cref="Put(string, string, string?)"/>
    public S3Object PutText(string key, string text) => Put(key, new MemoryStream(Encoding.UTF8.GetBytes(text)));

    /// <summary>The current version of an object, or null.</summary>
    /// <exception cref="CloudException">AccessDenied: to read it, or to learn that it isn't there.</exception>
    public S3Object? Find(string key)
    {
        Authorize("s3:GetObject", ArnOf(key));
        if (Current(key)?.Object is { } found)
        {
            return found;
        }
        AuthorizeList(key);
        return null;
    }

    /// <summary>The current version of an object.</summary>
    /// <exception cref="CloudException">NoSuchKey.</exception>
    public S3Object Get(string key) => Find(key) ?? throw NoSuchKey(key);

    /// <summary>Reads an object while it stays as it is, even if it is overwritten meanwhile.</summary>
    /// <param name="key">The key.</param>
    /// <param name="versionId">A version; the current one if left out.</param>
    /// <exception cref="CloudException">NoSuchKey or NoSuchVersion.</exception>
    public Stream OpenRead(string key, string? versionId = null)
    {
        AuthorizeRead(key, versionId);
        lock (_lock)
        {
            var path = FileOf(key, versionId);
            return Storage.Run($"read s3://{Name}/{key}", path, () => File.OpenRead(path));
        }
    }

    /// <summary>Reads an object as text in UTF-8.</summary>
    /// <inheritdoc cref="OpenRead"/>
    public string ReadText(string key, string? versionId = null)
    {
        using var reader = new StreamReader(OpenRead(key, versionId));
        return reader.ReadToEnd();
    }

    /// <summary>Copies an object to a file, which is the caller's own from then on; folders are made.</summary>
    /// <exception cref="CloudException">NoSuchKey or StorageUnavailable.</exception>
    public void Download(string key, string targetFile)
    {
        AuthorizeRead(key, null);
        lock (_lock)
        {
            var source = FileOf(key, null);
            Storage.Run(
                $"download s3://{Name}/{key}",
                targetFile,
                () =>
                {
                    Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(targetFile))!);
                    File.Copy(source, targetFile, overwrite: true);
                }
            );
        }
    }

    /// <summary>Current objects whose key starts with a prefix, in the order of their UTF-8 bytes as S3 lists them.</summary>
    public IReadOnlyList<S3Object> List(string prefix)
    {
        AuthorizeList(prefix);
        return Matching(prefix);
    }

    private IReadOnlyList<S3Object> Matching(string prefix)
    {
        lock (_lock)
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
        Authorize("s3:ListBucketVersions", Arn, ("s3:prefix", key));
        lock (_lock)
        {
            return [.. _history.GetValueOrDefault(key, []).Select(version => version.Object).OfType<S3Object>().Reverse()];
        }
    }

    /// <summary>Deletes an object; with versioning it gets a delete marker. What isn't there is no error, as in S3.</summary>
    public void Delete(string key)
    {
        Authorize("s3:DeleteObject", ArnOf(key));
        lock (_lock)
        {
            if (Current(key) is not { Object: not null } current)
            {
                return;
            }
            Storage.Run($"delete s3://{Name}/{key}", _files.CurrentPath(key), () => PutAside(key, current));
            if (Versioning)
            {
                _history[key].Add(new StoredVersion(null, ""));
            }
            if (EventBridge)
            {
                _events.PublishDeleted(current.Object, ++_settings.Sequence, isMarker: Versioning);
            }
        }
    }

    /// <summary>Deletes the bucket's folder.</summary>
    /// <exception cref="CloudException">BucketNotEmpty, unless its objects may go too.</exception>
    internal void Remove(bool withObjects)
    {
        Authorize("s3:DeleteBucket", Arn);
        lock (_lock)
        {
            if (_history.Count > 0 && !withObjects)
            {
                throw new CloudException("BucketNotEmpty", $"The bucket '{Name}' has {_history.Count} objects; delete them first.");
            }
            Storage.Run($"delete the bucket '{Name}'", Name, _files.Remove);
        }
    }

    private S3Object Put(
        string key,
        string? kmsKey,
        Func<string, BucketFiles.Staged> stage,
        string reason = "PutObject",
        string? eTag = null
    )
    {
        KeyPath.Validate(key);
        Authorize("s3:PutObject", ArnOf(key));
        var encryption = kmsKey ?? _settings.KmsKeyArn;
        KeyUse.Use(_cloud, _caller, Owner, "s3", encryption, "kms:GenerateDataKey");
        var id = _cloud.Ids.Next("s3 version " + Name, 32);
        var staged = Storage.Run($"store s3://{Name}/{key}", _files.CurrentPath(key), () => stage(id));
        var stored = new S3Object(
            Name,
            key,
            Versioning ? id : NullVersion,
            staged.Size,
            eTag ?? staged.ETag,
            _cloud.Options.Time.GetUtcNow()
        )
        {
            KmsKey = encryption,
        };
        lock (_lock)
        {
            Storage.Run(
                $"store s3://{Name}/{key}",
                _files.CurrentPath(key),
                () =>
                {
                    if (Current(key) is { Object: not null } replaced)
                    {
                        PutAside(key, replaced);
                    }
                    _files.Publish(staged, key);
                }
            );
            if (!_history.TryGetValue(key, out var versions))
            {
                _history[key] = versions = [];
            }
            versions.Add(new StoredVersion(stored, id));
            if (EventBridge)
            {
                _events.PublishCreated(stored, ++_settings.Sequence, reason);
            }
        }
        return stored;
    }

    /// <summary>What was stored without versioning goes for good when it is replaced without versioning; all else is kept.</summary>
    private void PutAside(string key, StoredVersion current)
    {
        if (Versioning || current.Object!.VersionId != NullVersion)
        {
            _files.Archive(key, current.FileId);
            return;
        }
        _files.DeleteCurrent(key);
        var versions = _history[key];
        versions.RemoveAt(versions.Count - 1);
        if (versions.Count == 0)
        {
            _history.Remove(key);
        }
    }

    private StoredVersion? Current(string key)
    {
        lock (_lock)
        {
            return _history.TryGetValue(key, out var versions) ? versions[^1] : null;
        }
    }

    private string FileOf(string key, string? versionId)
    {
        if (Current(key) is { Object: { } current } && (versionId is null || versionId == current.VersionId))
        {
            return _files.CurrentPath(key);
        }
        if (versionId is null)
        {
            throw NoSuchKey(key);
        }
        var version =
            _history.GetValueOrDefault(key, []).Find(item => item.Object?.VersionId == versionId)
            ?? throw new CloudException("NoSuchVersion", $"s3://{Name}/{key} has no version '{versionId}'.");
        return _files.VersionPath(version.FileId);
    }

    private CloudException NoSuchKey(string key) =>
        new("NoSuchKey", $"There is no object s3://{Name}/{key}.{DidYouMean.Hint(key, Matching("").Select(item => item.Key))}");

    private string ArnOf(string key) => $"{Arn}/{key}";

    private void AuthorizeRead(string key, string? versionId)
    {
        Authorize(versionId is null ? "s3:GetObject" : "s3:GetObjectVersion", ArnOf(key));
        if (Current(key) is not { Object: { } found })
        {
            AuthorizeList(key);
            return;
        }
        KeyUse.Use(_cloud, _caller, Owner, "s3", found.KmsKey, "kms:Decrypt");
    }

    /// <summary>As S3 does: who may not list learns nothing of what is missing.</summary>
    private void AuthorizeList(string prefix) => Authorize("s3:ListBucket", Arn, ("s3:prefix", prefix));

    private void Authorize(string action, string resource, params (string Key, string Value)[] context) =>
        _cloud.Authorizer.Authorize(
            new AccessRequest(_caller, action, resource, Owner)
            {
                ResourcePolicy = _settings.Policy,
                Context = context.ToImmutableDictionary(entry => entry.Key, entry => entry.Value),
            }
        );

    /// <summary>A version and its file; a delete marker has neither.</summary>
    private sealed record StoredVersion(S3Object? Object, string FileId);
}
