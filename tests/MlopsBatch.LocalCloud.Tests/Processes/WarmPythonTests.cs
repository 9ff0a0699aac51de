using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using MlopsBatch.LocalCloud.Processes;
using MlopsBatch.LocalCloud.Tests.Support;

namespace MlopsBatch.LocalCloud.Tests.Processes;

public sealed class WarmPythonTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mlops-warm-").FullName;
    private readonly ProcessMeter _meter = new(TimeProvider.System);
    private readonly WarmPython _python;

    public WarmPythonTests()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "scripts"));
        File.WriteAllText(Path.Combine(_folder, "scripts", "own.py"), "def f():\n    import plistlib, own, no_such_library\n");
        _python = new WarmPython(new CloudOptions { Root = _folder, PythonCommand = TestCloud.Python }, Path.Combine(_folder, "scripts"));
    }

    private string Log => Path.Combine(_folder, "log.txt");

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await _python.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task What_the_scripts_import_is_there_already_and_what_is_theirs_is_not()
    {
        (await RunAsync("import sys; print('plistlib' in sys.modules, 'own' in sys.modules, 'wave' in sys.modules)")).ShouldBe(
            "True False False\n"
        );
    }

    /// <summary>Each line is what an interpreter of its own says of itself, too.</summary>
    [Theory]
    [InlineData("import sys; print(sys.argv, __name__, sys.stdin.read() == '')")]
    [InlineData("import os; print(sorted(i for i in os.environ.items() if i[0] != 'PWD'), os.getcwd())")]
    [InlineData("import os; print(os.getpid() == os.getpgid(0) == os.getsid(0))")]
    [InlineData("import os; print(sorted(os.listdir('/proc/self/fd'), key=int)[:3])")]
    [InlineData("import sys, os; print('a'); print('b', file=sys.stderr); os.system('echo c'); sys.exit(42)")]
    [InlineData("import sys; sys.exit('a reason')")]
    [InlineData("import os, signal; os.kill(os.getpid(), signal.SIGTERM)")]
    [InlineData("import atexit, threading, time; atexit.register(print, 'last'); threading.Thread(target=lambda: time.sleep(.1)).start()")]
    [InlineData("import signal; print(signal.getsignal(signal.SIGCHLD), signal.getsignal(signal.SIGINT))")]
    [InlineData("import helper; print(helper.value)")]
    [InlineData("import other; print(other.value)")]
    [InlineData("import pickle\nclass A: pass\nprint(type(pickle.loads(pickle.dumps(A()))) is A)")]
    [InlineData("import tempfile; print(tempfile.gettempdir())")]
    [InlineData("def f():\n    raise ValueError('no')\nf()")]
    [InlineData("this is no Python")]
    [InlineData("import subprocess, sys; print(subprocess.run([sys.executable, '-c', 'print(1)'], capture_output=True).stdout)")]
    public async Task A_script_runs_as_in_an_interpreter_of_its_own(string script)
    {
        File.WriteAllText(Path.Combine(_folder, "helper.py"), "value = 'beside the script'");
        Directory.CreateDirectory(Path.Combine(_folder, "path"));
        File.WriteAllText(Path.Combine(_folder, "path", "other.py"), "value = 'on the path'");
        string[] arguments = ["", "a b", "$HOME", "'\"\\", "*", "ä😀\n"];
        var warm = await ResultAsync(_python, script, arguments);
        var cold = await ResultAsync(new ProcessGroupLauncher(TestCloud.Python), script, arguments);
        warm.ShouldBe(cold);
    }

    [Fact]
    public async Task Two_jobs_share_no_chance_and_run_side_by_side()
    {
        const string Script = "import random, time; print(random.random()); time.sleep(.2)";
        await using var first = await StartAsync(Script, "a.txt");
        await using var second = await StartAsync(Script, "b.txt");
        _meter.Alive.ShouldBe(2);
        (await first.Exited + await second.Exited).ShouldBe(0);
        _meter.Alive.ShouldBe(0);
        File.ReadAllText(Path.Combine(_folder, "a.txt")).ShouldNotBe(File.ReadAllText(Path.Combine(_folder, "b.txt")));
    }

    [Fact]
    public async Task Killing_takes_the_whole_group()
    {
        await using var process = await StartAsync(Sleeper(_folder));
        var child = int.Parse(await Wait.ForFileAsync(Path.Combine(_folder, "child")), CultureInfo.InvariantCulture);
        process.Kill();
        (await process.Exited).ShouldBe(137);
        await Wait.UntilAsync(() => !Wait.IsAlive(child), "the child still runs");
        process.Kill();
    }

    [Fact]
    public async Task Disposing_a_job_takes_what_its_script_left_behind()
    {
        var process = await StartAsync(
            "import subprocess, sys; p = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(600)']); "
                + $"open('{_folder}/child', 'w').write(str(p.pid))"
        );
        (await process.Exited).ShouldBe(0);
        var child = int.Parse(await Wait.ForFileAsync(Path.Combine(_folder, "child")), CultureInfo.InvariantCulture);
        Wait.IsAlive(child).ShouldBeTrue();
        await process.DisposeAsync();
        await Wait.UntilAsync(() => !Wait.IsAlive(child), "the child still runs");
    }

    [Fact]
    public async Task In_a_dialogue_stdin_and_stdout_are_the_callers_and_stderr_goes_to_the_log()
    {
        var script = WriteScript("import sys; print('log', file=sys.stderr); print(sys.stdin.readline().upper(), end='')");
        await using var process = await _python.StartAsync(Request(script, Log) with { Dialogue = true }, default);
        await process.Input.WriteAsync("hello\n"u8.ToArray());
        await process.Input.FlushAsync();
        using var reader = new StreamReader(process.Output);
        (await reader.ReadLineAsync()).ShouldBe("HELLO");
        (await process.Exited).ShouldBe(0);
        File.ReadAllText(Log).ShouldBe("log\n");
    }

    [Fact]
    public async Task A_folder_that_is_not_there_ends_the_job_and_its_neighbours_go_on()
    {
        var script = WriteScript("print(1)");
        await using var process = await _python.StartAsync(Request(script, Path.Combine(_folder, "none", "log.txt")), default);
        (await process.Exited).ShouldBe(126);
        (await RunAsync("print(2)")).ShouldBe("2\n");
    }

    [Fact]
    public async Task A_job_that_changes_what_an_interpreter_reads_at_its_start_gets_one_of_its_own()
    {
        var script = WriteScript("import sys; print('plistlib' in sys.modules)");
        var request = Request(script, Log);
        await using var process = await _python.StartAsync(
            request with
            {
                Environment = new Dictionary<string, string>(request.Environment) { ["OMP_NUM_THREADS"] = "7" },
            },
            default
        );
        (await process.Exited).ShouldBe(0);
        File.ReadAllText(Log).ShouldBe("False\n");
    }

    [Theory]
    [InlineData("what started the jobs", "parent")]
    [InlineData("the Python that forks them", "host")]
    public async Task However_one_of_them_goes_the_jobs_go_once_their_owner_has_gone(string name, string victim)
    {
        // Another process does what this one would, and is then killed without warning.
        var script = WriteScript(Sleeper(_folder));
        var resource = Path.Combine(_folder, "warm_python.py");
        await using (var content = typeof(WarmPython).Assembly.GetManifestResourceStream("warm_python.py")!)
        await using (var file = File.Create(resource))
        {
            await content.CopyToAsync(file);
        }
        var job = new JsonObject
        {
            ["id"] = "1",
            ["arguments"] = new JsonArray(script),
            ["folder"] = _folder,
            ["log"] = Log,
            ["environment"] = new JsonObject(),
        };
        File.WriteAllText(Path.Combine(_folder, "job.json"), job.ToJsonString() + "\n");
        const string Owner = """
            import socket, subprocess, sys, time
            host = subprocess.Popen([sys.executable, "warm_python.py", "scripts"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
            host.stdout.readline()
            open("host", "w").write(str(host.pid))
            connection = socket.socket(socket.AF_UNIX)
            connection.connect("jobs")
            connection.sendall(open("job.json", "rb").read())
            time.sleep(600)
            """;
        using var parent = Process.Start(
            new ProcessStartInfo(TestCloud.Python) { ArgumentList = { "-c", Owner }, WorkingDirectory = _folder }
        )!;
        var child = int.Parse(await Wait.ForFileAsync(Path.Combine(_folder, "child")), CultureInfo.InvariantCulture);
        var host = int.Parse(await Wait.ForFileAsync(Path.Combine(_folder, "host")), CultureInfo.InvariantCulture);
        if (victim == "host")
        {
            using var killed = Process.GetProcessById(host);
            killed.Kill();
        }
        parent.Kill(entireProcessTree: false);
        await parent.WaitForExitAsync();
        await Wait.UntilAsync(() => !Wait.IsAlive(child) && !Wait.IsAlive(host), $"a process outlived {name}");
    }

    private static string Sleeper(string folder) =>
        "import subprocess, sys, time; p = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(600)']); "
        + $"open('{folder}/child', 'w').write(str(p.pid)); time.sleep(600)";

    private async Task<string> RunAsync(string python)
    {
        File.Delete(Log);
        await using var process = await StartAsync(python);
        await process.Exited;
        return File.ReadAllText(Log);
    }

    private async Task<(int Code, string Log)> ResultAsync(IProcessLauncher launcher, string python, string[] arguments)
    {
        File.Delete(Log);
        await using var process = await launcher.StartAsync(Request(WriteScript(python), Log, arguments), default);
        return (await process.Exited, File.ReadAllText(Log));
    }

    private Task<IRunningProcess> StartAsync(string python, string log = "log.txt") =>
        _python.StartAsync(Request(WriteScript(python), Path.Combine(_folder, log)), default);

    private string WriteScript(string python)
    {
        var path = Path.Combine(_folder, "script.py");
        File.WriteAllText(path, python + "\n");
        return path;
    }

    private ProcessRequest Request(string script, string log, params string[] arguments) =>
        new()
        {
            FileName = TestCloud.Python,
            Arguments = [script, .. arguments],
            WorkingFolder = _folder,
            Environment = new Dictionary<string, string>(_python.Environment)
            {
                ["X"] = "y",
                ["PYTHONPATH"] = Path.Combine(_folder, "path"),
                ["TMPDIR"] = _folder,
            },
            LogFile = log,
            Meter = _meter,
        };
}
