using System.Diagnostics;
using MlopsBatch.TestSupport;

namespace MlopsBatch.Offline.Tests.PulumiAws;

/// <summary>offline/Pulumi.Aws is what the generator makes of eng/pulumi-aws.json, to the byte.</summary>
public sealed class GeneratorTests : IDisposable
{
    private readonly string _fresh = Directory.CreateTempSubdirectory("pulumi-aws-").FullName;

    [Fact]
    public void The_generated_files_are_up_to_date()
    {
        // A file of a class that was removed: the generator must clear it away.
        File.WriteAllText(Path.Combine(_fresh, "Removed.generated.cs"), "");

        Generate(_fresh);

        var expected = FilesOf(_fresh);
        var actual = FilesOf(Path.Combine(Repository.Root.FullName, "offline", "Pulumi.Aws"));
        const string Mend = "run 'python3 eng/generate_pulumi_aws.py' and commit what it writes";
        actual.Keys.Order().ShouldBe(expected.Keys.Order(), Mend);
        actual.Where(file => file.Value != expected[file.Key]).Select(file => file.Key).ShouldBeEmpty(Mend);
    }

    public void Dispose() => Directory.Delete(_fresh, recursive: true);

    private static Dictionary<string, string> FilesOf(string folder) =>
        Directory
            .GetFiles(folder, "*.generated.cs", SearchOption.AllDirectories)
            .ToDictionary(file => Path.GetRelativePath(folder, file), File.ReadAllText);

    private static void Generate(string folder)
    {
        var script = Path.Combine(Repository.Root.FullName, "eng", "generate_pulumi_aws.py");
        var start = new ProcessStartInfo("python3", [script, "--out", folder]) { RedirectStandardError = true };
        using var process = Start(start);
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.ShouldBe(0, errors);
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception fault)
        {
            throw new InvalidOperationException(
                "The generator needs Python 3.9 or later as 'python3' on the PATH; install it to run this test.",
                fault
            );
        }
    }
}
