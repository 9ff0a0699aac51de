using System.Diagnostics;

namespace MlopsBatch.Cli.Machine;

/// <summary>Runs a program and hands its output on line by line.</summary>
internal static class CommandRunner
{
    /// <returns>The exit code; 127 if there is no such program.</returns>
    public static async Task<int> RunAsync(
        string program,
        IEnumerable<string> arguments,
        DirectoryInfo folder,
        Action<string> onLine,
        CancellationToken cancellation,
        params (string Name, string? Value)[] environment
    )
    {
        var start = new ProcessStartInfo(program)
        {
            WorkingDirectory = folder.FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = new Process { StartInfo = start };
        var gate = new Lock();
        void Hand(string? line)
        {
            if (line is null)
            {
                return;
            }

            lock (gate)
            {
                onLine(line);
            }
        }

        process.OutputDataReceived += (_, e) => Hand(e.Data);
        process.ErrorDataReceived += (_, e) => Hand(e.Data);
        try
        {
            process.Start();
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return 127;
        }

        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            await process.WaitForExitAsync(cancellation);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        return process.ExitCode;
    }
}
