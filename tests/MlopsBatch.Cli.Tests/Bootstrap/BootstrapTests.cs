using System.CommandLine;
using System.Diagnostics;
using System.Text.Json.Nodes;
using MlopsBatch.Cli.CommandLine;
using MlopsBatch.Cli.Commands;
using MlopsBatch.Cli.Tests.GitLab;

namespace MlopsBatch.Cli.Tests.Bootstrap;

/// <summary>
/// eng/bootstrap.sh with an AWS CLI that notes its calls (aws.sh); each call's arguments are held against botocore's models (check.py).
/// </summary>
public sealed class BootstrapTests : IDisposable, IAsyncLifetime
{
    private static readonly string[] Teardown =
        "--environment dev --state-bucket example-mlops-state-dev --gitlab gitlab.example.com --project group/project".Split(' ');

    private static readonly string[] Looks = ["get-", "list-", "describe-", "head-"];

    private const string Boundary = "arn:aws:iam::111122223333:policy/mlops-batch-boundary";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mlops-bootstrap-");

    public BootstrapTests()
    {
        var stub = Path.Combine(_folder.FullName, "aws");
        File.Copy(Beside("aws.sh"), stub);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(stub, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }
    }

    private string[] Options => [.. Teardown, "--policies", Policies];

    private string Policies => Path.Combine(_folder.FullName, "policies");

    /// <summary>The policies that the script would ask ./mlops for.</summary>
    public async Task InitializeAsync()
    {
        var output = new StringWriter();
        var context = CliContext.Create(output, output, redirected: true, _ => null);
        string[] arguments = ["bootstrap", "policies", "--stack", "dev", "--account", "111122223333", "--out", Policies];
        var root = new RootCommand("x") { BootstrapCommand.Create(context) };
        (await CommandRun.RunAsync(context, root, arguments)).ShouldBe(0, output.ToString());
        output.ToString().ShouldMatch("^deploy-1.json: [0-9]+ of 6144 characters");
    }

    public Task DisposeAsync() => Task.CompletedTask;

    private string Noted => Path.Combine(_folder.FullName, "raw");

    private static string Beside(string file) =>
        Path.Combine(GitLabPipeline.Root.FullName, "tests", "MlopsBatch.Cli.Tests", "Bootstrap", file);

