using System.Text.Json;
using MlopsBatch.Rehearsal.Local;

namespace MlopsBatch.Cli.Machine;

/// <summary>The running local cloud, as other processes find it: a file that only its owner reads, gone when the cloud is.</summary>
internal sealed class LocalState : IDisposable
{
    private readonly DirectoryInfo _folder;
    private readonly FileStream _lock;

    private LocalState(DirectoryInfo folder, FileStream held) => (_folder, _lock) = (folder, held);

    /// <summary>A folder for the cloud alone.</summary>
    public string CloudFolder => Path.Combine(_folder.FullName, "cloud");

    /// <summary>Takes the place of the project's one local cloud; what an earlier one left is removed.</summary>
    /// <exception cref="MachineException">Another one is up.</exception>
    public static LocalState Begin(DirectoryInfo projectRoot)
    {
        var folder = Folder(projectRoot);
        folder.Create();
        FileStream held;
        try
        {
            held = new FileStream(Path.Combine(folder.FullName, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException fault)
        {
            throw new MachineException($"A local cloud of this project is up already ({fault.Message}); end it with Ctrl-C first.");
        }
        var state = new LocalState(folder, held);
        if (Directory.Exists(state.CloudFolder))
        {
            Directory.Delete(state.CloudFolder, recursive: true);
        }
        return state;
    }

    /// <summary>Lets other processes find the cloud.</summary>
    public void Write(LocalEnvironment local, string region)
    {
        var description = new Description(
            local.Server.Url,
            region,
            local.Keys.ToDictionary(key => key.Key, key => new Credentials(key.Value.Id, key.Value.Secret))
        );
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }
        using var file = new FileStream(StateFile(_folder), options);
        JsonSerializer.Serialize(file, description);
    }

    /// <summary>Lets Pulumi's plugin find the provider: a file with the port (eng/local-provider/pulumi-resource-aws reads it).</summary>
    public void WriteProvider(int port) => File.WriteAllText(ProviderFile(_folder), $"{port}\n");

    /// <summary>The running cloud.</summary>
    /// <exception cref="MachineException">There is none.</exception>
    public static Description Read(DirectoryInfo projectRoot)
    {
        try
        {
            return JsonSerializer.Deserialize<Description>(File.ReadAllText(StateFile(Folder(projectRoot))))!;
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new MachineException("No local cloud is up; './mlops local' in another shell starts one.");
        }
    }

    public void Dispose()
    {
        File.Delete(StateFile(_folder));
        File.Delete(ProviderFile(_folder));
        if (Directory.Exists(CloudFolder))
        {
            Directory.Delete(CloudFolder, recursive: true);
        }
        _lock.Dispose();
    }

    private static DirectoryInfo Folder(DirectoryInfo projectRoot) => new(Path.Combine(projectRoot.FullName, "artifacts", "local"));

    private static string ProviderFile(DirectoryInfo folder) => Path.Combine(folder.FullName, "provider.port");

    private static string StateFile(DirectoryInfo folder) => Path.Combine(folder.FullName, "cloud.json");

    /// <summary>Where it listens and who may come.</summary>
    internal sealed record Description(string Url, string Region, IReadOnlyDictionary<string, Credentials> People)
    {
        /// <summary>What a shell needs to be a person.</summary>
        public IReadOnlyDictionary<string, string> Variables(string person) =>
            new Dictionary<string, string>
            {
                ["AWS_ENDPOINT_URL"] = Url,
                ["AWS_REGION"] = Region,
                ["AWS_DEFAULT_REGION"] = Region,
                ["AWS_ACCESS_KEY_ID"] = People[person].Id,
                ["AWS_SECRET_ACCESS_KEY"] = People[person].Secret,
                ["AWS_EC2_METADATA_DISABLED"] = "true",
            };
    }

    internal sealed record Credentials(string Id, string Secret);
}
