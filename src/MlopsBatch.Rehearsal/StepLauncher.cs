using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MlopsBatch.LocalCloud;
using MlopsBatch.LocalCloud.Processes;
using MlopsBatch.LocalCloud.Processes.Recording;

namespace MlopsBatch.Rehearsal;

/// <summary>Starts the steps' processes: all of them from a warm Python, or only those that aren't recorded.</summary>
internal sealed class StepLauncher : IAsyncDisposable
{
    private readonly WarmPython? _python;

    public StepLauncher(RehearsalOptions options, CloudOptions cloud)
    {
        if (options.Records is { } records)
        {
            Recorded = new(records.FullName, Salt(options), () => new WarmPython(cloud, options.Scripts.FullName));
            Launcher = Recorded;
        }
        else
        {
            Launcher = _python = new WarmPython(cloud, options.Scripts.FullName);
        }
    }

    public IProcessLauncher Launcher { get; }

    /// <summary>Null if every process runs.</summary>
    public RecordedProcesses? Recorded { get; }

    public ValueTask DisposeAsync() => _python?.DisposeAsync() ?? Recorded!.DisposeAsync();

    /// <summary>What a result depends on beside a job's own folder: the scripts that lie elsewhere, the data, the interpreter.</summary>
    private static string Salt(RehearsalOptions options)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var script in Files(options.Scripts.FullName).Where(file => file.Extension == ".py"))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(script.FullName));
            hash.AppendData(File.ReadAllBytes(script.FullName));
        }

        foreach (var path in new[] { options.Python, options.TrainingData, options.InferenceData, options.GroundTruth }.OfType<string>())
        {
            foreach (var file in Files(path))
            {
                var changed = file.LastWriteTimeUtc.Ticks.ToString(CultureInfo.InvariantCulture);
                hash.AppendData(Encoding.UTF8.GetBytes($"{file.FullName}\n{changed}\n"));
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static IEnumerable<FileInfo> Files(string path) =>
        Directory.Exists(path)
            ? new DirectoryInfo(path)
                .EnumerateFiles("*", SearchOption.AllDirectories)
                .OrderBy(file => file.FullName, StringComparer.Ordinal)
            : [new FileInfo(path)];
}
