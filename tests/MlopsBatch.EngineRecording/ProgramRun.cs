using System.Diagnostics;

namespace MlopsBatch.EngineRecording;

/// <summary>A program in a process of its own, started as Pulumi's language host starts it.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">What it wrote to its standard outputs.</param>
public sealed record ProgramRun(int ExitCode, string Output)
{
    /// <param name="engine">The engine that it finds in its environment.</param>
    /// <param name="assembly">Path of the program's .dll.</param>
    /// <param name="variables">More of its environment.</param>
    public static async Task<ProgramRun> OfAsync(
        EngineServer engine,
        string assembly,
        IReadOnlyDictionary<string, string?>? variables = null
    )
    {
        ArgumentNullException.ThrowIfNull(engine);
        var start = new ProcessStartInfo("dotnet", [assembly])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = engine.Options.RootDirectory,
        };
        foreach (var (name, value) in engine.Variables.Concat(variables ?? new Dictionary<string, string?>()))
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new(process.ExitCode, await output + await errors);
    }
}
