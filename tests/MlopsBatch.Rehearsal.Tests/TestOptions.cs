using MlopsBatch.TestSupport;

namespace MlopsBatch.Rehearsal.Tests;

internal static class TestOptions
{
    /// <summary>The options of a short rehearsal with the project's own scripts and a Python that can run them.</summary>
    public static RehearsalOptions In(TestFolder folder) =>
        new()
        {
            Output = new(Path.Combine(folder.Path, "out")),
            Scripts = new(Path.Combine(ProjectRoot(), "scripts")),
            Python = Environment.GetEnvironmentVariable("MLOPS_PYTHON") is { Length: > 0 } chosen ? chosen : "/usr/bin/python3",
            TuningJobs = 2,
        };

    public static string ProjectRoot() => Repository.Root.FullName;
}
