using System.ComponentModel;
using CliWrap;

namespace MlopsBatch.Cli.Machine;

/// <summary>Runs a program and hands its output on line by line.</summary>
internal static class CommandRunner
{
    /// <summary>What a shell answers for a program that isn't there.</summary>
    public const int NotFound = 127;

    /// <param name="program">Its name on the PATH, or its path.</param>
    /// <param name="arguments">Handed over as they are.</param>
    /// <param name="folder">Where it works.</param>
    /// <param name="onLine">Gets each line of both outputs, one at a time.</param>
    /// <param name="cancellation">Ends the program with all that it started.</param>
    /// <param name="environment">What differs from the environment of this process.</param>
    /// <returns>The exit code; <see cref="NotFound"/> if there is no such program.</returns>
    public static async Task<int> RunAsync(
        string program,
        IEnumerable<string> arguments,
        DirectoryInfo folder,
        Action<string> onLine,
        CancellationToken cancellation,
        params (string Name, string? Value)[] environment
    )
    {
        var gate = new Lock();
        var lines = PipeTarget.ToDelegate(line =>
        {
            lock (gate)
            {
                onLine(line);
            }
        });
        try
        {
            var result = await CliWrap
                .Cli.Wrap(program)
                .WithArguments(arguments)
                .WithWorkingDirectory(folder.FullName)
                .WithEnvironmentVariables(environment.ToDictionary(one => one.Name, one => one.Value))
                .WithStandardOutputPipe(lines)
                .WithStandardErrorPipe(lines)
                .WithValidation(CommandResultValidation.None)
                .ExecuteAsync(cancellation);
            return result.ExitCode;
        }
        catch (Win32Exception)
        {
            return NotFound;
        }
    }
}
