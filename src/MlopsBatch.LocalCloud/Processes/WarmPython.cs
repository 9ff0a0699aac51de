using System.Globalization;
using System.Text.Json.Nodes;
using MlopsBatch.LocalCloud.SageMaker.Jobs.Host;

namespace MlopsBatch.LocalCloud.Processes;

/// <summary>
/// Starts Python scripts by forking a process that has imported their libraries already; anything else is started as
/// <see cref="ProcessGroupLauncher"/> does. A script can't tell the difference but by the time that it takes.
/// </summary>
public sealed class WarmPython : IProcessLauncher, IAsyncDisposable
{
    private const string HostScript = "warm_python.py",
        SocketFile = "jobs",
        LogFile = "log.txt";

    /// <summary>What an interpreter or its libraries read once, at their start: a job that wants another value gets an interpreter of
    /// its own.</summary>
    private static readonly string[] ReadAtStart =
    [
        "LANG",
        "OMP_NUM_THREADS",
        "OPENBLAS_NUM_THREADS",
        "MKL_NUM_THREADS",
        "PYTHONDONTWRITEBYTECODE",
        "PYTHONUNBUFFERED",
        "PYTHONHASHSEED",
        "LD_PRELOAD",
        "LD_LIBRARY_PATH",
    ];

    private readonly string _folder = Directory.CreateTempSubdirectory("mlops-python-").FullName;
    private readonly string _python;
    private readonly ProcessGroupLauncher _cold;
    private readonly CancellationTokenSource _disposed = new();
    private readonly Task<IRunningProcess?> _host;
    private int _dialogues;

    /// <summary>Starts it; jobs may come at once and wait until it is ready.</summary>
    /// <param name="options">Python, search path and threads of the jobs.</param>
    /// <param name="scripts">The folder whose scripts' imports are made in advance.</param>
    public WarmPython(CloudOptions options, string scripts)
    {
        ArgumentNullException.ThrowIfNull(options);
        _python = options.PythonCommand;
        _cold = new ProcessGroupLauncher(_python);
        Environment = EnvironmentIn(_folder, options);
        _host = HostAsync(Path.GetFullPath(scripts));
    }

    /// <summary>The environment that every script has in common; a script that changes none of it is forked.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; }

    /// <summary>The environment that every script has in common, with a home of its own.</summary>
    public static IReadOnlyDictionary<string, string> EnvironmentIn(string home, CloudOptions options) =>
        new Dictionary<string, string>(JobEnvironment.OfEveryJob(options), StringComparer.Ordinal) { ["HOME"] = home, ["TMPDIR"] = home };

    /// <inheritdoc/>
    public async Task<IRunningProcess> StartAsync(ProcessRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!IsScript(request) || await _host.WaitAsync(cancellation) is null)
        {
            return await _cold.StartAsync(request, cancellation);
        }
        var id = Interlocked.Increment(ref _dialogues).ToString(CultureInfo.InvariantCulture);
        var dialogue = request.Dialogue ? await JobConnection.OpenAsync(SocketPath, $"dialogue {id}", cancellation) : null;
        try
        {
            if (dialogue is not null)
            {
                await dialogue.ReadLineAsync(cancellation);
            }
            var job = await JobConnection.OpenAsync(SocketPath, Job(request, id), cancellation);
            return await ForkedProcess.FromAsync(job, dialogue, request, cancellation);
        }
        catch
        {
            dialogue?.Dispose();
            throw;
        }
    }

    /// <summary>Ends it; jobs that still run are their owners' to end.</summary>
    public async ValueTask DisposeAsync()
    {
        await _disposed.CancelAsync();
        if (await _host is { } host)
        {
            await host.DisposeAsync();
        }
        _disposed.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private string SocketPath => Path.Combine(_folder, SocketFile);

    private bool IsScript(ProcessRequest request) =>
        request.FileName == _python
        && request.Arguments is [var script, ..]
        && script.EndsWith(".py", StringComparison.Ordinal)
        && File.Exists(Path.Combine(request.WorkingFolder, script))
        && ReadAtStart.All(name => request.Environment.GetValueOrDefault(name) == Environment.GetValueOrDefault(name));

    private static string Job(ProcessRequest request, string id) =>
        new JsonObject
        {
            ["id"] = id,
            ["arguments"] = new JsonArray([.. request.Arguments.Select(argument => (JsonNode)argument)]),
            ["folder"] = request.WorkingFolder,
            ["log"] = request.LogFile,
            ["environment"] = new JsonObject(request.Environment.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value))),
        }.ToJsonString();

    /// <returns>Null where it can't work: jobs then have interpreters of their own. Forking is safe on Linux alone.</returns>
    private async Task<IRunningProcess?> HostAsync(string scripts)
    {
        // A Unix socket's path holds 107 bytes.
        if (!OperatingSystem.IsLinux() || SocketPath.Length > 100)
        {
            return null;
        }
        var script = Path.Combine(_folder, HostScript);
        await using (var content = typeof(WarmPython).Assembly.GetManifestResourceStream(HostScript)!)
        await using (var file = File.Create(script))
        {
            await content.CopyToAsync(file);
        }
        IRunningProcess? host = null;
        try
        {
            host = await _cold.StartAsync(
                new ProcessRequest
                {
                    FileName = _python,
                    Arguments = [script, scripts],
                    WorkingFolder = _folder,
                    Environment = Environment,
                    LogFile = Path.Combine(_folder, LogFile),
                    Dialogue = true,
                },
                _disposed.Token
            );
            var ready = new byte[1];
            await host.Output.ReadExactlyAsync(ready, _disposed.Token);
            return host;
        }
        catch (Exception error) when (error is CloudException or EndOfStreamException or OperationCanceledException)
        {
            if (host is not null)
            {
                await host.DisposeAsync();
            }
            return null;
        }
    }
}
