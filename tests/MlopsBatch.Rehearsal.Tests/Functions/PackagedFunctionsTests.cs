using System.IO.Compression;
using MlopsBatch.Rehearsal.Functions;
using MlopsBatch.Rehearsal.Progress;

namespace MlopsBatch.Rehearsal.Tests.Functions;

/// <summary>The functions as processes that know nothing but the runtime API, their environment and AWS's address.</summary>
[Collection(nameof(RecordedSteps))]
public sealed class PackagedFunctionsTests(RecordedSteps steps) : IDisposable
{
    private static readonly (string Name, string Project)[] Programs =
    [
        ("notifications", "MlopsBatch.Lambda.Notifications"),
        ("approval-deploy", "MlopsBatch.Lambda.ApprovalDeploy"),
    ];

    private readonly TestFolder _folder = new();

    /// <summary>
    /// The packages hold the programs that were built for the tests, which start in a moment; the native ones of './mlops package' take
    /// minutes to compile and run the same code.
    /// </summary>
    [Fact]
    public async Task The_loop_runs_with_the_functions_as_processes()
    {
        var packages = new DirectoryInfo(Path.Combine(_folder.Path, "packages"));
        packages.Create();
        PackagedFunctions.Missing(packages).Count().ShouldBe(Programs.Length);
        foreach (var (name, project) in Programs)
        {
            Package(packages, name, project);
        }

        PackagedFunctions.Missing(packages).ShouldBeEmpty();
        var options = TestOptions.In(_folder) with { Only = "poison", Packages = packages, Records = steps.Folder };
        var progress = new PlainProgress(TextWriter.Null, TimeProvider.System);
        var report = await new RehearsalRun(options, progress, TimeProvider.System).RunAsync(CancellationToken.None);
        report.Checks.Where(check => !check.Passed).ShouldBeEmpty();
        report.Notifications.ShouldContain(mail => mail.Body.Contains("UnusableEvent", StringComparison.Ordinal));

        options = options with { Only = "approval" };
        report = await new RehearsalRun(options, progress, TimeProvider.System).RunAsync(CancellationToken.None);
        report.Checks.Where(check => !check.Passed).ShouldBeEmpty();
    }

    public void Dispose() => _folder.Dispose();

    private static void Package(DirectoryInfo packages, string name, string project)
    {
        var dotnet = (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Select(folder => Path.Combine(folder, "dotnet"))
            .First(File.Exists);
        var program = Path.Combine(AppContext.BaseDirectory, $"{project}.dll");
        File.Exists(program).ShouldBeTrue($"{program} is built with the tests");
        using var zip = ZipFile.Open(Path.Combine(packages.FullName, $"{name}.zip"), ZipArchiveMode.Create);
        using var bootstrap = new StreamWriter(zip.CreateEntry("bootstrap").Open());
        bootstrap.Write($"#!/bin/sh\nDOTNET_TieredPGO=0 exec '{dotnet}' '{program}'\n");
    }
}
