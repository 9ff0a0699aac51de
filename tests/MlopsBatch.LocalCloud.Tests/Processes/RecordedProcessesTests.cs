using System.Text;
using MlopsBatch.LocalCloud.Processes;
using MlopsBatch.LocalCloud.Processes.Recording;

namespace MlopsBatch.LocalCloud.Tests.Processes;

public sealed class RecordedProcessesTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mlops-records-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task What_ran_before_on_the_same_files_gives_the_same_without_running()
    {
        foreach (var (run, started) in new[] { ("first", 1), ("second", 0) })
        {
            await using var launcher = Launcher();
            var request = Request(run, "read x < in.txt; echo \"$x and more\" > out/result.txt; echo said; exit 3", "one");
            await using var process = await launcher.StartAsync(request, CancellationToken.None);
            (await process.Exited).ShouldBe(3);
            File.ReadAllText(Path.Combine(request.WorkingFolder, "out", "result.txt")).ShouldBe("one and more\n");
            File.ReadAllText(request.LogFile).ShouldBe("said\n");
            launcher.Started.ShouldBe(started);
        }
    }

    [Theory]
    [InlineData("cat in.txt", "two", "1", "salt")]
    [InlineData("cat in.txt; true", "one", "1", "salt")]
    [InlineData("cat in.txt", "one", "2", "salt")]
    [InlineData("cat in.txt", "one", "1", "pepper")]
    public async Task Another_file_argument_variable_or_version_runs(string script, string input, string variable, string salt)
    {
        await RunAsync("cat in.txt", "one", "1", "salt", "first");
        (await RunAsync(script, input, variable, salt, "second")).ShouldBe(1);
    }

    [Fact]
    public async Task A_dialogue_is_replayed_as_far_as_it_is_known()
    {
        (await AskAsync("first", "a", "b")).ShouldBe(("<a>\n<b>\n", 1));
        (await AskAsync("second", "a", "b")).ShouldBe(("<a>\n<b>\n", 0));
        // The second question is new: the process is started, hears the first, and what it answers to that isn't said again.
        (await AskAsync("third", "a", "c")).ShouldBe(("<a>\n<c>\n", 1));
    }

    [Fact]
    public async Task What_was_killed_is_not_recorded()
    {
        foreach (var run in new[] { "first", "second" })
        {
            await using var launcher = Launcher();
            await using (await launcher.StartAsync(Request(run, "sleep 60", "one"), CancellationToken.None)) { }
            launcher.Started.ShouldBe(1);
        }
    }

    private async Task<int> RunAsync(string script, string input, string variable, string salt, string run)
    {
        await using var launcher = Launcher(salt);
        await using var process = await launcher.StartAsync(Request(run, script, input, variable), CancellationToken.None);
        (await process.Exited).ShouldBe(0);
        return launcher.Started;
    }

    private async Task<(string Answers, int Started)> AskAsync(string run, params string[] questions)
    {
        await using var launcher = Launcher();
        var request = Request(run, "while read -r x; do echo \"<$x>\"; done", "one") with { Dialogue = true };
        await using var process = await launcher.StartAsync(request, CancellationToken.None);
        var answers = new StringBuilder();
        foreach (var question in questions)
        {
            await process.Input.WriteAsync(Encoding.UTF8.GetBytes(question + "\n"));
            await process.Input.FlushAsync();
            var answer = new byte[question.Length + 3];
            await process.Output.ReadExactlyAsync(answer);
            answers.Append(Encoding.UTF8.GetString(answer));
        }

        return (answers.ToString(), launcher.Started);
    }

    private RecordedProcesses Launcher(string salt = "salt") =>
        new(Path.Combine(_folder.FullName, "records"), salt, () => new ProcessGroupLauncher("/usr/bin/python3"));

    private ProcessRequest Request(string run, string script, string input, string variable = "1")
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder.FullName, run));
        Directory.CreateDirectory(Path.Combine(folder.FullName, "out"));
        File.WriteAllText(Path.Combine(folder.FullName, "in.txt"), input + "\n");
        return new()
        {
            FileName = "/bin/sh",
            Arguments = ["-c", script],
            WorkingFolder = folder.FullName,
            Environment = new Dictionary<string, string> { ["PATH"] = "/usr/bin:/bin", ["VARIABLE"] = variable },
            LogFile = Path.Combine(folder.FullName, "log.txt"),
        };
    }
}
