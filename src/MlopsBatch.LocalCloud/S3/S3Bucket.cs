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

    private readonly BucketObjects _objects;
    private readonly BucketSettings _settings;
    private readonly EventStream _events;
    private readonly Cloud _cloud;
    private readonly Caller _caller;

    internal S3Bucket(string name, string root, EventStream events, Cloud cloud)
    {
        Name = name;
        (_objects, _settings) = (new(name, root), new());
        _events = events;
        _cloud = cloud;
        _caller = new Caller(Principal.Root(events.Account, cloud.Partition));
        CreationTime = cloud.Options.Time.GetUtcNow();
        Storage.Run($"create the bucket '{name}'", Path.Combine(root, name), _objects.Files.Create);
    }

    private S3Bucket(S3Bucket other, Caller caller)
    {
        (Name, _objects, _settings) = (other.Name, other._objects, other._settings);
        (_events, _cloud, _caller) = (other._events, other._cloud, caller);
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
    public S3Object Put(string key, string sourceFile, string? kmsKey = null) =>
        Put(key, kmsKey, id => _objects.Files.Stage(id, sourceFile));

    /// <inheritdoc cref="Put(string, string, string?)"/>
    public S3Object Put(string key, Stream content, string? kmsKey = null) =>
        Put(key, kmsKey, id => _objects.Files.Stage(id, content));

    /// <summary>Stores what came in parts or from another object.</summary>
    /// <param name="key">The key.</param>
    /// <param name="content">The whole content.</param>
    /// <param name="reason">What the event names, for example <c>CompleteMultipartUpload</c> or <c>CopyObject</c>.</param>
    /// <param name="eTag">Its ETag if that isn't the content's MD5.</param>
    internal S3Object PutAs(string key, Stream content, string reason, string? eTag = null) =>
        Put(key, null, id => _objects.Files.Stage(id, content), reason, eTag);

    /// <summary>Stores text in UTF-8.</summary>
    /// <inheritdoc cref="Put(string, string, string?)"/>
    public S3Object PutText(string key, string text) => Put(key, new MemoryStream(Encoding.UTF8.GetBytes(text)));

    /// <summary>The current version of an object, or null.</summary>
    /// <exception cref="CloudException">AccessDenied: to read it, or to learn that it isn't there.</exception>
    public S3Object? Find(string key)
    {
        Authorize("s3:GetObject", ArnOf(key));
        if (_objects.Current(key) is { } found)
        {
            return found;
        }
        AuthorizeList(key);
        return null;
    }

    /// <summary>The current version of an object.</summary>
    /// <exception cref="CloudException">NoSuchKey.</exception>
    public S3Object Get(string key) => Find(key) ?? throw _objects.NoSuchKey(key);

    /// <summary>Reads an object while it stays as it is, even if it is overwritten meanwhile.</summary>
    /// <param name="key">The key.</param>
    /// <param name="versionId">A version; the current one if left out.</param>
    /// <exception cref="CloudException">NoSuchKey or NoSuchVersion.</exception>
    public Stream OpenRead(string key, string? versionId = null)
    {
        AuthorizeRead(key, versionId);
        lock (_objects.Lock)
        {
            var path = _objects.FileOf(key, versionId);
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
        lock (_objects.Lock)
        {
            var source = _objects.FileOf(key, null);
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
        return _objects.Matching(prefix);
    }

    /// <summary>All versions of an object, the newest first; delete markers are left out.</summary>
    public IReadOnlyList<S3Object> Versions(string key)
    {
        Authorize("s3:ListBucketVersions", Arn, ("s3:prefix", key));
        return _objects.Versions(key);
    }

    /// <summary>Deletes an object; with versioning it gets a delete marker. What isn't there is no error, as in S3.</summary>
    public void Delete(string key)
    {
        Authorize("s3:DeleteObject", ArnOf(key));
        lock (_objects.Lock)
        {
            if (_objects.Delete(key, Versioning) is { } deleted && EventBridge)
            {
                _events.PublishDeleted(deleted, ++_settings.Sequence, isMarker: Versioning);
            }
        }
    }

    /// <summary>Deletes the bucket's folder.</summary>
    /// <exception cref="CloudException">BucketNotEmpty, unless its objects may go too.</exception>
    internal void Remove(bool withObjects)
    {
        Authorize("s3:DeleteBucket", Arn);
        _objects.Remove(withObjects);
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
        var staged = Storage.Run($"store s3://{Name}/{key}", _objects.Files.CurrentPath(key), () => stage(id));
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
        lock (_objects.Lock)
        {
            _objects.Publish(stored, staged, id, Versioning);
            if (EventBridge)
            {
                _events.PublishCreated(stored, ++_settings.Sequence, reason);
            }
        }
        return stored;
    }

    private string ArnOf(string key) => $"{Arn}/{key}";

    private void AuthorizeRead(string key, string? versionId)
    {
        Authorize(versionId is null ? "s3:GetObject" : "s3:GetObjectVersion", ArnOf(key));
        if (_objects.Current(key) is not { } found)
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
}
