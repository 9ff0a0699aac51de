using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MlopsBatch.Faults;
using MlopsBatch.Pipelines.Projects;
using MlopsBatch.Pipelines.Scripts;

namespace MlopsBatch.Files;

/// <summary>The files of the project that a deployment uploads.</summary>
/// <param name="Root">The project's root.</param>
public sealed record ProjectFiles(DirectoryInfo Root)
{
    private readonly ConcurrentDictionary<string, ScriptBundle> _bundles = new();

    /// <summary>Compiled package of a function, made by <c>./mlops package</c>; it may not exist yet.</summary>
    public FileInfo Package(string function) => new(Path.Combine(Root.FullName, "artifacts", $"{function}.zip"));

    /// <summary>SHA-256 of the package in base64, as Lambda reports it; null if there is no package.</summary>
    public string? PackageHash(string function)
    {
        var package = Package(function);
        return package.Exists ? Convert.ToBase64String(SHA256.HashData(File.ReadAllBytes(package.FullName))) : null;
    }

    /// <summary>The step scripts of a folder. A folder that several models share is read once.</summary>
    /// <exception cref="FaultException">The folder is missing or lacks a step's script.</exception>
    public ScriptBundle Scripts(string folder, DataQualityEngine engine)
    {
        try
        {
            return _bundles.GetOrAdd(folder, Read).For(engine);
        }
        catch (ArgumentException fault)
        {
            throw new FaultException(new Fault(FaultCatalogue.NoScripts, $"settings.models[].scripts: got \"{folder}\"; {fault.Message}"));
        }
    }

    /// <summary>A file below <c>data/</c>.</summary>
    /// <exception cref="FaultException">It isn't there.</exception>
    public FileInfo Data(string name)
    {
        var file = new FileInfo(Path.Combine(Root.FullName, "data", name));
        return file.Exists
            ? file
            : throw new FaultException(
                new Fault(FaultCatalogue.NoData, $"data/{name}: missing, but the settings upload it; put it there, or turn the upload off")
            );
    }

    /// <summary>A PEM file with certificates, as text.</summary>
    /// <exception cref="FaultException">It isn't there, holds no certificate, or holds a private key.</exception>
    public string Certificates(string path)
    {
        var file = new FileInfo(Path.Combine(Root.FullName, path));
        if (!file.Exists)
        {
            throw NoCertificates(path, "there is no such file in the project");
        }

        var pem = File.ReadAllText(file.FullName);
        if (pem.Contains("PRIVATE KEY", StringComparison.Ordinal))
        {
            throw NoCertificates(path, "it holds a private key; only certificates belong there");
        }

        try
        {
            var authorities = new X509Certificate2Collection();
            authorities.ImportFromPem(pem);
            return authorities.Count > 0 ? pem : throw NoCertificates(path, "it holds no certificate in PEM form");
        }
        catch (CryptographicException fault)
        {
            throw NoCertificates(path, $"it can't be read: {fault.Message}");
        }
    }

    private static FaultException NoCertificates(string path, string problem) =>
        new(new Fault(FaultCatalogue.NoCertificates, $"settings.gitLab.caFile: got \"{path}\", but {problem}"));

    private ScriptBundle Read(string name)
    {
        var folder = new DirectoryInfo(Path.Combine(Root.FullName, name));
        if (!folder.Exists)
        {
            throw new FaultException(
                new Fault(
                    FaultCatalogue.NoScripts,
                    $"settings.models[].scripts: got \"{name}\", but there is no such folder in the project"
                )
            );
        }

        return ScriptBundle.Create(
            folder
                .GetFiles("*", SearchOption.AllDirectories)
                .Select(file => KeyValuePair.Create(Path.GetRelativePath(folder.FullName, file.FullName), file))
                .Where(file => ScriptBundle.Includes(file.Key))
                .Select(file => KeyValuePair.Create(file.Key, File.ReadAllBytes(file.Value.FullName)))
        );
    }
}
