using System.Text.Json.Nodes;
using MlopsBatch.Cli.CommandLine;
using MlopsBatch.Cli.Commands;

namespace MlopsBatch.Cli.Tests;

/// <summary><c>mlops data show</c>: what the step scripts would make of a file, before anything is trained.</summary>
public sealed class DataCommandTests : IDisposable
{
    private readonly StringWriter _out = new();
    private readonly StringWriter _error = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mlops-data-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Show_names_each_column_its_gaps_and_the_settings_that_follow()
    {
        var file = Write(
            "houses.csv",
            "id,area,street,price\n",
            i => $"{i},{(i == 7 ? "?" : $"{50 + i}")},{(i % 2 == 0 ? "A" : "B")},{i * 3}\n"
        );
        (await RunAsync("show", file, "--header", "--target", "price", "--record-id", "id")).ShouldBe(0, _error.ToString());
        var text = _out.ToString();
        foreach (var word in new[] { "area", "street", "price", "missing", "recordId" })
        {
            text.ShouldContain(word);
        }

        // Neither the id nor the target is a feature.
        (await RunAsync("show", file, "--header", "--target", "price", "--record-id", "id", "--json")).ShouldBe(0);
        var json = JsonNode.Parse(_out.ToString()[text.Length..])!;
        json["columns"]!.AsArray().Select(column => (string)column!["name"]!).ShouldBe(["area", "street"]);
        ((string)json["suggestedSettings"]!["recordId"]!).ShouldBe("id");
        json["warnings"]!.AsArray().ShouldContain(warning => (string)warning!["column"]! == "area" && (int)warning["count"]! == 1);
    }

    [Fact]
    public async Task Show_names_the_users_own_file_and_line()
    {
        var file = Write("broken.csv", "a,b\n", i => i == 3 ? "1,2,3\n" : "1,2\n");
        (await RunAsync("show", file, "--header")).ShouldBe(1);
        _out.ToString().ShouldBeEmpty();
        _error.ToString().ShouldStartWith("mlops: broken.csv, line 5");
    }

    [Fact]
    public async Task Show_of_nothing_says_so()
    {
        (await RunAsync("show", Path.Combine(_folder.FullName, "absent.csv"))).ShouldBe(1);
        _error.ToString().ShouldContain("absent.csv");
        _error.ToString().ShouldNotContain("Traceback");
    }

    private string Write(string name, string header, Func<int, string> line)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, header + string.Concat(Enumerable.Range(0, 60).Select(line)));
        return path;
    }

    private Task<int> RunAsync(params string[] arguments)
    {
        var context = CliContext.Create(_out, _error, redirected: true, Environment.GetEnvironmentVariable);
        return CommandRun.RunAsync(context, DataCommand.Create(context), arguments);
    }
}
