using MlopsBatch.Cli.Machine;
using Spectre.Console;

namespace MlopsBatch.Cli.Testing;

/// <summary>The whole test suite: the solution's tests with <c>dotnet test</c>, the step scripts' with <c>unittest</c>.</summary>
internal sealed class TestRun(CliContext context)
{
    private readonly long _start = context.Time.GetTimestamp();

    /// <returns>0 if every test passed and there were some; else 1.</returns>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        string python;
        try
        {
            python = await new Python(context).EnsureAsync(cancellation);
        }
        catch (MachineException missing)
        {
            context.Error.WriteLine(missing.Message);
            return 1;
        }

        Say("building the solution …");
        var log = new List<string>();
        if (await DotnetAsync(["build", "MlopsBatch.sln", "-c", "Release", "--nologo", "-v", "quiet"], log.Add, cancellation) != 0)
        {
            foreach (var line in log.Where(line => line.Contains("error", StringComparison.Ordinal)).Distinct().Take(30))
            {
                context.Error.WriteLine(line);
            }

            context.Error.WriteLine("mlops: the build failed, so no test was run.");
            return 1;
        }

        Say("running the .NET tests …");
        var results = Directory.CreateTempSubdirectory("mlops-test-");
        TestCount count;
        int code;
        try
        {
            code = await DotnetAsync(
                [
                    "test",
                    "MlopsBatch.sln",
                    "-c",
                    "Release",
                    "--no-build",
                    "--nologo",
                    "--logger",
                    "trx",
                    "--results-directory",
                    results.FullName,
                ],
                Show,
                cancellation,
                ("MLOPS_PYTHON", python)
            );
            count = TestCount.FromTrx(results);
        }
        finally
        {
            results.Delete(recursive: true);
        }

        Say("running the step scripts' tests …");
        var output = new List<string>();
        var scripts = Path.Combine(context.ProjectRoot.FullName, "scripts");
        var scriptsCode = await CommandRunner.RunAsync(
            python,
            ["-B", "-m", "unittest", "discover", "-s", "tests", "-t", "."],
            new(scripts),
            output.Add,
            cancellation
        );
        var scriptsCount = TestCount.FromUnittest(output);
        if (scriptsCode != 0 || scriptsCount.Total == 0)
        {
            foreach (var line in output)
            {
                context.Out.WriteLine(line);
            }
        }

        Say($"step scripts: {scriptsCount.Passed} passed, {scriptsCount.Failed} failed");

        var all = count + scriptsCount;
        var passed = code == 0 && scriptsCode == 0 && all.Failed == 0 && count.Total > 0 && scriptsCount.Total > 0;
        if (!passed && all.Failed == 0)
        {
            Say($"a runner failed without a failed test: dotnet test ended with {code}, unittest with {scriptsCode}");
        }

        context.Console.MarkupLineInterpolated($"[{(passed ? "green" : "red")}]{all.Passed} passed, {all.Failed} failed[/]");
        return passed ? 0 : 1;
    }

    private void Say(string text) => context.Out.WriteLine($"[{context.Time.GetElapsedTime(_start).TotalSeconds,5:0.0} s] {text}");

    private void Show(string line)
    {
        // dotnet test names the results file of each project; it is gone when the run ends.
        if (line.Length > 0 && !line.StartsWith("Results File:", StringComparison.Ordinal))
        {
            context.Out.WriteLine(line);
        }
    }

    private Task<int> DotnetAsync(
        string[] arguments,
        Action<string> onLine,
        CancellationToken cancellation,
        params (string, string?)[] environment
    ) => CommandRunner.RunAsync("dotnet", arguments, context.ProjectRoot, onLine, cancellation, environment);
}
