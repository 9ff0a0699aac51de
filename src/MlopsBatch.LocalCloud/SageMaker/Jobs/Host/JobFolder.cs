using System.Text.Json;
using System.Text.Json.Nodes;
using MlopsBatch.LocalCloud.SageMaker.Executions;

namespace MlopsBatch.LocalCloud.SageMaker.Jobs.Host;

/// <summary>One job's own folder, laid out as its container would be: what is /opt/ml there is <see cref="OptMl"/> here.</summary>
internal sealed class JobFolder
{
    private const string ContainerRoot = "/opt/ml";
    private const int TailBytes = 4096;
    private const int TailLines = 8;

    private readonly string _root;

    private JobFolder(string root, string jobName)
    {
        _root = root;
        JobName = jobName;
    }

    public string JobName { get; }

    public string OptMl => Path.Combine(_root, "opt", "ml");

    public string Home => Path.Combine(_root, "home");

    public string Temporary => Path.Combine(_root, "tmp");

    /// <summary>What the job printed.</summary>
    public string LogFile => Path.Combine(_root, "log.txt");

    /// <exception cref="CloudException">StorageUnavailable.</exception>
    public static JobFolder Create(string jobsRoot, string jobName)
    {
        var folder = new JobFolder(Path.Combine(jobsRoot, jobName), jobName);
        Storage.Run(
            $"make the folder of job '{jobName}'",
            folder._root,
            () =>
            {
                if (Directory.Exists(folder._root))
                {
                    Directory.Delete(folder._root, recursive: true);
                }
                foreach (var path in new[] { folder.OptMl, folder.Home, folder.Temporary })
                {
                    Directory.CreateDirectory(path);
                }
            }
        );
        return folder;
    }

    /// <summary>A path below the root, whose parts are given.</summary>
    public string In(params string[] parts) => Path.Combine([OptMl, .. parts]);

    /// <summary>The local place of a container's path, in an argument or a variable; any other text stays as it is.</summary>
    public string MapPath(string text) =>
        text == ContainerRoot || text.StartsWith(ContainerRoot + "/", StringComparison.Ordinal)
            ? OptMl + text[ContainerRoot.Length..]
            : text;

    /// <summary>The local place of a path that a job declares for its data.</summary>
    /// <exception cref="StepFailedException">It isn't below the allowed folder.</exception>
    public string DataPath(string containerPath, string below)
    {
        if (!containerPath.StartsWith(below + "/", StringComparison.Ordinal) || containerPath.Split('/').Contains(".."))
        {
            throw StepFailedException.Client($"LocalPath '{containerPath}' must be below {below}.");
        }
        return MapPath(containerPath);
    }

    public void WriteJson(JsonNode json, params string[] parts)
    {
        var path = In(parts);
        Storage.Run(
            "write",
            path,
            () =>
            {
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.WriteAllText(path, json.ToJsonString(new JsonSerializerOptions { WriteIndented = true }));
            }
        );
    }

    /// <summary>The beginning of a text file that a script may write to say what went wrong; null if there is nothing in it.</summary>
    public string? ReadMessage(int maxCharacters, params string[] parts)
    {
        var path = In(parts);
        if (!File.Exists(path))
        {
            return null;
        }
        using var reader = new StreamReader(path);
        var buffer = new char[maxCharacters];
        var text = new string(buffer, 0, reader.ReadBlock(buffer)).Trim();
        return text.Length == 0 ? null : text;
    }

    /// <summary>The last lines of the log.</summary>
    public string LogTail()
    {
        if (!File.Exists(LogFile))
        {
            return "";
        }
        using var log = File.OpenRead(LogFile);
        log.Seek(-Math.Min(TailBytes, log.Length), SeekOrigin.End);
        using var reader = new StreamReader(log);
        var lines = reader.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return string.Join('\n', lines.TakeLast(TailLines));
    }

    public void Delete()
    {
        try
        {
            Directory.Delete(_root, recursive: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Leftovers of a job only cost space; its result counts.
        }
    }
}
