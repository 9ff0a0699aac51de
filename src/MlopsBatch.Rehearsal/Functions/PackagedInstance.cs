using System.Diagnostics;
using System.Text;
using MlopsBatch.LocalCloud.Http.Lambda;
using MlopsBatch.LocalCloud.Lambda;

namespace MlopsBatch.Rehearsal.Functions;

/// <summary>A process of a function's package that takes one event after the other.</summary>
internal sealed class PackagedInstance : IAsyncDisposable
{
    private readonly Process _process;
    private readonly RuntimeEndpoint _runtime;
    private readonly Task _ended;
    private readonly string _log;
    private readonly DateTimeOffset _expires;
    private long _read;

    private PackagedInstance(Process process, RuntimeEndpoint runtime, string log, DateTimeOffset expires)
    {
        (_process, _runtime, _log, _expires) = (process, runtime, log, expires);
        _ended = process.WaitForExitAsync();
    }

    /// <summary>Starts the program with nothing but the environment.</summary>
    public static async Task<PackagedInstance> StartAsync(
        string program,
        string folder,
        IReadOnlyDictionary<string, string> environment,
        DateTimeOffset expires
    )
    {
        var runtime = await RuntimeEndpoint.StartAsync();
        var log = Path.Combine(folder, "log");
        // Into a file: what a program has written before it answers is in there when the answer comes.
        var start = new ProcessStartInfo("/bin/sh", ["-c", "exec \"$0\" >>\"$1\" 2>&1", program, log]) { WorkingDirectory = folder };
        start.Environment.Clear();
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        start.Environment["AWS_LAMBDA_RUNTIME_API"] = runtime.Address;
        start.Environment["LAMBDA_TASK_ROOT"] = Path.GetDirectoryName(program)!;
        return new(Process.Start(start)!, runtime, log, expires);
    }

    public bool IsUsable(DateTimeOffset now) => now < _expires && !_ended.IsCompleted;

    /// <summary>Handles an event; every line of the log is handed on, however it ends.</summary>
    /// <exception cref="FunctionFailureException">The function failed.</exception>
    public async Task<string> HandleAsync(FunctionInvocation invocation, DateTimeOffset deadline, CancellationToken cancellation)
    {
        try
        {
            return await _runtime.InvokeAsync(invocation, deadline, _ended, cancellation);
        }
        finally
        {
            foreach (var line in NewLines())
            {
                invocation.Log(line);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_ended.IsCompleted)
        {
            _process.Kill(entireProcessTree: true);
        }

        await _ended;
        await _runtime.DisposeAsync();
        _process.Dispose();
    }

    private string[] NewLines()
    {
        if (!File.Exists(_log))
        {
            return [];
        }

        using var file = new FileStream(_log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        file.Position = _read;
        using var reader = new StreamReader(file, Encoding.UTF8);
        var text = reader.ReadToEnd();
        _read = file.Length;
        return text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
