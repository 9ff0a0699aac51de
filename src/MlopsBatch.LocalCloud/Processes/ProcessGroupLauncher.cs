using System.ComponentModel;
using System.Diagnostics;

namespace MlopsBatch.LocalCloud.Processes;

/// <summary>
/// Starts each process as the leader of its own group, beside a watcher that kills the group once this process has
/// gone, however it went (even by SIGKILL): the watcher waits on a pipe that the operating system closes then.
/// Linux and macOS only; on Windows it runs in the Windows Subsystem for Linux.
/// </summary>
public sealed class ProcessGroupLauncher : IProcessLauncher
{
    private const string Setsid = "/usr/bin/setsid";

    /// <summary>$0 is the log file; "$@" the program. The shell becomes the program, so its id stays.</summary>
    private const string JobScript = """exec 3<&0 </dev/null >>"$0" 2>&1; { read -r _ <&3; kill -KILL 0; } & exec "$@" 3<&-""";

    /// <summary>In a dialogue stdin is the program's own, so it has to notice its end itself.</summary>
    private const string DialogueScript = """exec 2>>"$0"; exec "$@" """;

    private readonly string _pythonCommand;

    /// <param name="pythonCommand">Starts groups where the setsid command is missing (macOS).</param>
    public ProcessGroupLauncher(string pythonCommand) => _pythonCommand = pythonCommand;

    /// <inheritdoc/>
    public Task<IRunningProcess> StartAsync(ProcessRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult<IRunningProcess>(Start(request));
    }

    private RunningProcess Start(ProcessRequest request)
    {
        if (OperatingSystem.IsWindows())
        {
            throw new CloudException(
                "ProcessNotStarted",
                "The local cloud runs scripts in process groups, which Windows doesn't have; use the Windows Subsystem for Linux."
            );
        }
        var start = new ProcessStartInfo
        {
            WorkingDirectory = request.WorkingFolder,
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = request.Dialogue,
        };
        start.Environment.Clear();
        foreach (var (name, value) in request.Environment)
        {
            start.Environment[name] = value;
        }
        var command = Grouped(request);
        start.FileName = command[0];
        foreach (var argument in command.Skip(1))
        {
            start.ArgumentList.Add(argument);
        }
        try
        {
            return new RunningProcess(Process.Start(start)!, request.Dialogue, request.Meter?.Enter());
        }
        catch (Win32Exception error)
        {
            throw new CloudException("ProcessNotStarted", $"'{request.FileName}' can't be started: {error.Message}", error);
        }
    }

    /// <summary>The whole command line: it makes the group, starts the watcher and becomes the program.</summary>
    internal string[] Grouped(ProcessRequest request)
    {
        string[] leader = File.Exists(Setsid)
            ? [Setsid]
            : [_pythonCommand, "-c", "import os, sys; os.setsid(); os.execvp(sys.argv[1], sys.argv[1:])"];
        return
        [
            .. leader,
            "/bin/sh",
            "-c",
            request.Dialogue ? DialogueScript : JobScript,
            request.LogFile,
            request.FileName,
            .. request.Arguments,
        ];
    }
}