    /// <summary>What was called since the last look, in order.</summary>
    private List<JsonArray> Calls()
    {
        if (!File.Exists(Noted))
        {
            return [];
        }

        var (code, output) = Bash("/usr/bin/python3", [Beside("check.py"), Noted]);
        code.ShouldBe(0, output);
        File.Delete(Noted);
        return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!.AsArray())];
    }

    private string[] Commands() => [.. Calls().Select(call => (string)call[1]!)];

    public void Dispose() => _folder.Delete(recursive: true);

    [ProgramFact("aws")]
    public void A_dry_run_asks_and_changes_nothing()
    {
        var (code, output) = Run(["up", .. Options, "--dry-run"]);

        code.ShouldBe(0, output);
        output.ShouldContain("+ aws iam create-role --role-name mlops-batch-ci ");
        output.ShouldContain("+ aws s3api create-bucket --bucket example-mlops-state-dev");
        Commands().ShouldAllBe(command => Looks.Any(command.StartsWith));
    }

    [ProgramFact("aws")]
    public void The_second_run_makes_nothing_anew()
    {
        Run(["up", .. Options]).Code.ShouldBe(0);
        string[] made = [.. Commands().Where(command => command.StartsWith("create-"))];
        made.ShouldBe([
            "create-key",
            "create-alias",
            "create-bucket",
            "create-open-id-connect-provider",
            "create-policy",
            "create-role",
            .. Directory.GetFiles(Policies, "deploy-*.json").Select(_ => "create-policy"),
            "create-role",
            .. Directory.GetFiles(Policies, "preview-*.json").Select(_ => "create-policy"),
        ]);

        var (code, output) = Run(["up", .. Options]);

        code.ShouldBe(0, output);
        var again = Commands();
        again
            .Where(command => command != "create-policy-version")
            .ShouldAllBe(command => !command.StartsWith("create-") && !command.StartsWith("delete-"));
        again.ShouldContain("add-client-id-to-open-id-connect-provider");
    }

    [ProgramFact("aws")]
    public void Teardown_takes_the_roles_away_and_keeps_the_state()
    {
        Run(["up", .. Options]).Code.ShouldBe(0);
        Calls().ShouldNotBeEmpty();

        Run(["teardown", .. Teardown]).Code.ShouldBe(0);

        var calls = Calls();
        File.ReadAllLines(Path.Combine(_folder.FullName, "made")).ShouldNotContain(line => line.Contains("mlops-batch-ci"));
        calls.Count(call => (string)call[1]! == "delete-role").ShouldBe(2);
        calls.ShouldNotContain(call => (string)call[0]! == "s3api" || (string)call[0]! == "kms");
        calls.ShouldNotContain(call => (string?)call[2]!["PolicyArn"] == Boundary);
        Run(["teardown", .. Teardown]).Code.ShouldBe(0);
    }

    [ProgramFact("aws")]
    public void Roles_get_what_the_stack_needs_and_lose_what_was_broader()
    {
        Run(["up", .. Options]).Code.ShouldBe(0);
        File.AppendAllLines(
            Path.Combine(_folder.FullName, "made"),
            [
                "mlops-batch-ci arn:aws:iam::aws:policy/PowerUserAccess",
                "mlops-batch-ci/roles",
                "mlops-batch-ci-preview arn:aws:iam::aws:policy/ReadOnlyAccess",
            ]
        );
        var last = Directory.GetFiles(Policies, "deploy-*.json").Order().Last();
        File.Delete(last);
        Calls();

        var (code, output) = Run(["up", .. Options]);

        code.ShouldBe(0, output);
        var made = File.ReadAllLines(Path.Combine(_folder.FullName, "made"));
        string[] attached = [.. made.Where(line => line.StartsWith("mlops-batch-ci"))];
        attached.ShouldNotContain(line => line.Contains("PowerUserAccess") || line.Contains("ReadOnlyAccess") || line.EndsWith("/roles"));
        attached.ShouldContain("mlops-batch-ci arn:aws:iam::111122223333:policy/mlops-batch-ci-dev-deploy-1");
        attached.ShouldNotContain(line => line.EndsWith(Path.GetFileNameWithoutExtension(last)));
    }

    [ProgramFact("aws")]
    public void Policies_can_be_changed_again_and_again()
    {
        Run(["up", .. Options]).Code.ShouldBe(0);
        // IAM keeps five versions of a policy: after four changes the next one has to delete the oldest.
        var made = Path.Combine(_folder.FullName, "made");
        string[] policies = [.. File.ReadAllLines(made).Where(line => line.StartsWith("arn:aws:iam::111122223333:policy/"))];
        policies.ShouldNotBeEmpty();
        File.AppendAllLines(made, policies.SelectMany(arn => Enumerable.Range(1, 4).Select(version => $"version of {arn} v{version}")));

        var (code, output) = Run(["up", .. Options]);

        code.ShouldBe(0, output);
        Commands().ShouldContain("delete-policy-version");
        Run(["teardown", .. Teardown]).Code.ShouldBe(0);
    }

    [Fact]
    public void Policies_that_are_not_there_are_named()
    {
        var (code, output) = Run(["up", .. Teardown, "--policies", "/nowhere"]);
        code.ShouldBe(2);
        output.ShouldContain("--policies: there is no /nowhere/deploy-1.json");
        Commands().ShouldBe(["get-caller-identity"]);
    }

    [Theory]
    [InlineData("--project", "group/*")]
    [InlineData("--project", "group")]
    [InlineData("--branch", "*")]
    [InlineData("--environment", "test")]
    public void What_would_let_others_in_is_refused_by_name(string option, string value)
    {
        var (code, output) = Run(["up", .. Options, option, value]);
        code.ShouldBe(2);
        output.ShouldContain($"{option}: got '{value}'");
        Calls().ShouldBeEmpty();
    }

    [ProgramFact("shellcheck")]
    public void The_script_passes_shellcheck()
    {
        var (code, output) = Bash("shellcheck", [Path.Combine(GitLabPipeline.Root.FullName, "eng", "bootstrap.sh")]);
        code.ShouldBe(0, output);
    }

    private (int Code, string Output) Run(string[] arguments) =>
        Bash("bash", [Path.Combine(GitLabPipeline.Root.FullName, "eng", "bootstrap.sh"), .. arguments]);

    private (int Code, string Output) Bash(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = _folder.FullName,
        };
        start.Environment["FOLDER"] = _folder.FullName;
        start.Environment["TMPDIR"] = _folder.FullName;
        start.Environment["AWS_REGION"] = "eu-west-1";
        start.Environment["PATH"] = $"{_folder.FullName}:{start.Environment["PATH"]}";
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + error.Result);
    }
}
