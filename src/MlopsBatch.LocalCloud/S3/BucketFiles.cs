using System.Security.Cryptography;

namespace MlopsBatch.LocalCloud.S3;

/// <summary>The files behind one bucket: current objects under their keys' paths, replaced versions beside them.</summary>
/// <param name="bucket">The bucket's name.</param>
/// <param name="root">The folder of all buckets.</param>
internal sealed class BucketFiles(string bucket, string root)
{
    private readonly string _objects = Path.Combine(root, bucket);
    private readonly string _versions = Path.Combine(root, ".versions", bucket);
    private readonly string _uploads = Path.Combine(root, ".uploads", bucket);

    public void Create()
    {
        Directory.CreateDirectory(_objects);
        Directory.CreateDirectory(_uploads);
    }

    public void Remove()
    {
        foreach (var folder in new[] { _objects, _versions, _uploads }.Where(Directory.Exists))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>
    /// Takes over a file's bytes under a temporary name; the caller's file and the stored one never share bytes that
    /// can be written to (a clone where the file system has them, else a copy).
    /// </summary>
    public Staged Stage(string id, string source) => Stage(id, path => File.Copy(source, path));

    /// <inheritdoc cref="Stage(string, string)"/>
    public Staged Stage(string id, Stream source) =>
        Stage(
            id,
            path =>
            {
                using var content = File.Create(path);
                source.CopyTo(content);
            }
        );

    /// <summary>Makes staged bytes the current object of a key.</summary>
    public void Publish(Staged staged, string key)
    {
        var path = WritablePath(key);
        File.Move(staged.Path, path, overwrite: true);
    }

    /// <summary>Puts the current object aside as a version.</summary>
    public void Archive(string key, string versionId)
    {
        Directory.CreateDirectory(_versions);
        File.Move(CurrentPath(key), VersionPath(versionId));
    }

    public void DeleteCurrent(string key) => File.Delete(CurrentPath(key));

    public string VersionPath(string versionId) => Path.Combine(_versions, versionId);

    /// <summary>Where a key's current object is.</summary>
    public string CurrentPath(string key)
    {
        var path = Path.Combine(_objects, KeyPath.FromKey(key));
        return Directory.Exists(path) ? Path.Combine(path, KeyPath.SelfName) : path;
    }

    /// <summary>The path for a key, after making room: where an object stands in the way of a folder, it moves into that folder.</summary>
    private string WritablePath(string key)
    {
        var path = CurrentPath(key);
        var folder = Path.GetDirectoryName(path)!;
        for (var parent = folder; parent.Length > _objects.Length; parent = Path.GetDirectoryName(parent)!)
        {
            if (File.Exists(parent))
            {
                var aside = Path.Combine(_uploads, "aside");
                File.Move(parent, aside);
                Directory.CreateDirectory(parent);
                File.Move(aside, Path.Combine(parent, KeyPath.SelfName));
                break;
            }
        }
        Directory.CreateDirectory(folder);
        return path;
    }

    private Staged Stage(string id, Action<string> write)
    {
        var path = Path.Combine(_uploads, id);
        try
        {
            write(path);
            using var content = File.OpenRead(path);
            return new Staged(path, content.Length, Convert.ToHexStringLower(MD5.HashData(content)));
        }
        catch
        {
            // A full disk needs the space of what could not be completed.
            File.Delete(path);
            throw;
        }
    }

    /// <summary>Bytes that wait under a temporary name.</summary>
    internal sealed record Staged(string Path, long Size, string ETag);
}
