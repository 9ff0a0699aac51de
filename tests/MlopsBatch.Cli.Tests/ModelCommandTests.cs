using MlopsBatch.Cli.CommandLine;
using MlopsBatch.Cli.Commands;

namespace MlopsBatch.Cli.Tests;

/// <summary><c>mlops model new</c>, in a project root of its own.</summary>
public sealed class ModelCommandTests : IDisposable
{
    private readonly StringWriter _out = new();
    private readonly StringWriter _error = new();
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("mlops-model-");

    public void Dispose() => _root.Delete(recursive: true);

    [Fact]
    public void New_lays_out_every_step_script_and_what_they_share()
    {
        Run("new", "churn-eu").ShouldBe(0);
        var model = Path.Combine(_root.FullName, "models", "churn-eu");
        var shipped = Scripts();
        foreach (var script in Directory.EnumerateFiles(shipped, "*.py").Select(Path.GetFileName))
        {
            File.Exists(Path.Combine(model, script!)).ShouldBeTrue(script);
        }

        File.Exists(Path.Combine(model, "lib", "training_job.py")).ShouldBeTrue();
        Directory.Exists(Path.Combine(model, "tests")).ShouldBeFalse();
        // The estimator to replace is the template's, and short enough to read at once.
        var training = File.ReadAllLines(Path.Combine(model, "training.py"));
        training.ShouldNotBe(File.ReadAllLines(Path.Combine(shipped, "training.py")));
        training.Length.ShouldBeLessThanOrEqualTo(40);
        _out.ToString().ShouldContain("./mlops rehearse --scripts models/churn-eu");
    }

    [Fact]
    public void New_never_touches_a_folder_that_is_there()
    {
        var mine = Directory.CreateDirectory(Path.Combine(_root.FullName, "models", "churn"));
        Run("new", "churn").ShouldBe(1);
        _error.ToString().ShouldContain("is there already");
        mine.EnumerateFileSystemInfos().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Churn")]
    [InlineData("churn--eu")]
    [InlineData("../churn")]
    [InlineData("a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a")]
    public void New_refuses_what_is_no_model_name(string name)
    {
        Run("new", name).ShouldBe(2);
        _error.ToString().ShouldContain($"got \"{name}\", needs 1 to 40 lower-case letters");
        Directory.Exists(Path.Combine(_root.FullName, "models")).ShouldBeFalse();
    }

    private static string Scripts() =>
        Path.Combine(CliContext.Create(TextWriter.Null, TextWriter.Null, redirected: true, _ => null).ProjectRoot.FullName, "scripts");

    private int Run(params string[] arguments)
    {
        Directory.CreateSymbolicLink(Path.Combine(_root.FullName, "scripts"), Scripts());
        var context = CliContext.Create(_out, _error, redirected: true, _ => null) with { ProjectRoot = _root };
        return CommandRun.RunAsync(context, ModelCommand.Create(context), arguments).GetAwaiter().GetResult();
    }
}
