using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using MlopsBatch.TestSupport;

namespace MlopsBatch.Cli.Tests.Local;

/// <summary>The walk of docs/local-cloud.md, typed into a shell as it stands there.</summary>
public sealed class LocalCloudPageTests : IDisposable
{
    private const string End = "__end__";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private readonly DirectoryInfo _project = Directory.CreateTempSubdirectory("mlops-page-");
    private readonly ConcurrentQueue<string> _seen = new();
    private readonly List<Process> _processes = [];

    public void Dispose()
    {
        foreach (var process in _processes.Where(process => !process.HasExited))
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
        }

        _project.Delete(recursive: true);
    }

    [AwsCliFact]
    public async Task What_the_page_shows_is_what_happens()
    {
        MakeProject();
        WriteData("train.csv", 500, withTarget: true);
        WriteData("batch.csv", 60, withTarget: false);
        var steps = PageStep.Read(await File.ReadAllTextAsync(Path.Combine(Repository.Root.FullName, "docs", "local-cloud.md")));
        steps.Count.ShouldBe(9);
        steps[0].Command.ShouldStartWith("./mlops local ");

        var local = Start("./mlops", ["local"]);
        await ShownAsync(steps[0]);
        var shell = Start("bash", ["--noprofile", "--norc"]);
        foreach (var step in steps.Skip(1))
        {
            await TypeAsync(shell, step.Command);
            await ShownAsync(step, async () => await TypeAsync(shell, step.Command));
        }

        using var signal = Process.Start("kill", ["-INT", local.Id.ToString(CultureInfo.InvariantCulture)]);
        using var patience = new CancellationTokenSource(Patience);
        await local.WaitForExitAsync(patience.Token);
        local.ExitCode.ShouldBe(0);
        File.Exists(Path.Combine(_project.FullName, "artifacts", "local", "cloud.json")).ShouldBeFalse();
    }

    /// <summary>
    /// A project of its own, so that a local cloud that is up meanwhile isn't disturbed: this checkout's files, and the program that
    /// was built for the tests.
    /// </summary>
    private void MakeProject()
    {
        string[] own = ["artifacts", "mlops", ".git"];
        foreach (var entry in Repository.Root.EnumerateFileSystemInfos().Where(entry => !own.Contains(entry.Name)))
        {
            File.CreateSymbolicLink(Path.Combine(_project.FullName, entry.Name), entry.FullName);
        }

        var program = _project.CreateSubdirectory("artifacts/program");
        var built = new DirectoryInfo(AppContext.BaseDirectory).EnumerateFiles();
        foreach (var file in built.Where(file => file.Extension is ".dll" or ".json"))
        {
            file.CopyTo(Path.Combine(program.FullName, file.Name));
        }

        var starter = Path.Combine(_project.FullName, "mlops");
        File.WriteAllText(starter, $"#!/bin/sh\nexec dotnet '{program.FullName}/mlops.dll' \"$@\"\n");
        using var executable = Process.Start("chmod", ["+x", starter]);
        executable.WaitForExit();
    }

    private Process Start(string program, IEnumerable<string> arguments)
    {
        var path = program.StartsWith("./", StringComparison.Ordinal) ? Path.Combine(_project.FullName, program) : program;
        var start = new ProcessStartInfo(path, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            WorkingDirectory = _project.FullName,
        };
        start.Environment["HOME"] = _project.FullName;
        var process = Process.Start(start)!;
        _processes.Add(process);
        process.OutputDataReceived += See;
        process.ErrorDataReceived += See;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private void See(object sender, DataReceivedEventArgs line)
    {
        // The AWS CLI writes its progress over itself.
        foreach (var part in (line.Data ?? "").Split('\r'))
        {
            _seen.Enqueue(part);
        }
    }

    private async Task TypeAsync(Process shell, string command)
    {
        var before = _seen.Count;
        await shell.StandardInput.WriteLineAsync($"{command}\nprintf '\\n%s %s\\n' {End} $?");
        await shell.StandardInput.FlushAsync();
        await UntilAsync(() => Since(before).Any(line => line.StartsWith(End, StringComparison.Ordinal)), $"the end of: {command}");
        Since(before).ShouldContain($"{End} 0", $"{command}\n{string.Join('\n', Since(before))}");
    }

    /// <summary>What the page shows is there, or comes; a question about what goes on is asked again.</summary>
    private async Task ShownAsync(PageStep step, Func<Task>? again = null)
    {
        var waited = 0;
        await UntilAsync(
            async () =>
            {
                var shapes = _seen.Select(PageStep.Shape).ToHashSet(StringComparer.Ordinal);
                var isShown = step.Shown.All(line => shapes.Contains(PageStep.Shape(line)));
                var isQuestion = step.Command.StartsWith("./mlops executions", StringComparison.Ordinal);
                if (!isShown && isQuestion && again is not null && ++waited % 5 == 0)
                {
                    await again();
                }

                return isShown;
            },
            $"what the page shows after: {step.Command}\n{string.Join('\n', step.Shown)}"
        );
    }

    private IEnumerable<string> Since(int before) => _seen.Skip(before);

    private Task UntilAsync(Func<bool> holds, string what) => UntilAsync(() => Task.FromResult(holds()), what);

    private async Task UntilAsync(Func<Task<bool>> holds, string what)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (!await holds())
        {
            (TimeProvider.System.GetElapsedTime(started) < Patience).ShouldBeTrue($"{what}\nnever came; seen:\n{string.Join('\n', _seen)}");
            await Task.Delay(Pause);
        }
    }

    private void WriteData(string name, int rows, bool withTarget)
    {
        var random = new Random(1);
        File.WriteAllLines(
            Path.Combine(_project.FullName, name),
            Enumerable
                .Range(0, rows)
                .Select(_ =>
                {
                    var x = Enumerable.Range(0, 4).Select(_ => random.NextDouble()).ToList();
                    var y = 10 + (20 * x[0]) + (8 * x[1]) - (5 * x[2]) + random.NextDouble();
                    var cells = withTarget ? x.Append(y) : x;
                    return string.Join(',', cells.Select(value => value.ToString("F5", CultureInfo.InvariantCulture)));
                })
        );
    }
}
