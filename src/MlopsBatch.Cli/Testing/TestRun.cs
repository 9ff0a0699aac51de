using MlopsBatch.Cli.Machine;
using Spectre.Console;

namespace MlopsBatch.Cli.Testing;

/// <summary>The whole test suite: the solution's tests with <c>dotnet test</c>, the step scripts' with <c>unittest</c>.</summary>
/// <param name="context">Where it runs and what it writes to.</param>
/// <param name="measuresCoverage">Whether to measure which lines are reached, which takes longer.</param>
internal sealed class TestRun(CliContext context, bool measuresCoverage)
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

        // Beside one another: the scripts' tests take one core, and some of the .NET tests wait more than they compute.
        var output = new List<string>();
        var scripts = RunScriptTestsAsync(python, output, cancellation);
        var dotnet = RunDotnetTestsAsync(python, cancellation);
        await Task.WhenAll(scripts, dotnet);
        var (code, count) = await dotnet;
        var scriptsCode = await scripts;
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

    private Task<int> RunScriptTestsAsync(string python, List<string> output, CancellationToken cancellation)
    {
        Say("running the step scripts' tests …");
        return CommandRunner.RunAsync(
            python,
            ["-B", "-m", "unittest", "discover", "-s", "tests", "-t", "."],
            new(Path.Combine(context.ProjectRoot.FullName, "scripts")),
            output.Add,
            cancellation
        );
    }

    private async Task<(int Code, TestCount Count)> RunDotnetTestsAsync(string python, CancellationToken cancellation)
    {
        Say("running the .NET tests …");
        var results = Directory.CreateTempSubdirectory("mlops-test-");
        try
        {
            string[] test = ["test", "MlopsBatch.sln", "-c", "Release", "--no-build", "--nologo", "--logger", "trx"];
            string[] collect = measuresCoverage
                ? ["--collect", "XPlat Code Coverage", "--settings", Path.Combine("eng", "coverage.runsettings")]
                : [];
            var code = await DotnetAsync(
                [.. test, "--results-directory", results.FullName, .. collect],
                Show,
                cancellation,
                ("MLOPS_PYTHON", python)
            );
            if (measuresCoverage)
            {
                ShowCoverage(results);
            }
            var report = Path.Combine(context.ProjectRoot.FullName, "artifacts", "junit.xml");
            JUnitReport.FromTrx(results).Save(report);
            return (code, TestCount.FromTrx(results));
        }
        finally
        {
            results.Delete(recursive: true);
        }
    }

    /// <summary>Prints the figures and keeps the reports, numbered, for whatever shows them beside the code.</summary>
    private void ShowCoverage(DirectoryInfo results)
    {
        var kept = new DirectoryInfo(Path.Combine(context.ProjectRoot.FullName, "artifacts", "coverage"));
        if (kept.Exists)
        {
            kept.Delete(recursive: true);
        }
        kept.Create();
        var reports = results.EnumerateFiles("coverage.cobertura.xml", SearchOption.AllDirectories).OrderBy(report => report.FullName);
        foreach (var (index, report) in reports.Index())
        {
            report.CopyTo(Path.Combine(kept.FullName, $"{index + 1}.cobertura.xml"));
        }
        foreach (var line in LineCoverage.FromCobertura(results).Summary())
        {
            context.Out.WriteLine(line);
        }
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
