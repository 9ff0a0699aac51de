using System.CommandLine;
using System.Text.Json.Nodes;
using MlopsBatch.Cli.CommandLine;
using MlopsBatch.Cli.Commands;
using MlopsBatch.TestSupport;

namespace MlopsBatch.Cli.Tests;

/// <summary>A project's stacks beside one another, each changed on its own.</summary>
public sealed class CheckAllTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mlops-check-");
    private readonly StringWriter _out = new();
    private readonly StringWriter _error = new();

    public CheckAllTests()
    {
        Directory.CreateSymbolicLink(Path.Combine(_folder.FullName, "scripts"), Path.Combine(Repository.Root.FullName, "scripts"));
        foreach (var stack in new[] { "dev", "staging", "prod" })
        {
            File.Copy(Path.Combine(Repository.Root.FullName, $"Pulumi.{stack}.yaml"), FileOf(stack));
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task The_examples_pass_together()
    {
        (await RunAsync("check", "--all")).ShouldBe(0, _error.ToString());
        _error.ToString().ShouldBeEmpty();
    }

    [Fact]
    public async Task All_faults_of_all_stacks_are_told_at_once()
    {
        Change("dev", "threshold: 10", "threshold: \"80%\"");
        Change("staging", "accountId: \"111122223333\"", "accountId: 011122223333");
        (await RunAsync("check", "--all")).ShouldBe(1);
        _error.ToString().ShouldContain("MB0003 settings.models[0].metric.threshold: got \"80%\"");
        _error.ToString().ShouldContain("MB0028 settings.registry.accountId: got 011122223333");
        _out.ToString().ShouldContain("prod: the configuration is right");
    }

    [Fact]
    public async Task Stacks_that_disagree_fail_and_machines_read_it()
    {
        Change("prod", "bucketName: example-mlops-dev", "bucketName: example-mlops-old");
        (await RunAsync("check", "--all", "--json")).ShouldBe(1);
        var between = JsonNode.Parse(_out.ToString())!["between"]!.AsArray().ShouldHaveSingleItem()!;
        between["code"]!.GetValue<string>().ShouldBe("MB0031");
        between["warning"]!.GetValue<bool>().ShouldBeFalse();
    }

    [Fact]
    public async Task A_warning_is_told_and_doesnt_fail()
    {
        Change("dev", "ref: main", "ref: release/1.0");
        (await RunAsync("check", "--stack", "dev")).ShouldBe(0);
        _out.ToString().ShouldContain("warning: MB0034 settings.gitLab.ref: got \"release/1.0\"");
        _out.GetStringBuilder().Clear();
        (await RunAsync("check", "--stack", "dev", "--json")).ShouldBe(0);
        JsonNode.Parse(_out.ToString())!["warnings"]!.AsArray().ShouldHaveSingleItem()!["code"]!.GetValue<string>().ShouldBe("MB0034");
    }

    [Fact]
    public async Task An_expired_waiver_fails()
    {
        Change(
            "prod",
            "    retrainOnViolation: true",
            "    waivers: [{row: 22, reason: The pool is small., owner: ops@example.com, until: \"2027-01-31\"}]\n    "
                + "retrainOnViolation: true"
        );
        (await RunAsync("check", "-s", "prod")).ShouldBe(0);
        (await RunAsync(new DateTimeOffset(2027, 2, 1, 0, 0, 0, TimeSpan.Zero), "check", "-s", "prod")).ShouldBe(1);
        _error.ToString().ShouldContain("MB0035 settings.waivers[0]: got a waiver of row 22 until 2027-01-31, which is over");
    }

    [Fact]
    public async Task Mends_are_made_in_the_file_and_comments_stay()
    {
        var before = File.ReadAllText(FileOf("dev"));
        Change("dev", "notifications:\n", "notfications:\n");
        Change("dev", "threshold: 10", "threshold: \"10,0\"");
        (await RunAsync("config", "mend", "-s", "dev", "--dry-run")).ShouldBe(0);
        File.ReadAllText(FileOf("dev")).ShouldNotBe(before);
        (await RunAsync("config", "mend", "-s", "dev")).ShouldBe(0, _error.ToString());
        File.ReadAllText(FileOf("dev")).ShouldBe(before);
        _out.ToString().ShouldContain("mended: ./mlops config move 'settings.notfications' 'settings.notifications' --stack dev");
    }

    [Fact]
    public async Task A_value_is_moved_to_its_key()
    {
        var before = File.ReadAllText(FileOf("dev"));
        Change("dev", "notifications:\n", "notfications:\n");
        (await RunAsync("config", "move", "settings.notfications", "settings.notifications", "-s", "dev")).ShouldBe(0);
        File.ReadAllText(FileOf("dev")).ShouldBe(before);
        (await RunAsync("config", "move", "settings.gone", "settings.there", "-s", "dev")).ShouldBe(1);
        _error.ToString().ShouldContain("MB0020 settings.gone: can't be moved to settings.there");
    }

    private void Change(string stack, string old, string changed)
    {
        var text = File.ReadAllText(FileOf(stack)).ReplaceLineEndings("\n");
        text.ShouldContain(old);
        File.WriteAllText(FileOf(stack), text.Replace(old, changed, StringComparison.Ordinal));
    }

    private string FileOf(string stack) => Path.Combine(_folder.FullName, $"Pulumi.{stack}.yaml");

    private Task<int> RunAsync(params string[] arguments) => RunAsync(new DateTimeOffset(2026, 11, 27, 0, 0, 0, TimeSpan.Zero), arguments);

    private Task<int> RunAsync(DateTimeOffset now, params string[] arguments)
    {
        var context = CliContext.Create(_out, _error, redirected: true, _ => null) with
        {
            ProjectRoot = _folder,
            Time = new FixedTime(now),
        };
        var root = new RootCommand("x") { CheckCommand.Create(context), ConfigCommand.Create(context) };
        return CommandRun.RunAsync(context, root, arguments);
    }

    private sealed class FixedTime(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
