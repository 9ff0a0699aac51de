using System.Diagnostics;
using System.Globalization;
using MlopsBatch.LocalCloud.Processes;
using MlopsBatch.LocalCloud.Tests.Support;

namespace MlopsBatch.LocalCloud.Tests.Processes;

public sealed class ProcessGroupLauncherTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mlops-process-").FullName;
    private readonly ProcessMeter _meter = new(TimeProvider.System);
    private readonly ProcessGroupLauncher _launcher;

    public ProcessGroupLauncherTests() => _launcher = new ProcessGroupLauncher(TestCloud.Python);

    private string Log => Path.Combine(_folder, "log.txt");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Output_goes_to_the_log_in_its_order_and_the_exit_code_is_the_programs()
    {
        await using var process = await _launcher.StartAsync(
            Request("import sys; print('a'); print('b', file=sys.stderr); print(repr(sys.stdin.read())); sys.exit(42)"),
            default
        );
        (await process.Exited).ShouldBe(42);
        File.ReadAllText(Log).ShouldBe("a\nb\n''\n");
        _meter.Alive.ShouldBe(0);
        _meter.Busy.ShouldBeGreaterThan(TimeSpan.Zero);
        Should.Throw<InvalidOperationException>(() => process.Output);
    }

    [Fact]
    public async Task Arguments_and_environment_arrive_unchanged()
    {
        string[] arguments = ["", "a b", "$HOME", "'\"\\", "*", "ä😀\n"];
        await using var process = await _launcher.StartAsync(
            Request("import sys, os; print(sys.argv[1:]); print('PATH' in os.environ, os.environ['X'])", arguments),
            default
        );
        (await process.Exited).ShouldBe(0);
        File.ReadAllText(Log).ShouldBe("['', 'a b', '$HOME', '\\'\"\\\\', '*', 'ä😀\\n']\nFalse y\n");
    }

    [Fact]
    public async Task Killing_takes_the_whole_group()
    {
        await using var process = await _launcher.StartAsync(
            Request(
                "import subprocess, sys, time; p = subprocess.Popen([sys.executable, '-c', 'import time; "
                    + $"time.sleep(600)']); open('{_folder}/child', 'w').write(str(p.pid)); time.sleep(600)"
            ),
            default
        );
        var child = int.Parse(await Wait.ForFileAsync(Path.Combine(_folder, "child")), CultureInfo.InvariantCulture);
        process.Kill();
        (await process.Exited).ShouldBe(137);
        await Wait.UntilAsync(() => !Wait.IsAlive(child), "the child still runs");
        process.Kill();
    }

    [Fact]
    public async Task When_the_process_that_started_it_is_killed_the_group_goes_too()
    {
        // Another process starts the very command line, as this one would, and is then killed without warning.
        var command = _launcher.Grouped(
            Request($"import os, time; open('{_folder}/started', 'w').write(str(os.getpid())); time.sleep(600)")
        );
        var starter = new ProcessStartInfo(TestCloud.Python) { UseShellExecute = false };
        foreach (
            var argument in new[]
            {
                "-c",
                "import subprocess, sys, time; subprocess.Popen(sys.argv[1:], stdin=subprocess.PIPE); time.sleep(600)",
            }.Concat(command)
        )
        {
            starter.ArgumentList.Add(argument);
        }
        using var parent = Process.Start(starter)!;
        var script = int.Parse(await Wait.ForFileAsync(Path.Combine(_folder, "started")), CultureInfo.InvariantCulture);
        Wait.IsAlive(script).ShouldBeTrue();
        parent.Kill(entireProcessTree: false);
        await parent.WaitForExitAsync();
        await Wait.UntilAsync(() => !Wait.IsAlive(script), "the script outlived the process that started it");
    }

    [Fact]
    public async Task In_a_dialogue_stdin_and_stdout_are_the_callers_and_stderr_goes_to_the_log()
    {
        await using var process = await _launcher.StartAsync(
            Request("import sys; print('log', file=sys.stderr); print(sys.stdin.readline().upper(), end='')") with
            {
                Dialogue = true,
            },
            default
        );
        await process.Input.WriteAsync("hello\n"u8.ToArray());
        await process.Input.FlushAsync();
        using var reader = new StreamReader(process.Output);
        (await reader.ReadLineAsync()).ShouldBe("HELLO");
        (await process.Exited).ShouldBe(0);
        File.ReadAllText(Log).ShouldBe("log\n");
    }

    [Fact]
    public async Task A_program_that_is_not_there_leaves_its_name_in_the_log()
    {
        await using var process = await _launcher.StartAsync(Request("") with { FileName = "no-such-program" }, default);
        (await process.Exited).ShouldBe(127);
        File.ReadAllText(Log).ShouldContain("no-such-program");
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_an_error_with_the_program()
    {
        var error = await Should.ThrowAsync<CloudException>(() =>
            _launcher.StartAsync(Request("") with { WorkingFolder = Path.Combine(_folder, "none") }, default)
        );
        error.Code.ShouldBe("ProcessNotStarted");
        error.Message.ShouldContain(TestCloud.Python);
        _meter.Alive.ShouldBe(0);
    }

    private ProcessRequest Request(string python, params string[] arguments) =>
        new()
        {
            FileName = TestCloud.Python,
            Arguments = ["-u", "-c", python, .. arguments],
            WorkingFolder = _folder,
            Environment = new Dictionary<string, string> { ["X"] = "y" },
            LogFile = Log,
            Meter = _meter,
        };
}
