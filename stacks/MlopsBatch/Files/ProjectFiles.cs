using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MlopsBatch.Configuration;
using MlopsBatch.Configuration.Binding;
using MlopsBatch.Configuration.Mending;
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

    /// <summary>The step scripts of a model. A folder that several models share is read once.</summary>
    /// <exception cref="FaultException">The folder is missing or lacks a step's script.</exception>
    public ScriptBundle Scripts(ModelOptions model) =>
        Find(model, out var problem)
        ?? throw new FaultException(new Fault(FaultCatalogue.NoScripts, $"the scripts of {model.Name}: {problem}"));

    /// <summary>Finds out before anything is declared what is wrong with the folders that the models' <c>scripts</c> name.</summary>
    /// <param name="models">The models.</param>
    /// <param name="stack">The stack's name, for the commands that mend it.</param>
    /// <exception cref="FaultException">Each that is missing or lacks a script, under its own path.</exception>
    public void RequireScripts(IReadOnlyList<ModelOptions> models, string stack)
    {
        var faults = new List<Fault>();
        foreach (var (index, model) in models.Index())
        {
            if (Find(model, out var problem) is null)
            {
                var path = SettingsPath.Root.Key("models").Index(index).Key("scripts");
                var mend = new StackCommands(stack).Set(path, "scripts");
                faults.Add(new(FaultCatalogue.NoScripts, $"{path}: got \"{model.Scripts}\", but {problem}; mend it with: {mend}"));
            }
        }

        if (faults.Count > 0)
        {
            throw new FaultException(FaultException.Stopped, faults);
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

    private ScriptBundle? Find(ModelOptions model, out string problem)
    {
        problem = "";
        var folder = new DirectoryInfo(Path.Combine(Root.FullName, model.Scripts));
        if (!folder.Exists)
        {
            problem = "there is no such folder in the project";
            return null;
        }

        try
        {
            return _bundles.GetOrAdd(model.Scripts, _ => Read(folder)).For(Enum.Parse<DataQualityEngine>(model.DataQuality.Engine));
        }
        catch (ArgumentException fault)
        {
            problem = fault.Message;
            return null;
        }
    }

    private static ScriptBundle Read(DirectoryInfo folder) =>
        ScriptBundle.Create(
            folder
                .GetFiles("*", SearchOption.AllDirectories)
                .Select(file => KeyValuePair.Create(Path.GetRelativePath(folder.FullName, file.FullName), file))
                .Where(file => ScriptBundle.Includes(file.Key))
                .Select(file => KeyValuePair.Create(file.Key, File.ReadAllBytes(file.Value.FullName)))
        );
}
