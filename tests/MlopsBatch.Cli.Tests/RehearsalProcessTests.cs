using System.Diagnostics;
using System.Text.Json;
using MlopsBatch.Cli.CommandLine;
using MlopsBatch.Cli.Commands;

namespace MlopsBatch.Cli.Tests;

/// <summary><c>./mlops rehearse</c> as a process: what terminals, devices and signals do to it.</summary>
public sealed class RehearsalProcessTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mlops-process-");

    private string Verdict => Path.Combine(_folder.FullName, "out", "rehearsal.json");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_full_device_ends_it_with_a_sentence_and_without_a_verdict()
    {
        using var process = Start("rehearse --only training > /dev/full");
        var (_, error) = await EndAsync(process, ExitCodes.Failure);
        error.ShouldContain("mlops: standard output can't be written to: ");
        error.ShouldNotContain("   at ");
        File.Exists(Verdict).ShouldBeFalse();
    }

    [Fact]
    public async Task A_terminal_that_knows_no_escape_sequences_gets_plain_lines()
    {
        using var process = Start("rehearse --only training", "dumb");
        var (output, _) = await EndAsync(process, ExitCodes.Success);
        output.ShouldContain("Rehearsal passed");
        output.ShouldNotContain('\u001b');
        output.ReplaceLineEndings("\n").ShouldNotContain('\r');
    }

    [Fact]
    public async Task Ctrl_C_ends_it_with_its_own_exit_code_and_no_verdict_of_an_earlier_run()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Verdict)!);
        await File.WriteAllTextAsync(Verdict, "of an earlier run");
        using var process = Start("rehearse");
        await DeployedAsync(process);
        using var signal = Process.Start("kill", ["-INT", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        var (_, error) = await EndAsync(process, ExitCodes.Interrupted);

        error.Trim().ShouldBe("mlops: stopped; every step process has ended. Start the rehearsal again whenever you like.");
        File.Exists(Verdict).ShouldBeFalse();
        new DirectoryInfo(Path.GetDirectoryName(Verdict)!).EnumerateFileSystemInfos().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_second_one_into_the_same_folder_is_refused_and_disturbs_nothing()
    {
        using var first = Start("rehearse --only training");
        await DeployedAsync(first);
        using var second = Start("rehearse --only training");

        var (_, error) = await EndAsync(second, ExitCodes.Failure);
        await EndAsync(first, ExitCodes.Success);

        error.ShouldContain($"Another rehearsal is at work in {Path.GetDirectoryName(Verdict)}: wait for it, or choose another folder");

        using var verdict = JsonDocument.Parse(await File.ReadAllTextAsync(Verdict));
        verdict.RootElement.GetProperty("outcome").GetString().ShouldBe("passed");
    }

    private static async Task DeployedAsync(Process process)
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line && !line.Contains("deployed", StringComparison.Ordinal)) { }
    }

    /// <param name="command">What stands behind <c>./mlops</c>, for a shell.</param>
    /// <param name="terminal">TERM of a terminal that it gets; a pipe if null.</param>
    private Process Start(string command, string? terminal = null)
    {
        var program = Path.ChangeExtension(typeof(RehearseCommand).Assembly.Location, ".dll");
        var (name, rest) = command.Split(' ', 2) is [var one, var others] ? (one, others) : (command, "");
        var line = $"exec dotnet '{program}' {name} --fast --out '{Path.GetDirectoryName(Verdict)}' {rest}";
        var start = terminal is null
            ? new ProcessStartInfo("/bin/sh", ["-c", line])
            : new ProcessStartInfo("script", ["--quiet", "--return", "--command", line, "/dev/null"]);
        (start.RedirectStandardOutput, start.RedirectStandardError, start.RedirectStandardInput) = (true, true, true);
        start.Environment["TERM"] = terminal ?? "xterm";
        return Process.Start(start)!;
    }

    private static async Task<(string Output, string Error)> EndAsync(Process process, int exitCode)
    {
        using var patience = new CancellationTokenSource(Patience);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(patience.Token), process.StandardError.ReadToEndAsync(patience.Token));
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        process.ExitCode.ShouldBe(exitCode, $"{await output}\n{await error}");
        return (await output, await error);
    }
}
