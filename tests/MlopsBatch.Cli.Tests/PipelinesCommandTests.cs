using System.Text.Json.Nodes;
using MlopsBatch.Cli.CommandLine;
using MlopsBatch.Cli.Commands;
using Snapshooter.Xunit;

namespace MlopsBatch.Cli.Tests;

public sealed class PipelinesCommandTests : IDisposable
{
    private readonly StringWriter _out = new();
    private readonly StringWriter _error = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mlops-pipelines-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Show_draws_each_pipeline_with_inputs_and_outputs()
    {
        Run("show").ShouldBe(0);
        Snapshot.Match(_out.ToString());
    }

    [Fact]
    public void Show_as_json_has_the_same_steps()
    {
        Run("show", "--engine", "Script", "--json").ShouldBe(0);

        var pipelines = JsonNode.Parse(_out.ToString())!["pipelines"]!.AsArray();
        pipelines.Select(pipeline => pipeline!["name"]!.GetValue<string>()).ShouldBe(["training", "training-with-hpo", "batch-inference"]);
        var condition = pipelines[0]!["steps"]!.AsArray().Single(step => step!["name"]!.GetValue<string>() == "MetricCondition")!;
        condition["if"]![0]!["name"]!.GetValue<string>().ShouldBe("ModelRegisterStep");
        condition["else"]![0]!["type"]!.GetValue<string>().ShouldBe("Fail");
        pipelines[2]!["steps"]!.AsArray().Single(step => step!["name"]!.GetValue<string>() == "DataQualityCheckStep")!["type"]!
            .GetValue<string>()
            .ShouldBe("Processing");
    }

    [Theory]
    [InlineData("ModelMonitor", "QualityCheck")]
    [InlineData("script", "data_quality.py")]
    public void Export_writes_the_same_bytes_each_time(string engine, string sign)
    {
        var (first, second) = (Path.Combine(_folder.FullName, "new", "1"), Path.Combine(_folder.FullName, "2"));
        Run("export", "--out", first, "--engine", engine).ShouldBe(0);
        Run("export", "--out", second, "--engine", engine).ShouldBe(0);
        Run("export", "--out", second, "--engine", engine).ShouldBe(0);

        foreach (var name in new[] { "training.json", "training-with-hpo.json", "batch-inference.json" })
        {
            var bytes = File.ReadAllBytes(Path.Combine(first, name));
            bytes.ShouldBe(File.ReadAllBytes(Path.Combine(second, name)));
            JsonNode.Parse(bytes)!["Version"]!.GetValue<string>().ShouldBe("2020-12-01");
            File.ReadAllText(Path.Combine(first, name)).ShouldContain(sign);
        }
    }

    [Fact]
    public void Export_to_where_a_file_is_says_so()
    {
        var file = Path.Combine(_folder.FullName, "taken");
        File.WriteAllText(file, "");

        Run("export", "--out", file).ShouldBe(1);
        _error.ToString().ShouldStartWith($"--out: can't write to \"{file}\": ");
    }

    [Fact]
    public void Unknown_engine_lists_both()
    {
        Run("export", "--out", _folder.FullName, "--engine", "Deequ").ShouldBe(2);
        _error.ToString().ShouldContain("ModelMonitor");
        _error.ToString().ShouldContain("Script");
        _folder.EnumerateFiles().ShouldBeEmpty();
    }

    private int Run(params string[] arguments)
    {
        var context = CliContext.Create(_out, _error, redirected: true, _ => null);
        return CommandRun.RunAsync(context, PipelinesCommand.Create(context), arguments).GetAwaiter().GetResult();
    }
}
