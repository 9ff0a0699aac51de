using System.Diagnostics;

namespace MlopsBatch.Cli.Tests.GitLab;

/// <summary>Runs the jobs' scripts with bash in a small repository, with a Pulumi and an mlops that only note how they were
/// called.</summary>
public sealed partial class GitLabScriptTests : IDisposable
{
    private const string Arn = "arn:aws:iam::444455556666:role/mlops-batch-ci";

    private readonly GitLabPipeline _pipeline = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mlops-gitlab-");
    private readonly Dictionary<string, string> _variables = new()
    {
        ["STACK"] = "staging",
        ["CI_DEFAULT_BRANCH"] = "main",
        ["CI_JOB_ID"] = "7",
        ["ROLE_ARN"] = "",
        ["AWS_ID_TOKEN"] = "token",
    };
    private readonly string _deployed;

    public GitLabScriptTests()
    {
        Write(
            "pulumi",
            """
            #!/bin/bash
            echo "pulumi $* | at $(git log -1 --format=%s) | commit ${MLOPS_COMMIT:-none} | role ${AWS_ROLE_ARN:-none} | models ${MLOPS_APPROVED_MODELS:-none}" >> "$CALLS"
            if [ "$1 $2 $3" = "stack output commit" ]; then echo "$DEPLOYED"; fi
            """
        );
        Write(
            "mlops",
            """
            #!/bin/bash
            echo "mlops $* | at $(git log -1 --format=%s)${CI_JOB_STATUS:+ | commit ${MLOPS_COMMIT:-none} | role ${AWS_ROLE_ARN:-none}}" >> "$CALLS"
            """
        );
        Write("gcc", "#!/bin/bash\n");
        Write("curl", Curl);
        Bash(
            "git init -q -b main . && git config user.email ci@example.com && git config user.name ci && git add -A && "
                + "git commit -q -m deployed && git commit -q --allow-empty -m merged-since"
        );
        _deployed = Bash("git rev-parse HEAD~1").Output.Trim();
    }

    private string[] Calls =>
        File.Exists(Path.Combine(_folder.FullName, "calls")) ? File.ReadAllLines(Path.Combine(_folder.FullName, "calls")) : [];

    public void Dispose()
    {
        // Git's objects are read-only.
        foreach (var file in _folder.EnumerateFiles("*", SearchOption.AllDirectories))
        {
            file.Attributes = FileAttributes.Normal;
        }

        _folder.Delete(recursive: true);
    }

    [Fact]
    public void Every_script_is_right_for_bash()
    {
        foreach (var job in _pipeline.Jobs.Keys)
        {
            var (code, output) = Bash($"bash -n <<'SCRIPT'\n{_pipeline.Script(job)}\n{_pipeline.AfterScript(job)}\nSCRIPT");
            code.ShouldBe(0, $"{job}: {output}");
        }
    }

    [Fact]
    public void A_push_deploys_its_own_commit_with_the_packages_that_were_made_of_it()
    {
        Write("artifacts/notifications.zip", "");

        Run("staging", "push").Code.ShouldBe(0);

        Calls.ShouldBe([
            "pulumi stack output --json --stack staging --non-interactive | at merged-since | commit none | role none | models none",
            "pulumi up --stack staging --refresh --yes --diff --non-interactive | at merged-since | commit none | role none | models none",
            "pulumi stack output --json --stack staging --non-interactive | at merged-since | commit none | role none | models none",
            "pulumi stack output awaited --stack staging --non-interactive | at merged-since | commit none | role none | models none",
        ]);
    }

    [Theory]
    [InlineData("trigger")]
    [InlineData("api")]
    public void A_decision_deploys_the_commit_that_the_account_has_and_the_versions_that_were_resolved(string source)
    {
        Write("approved-models.json", "{}");

        Run("staging", source).Code.ShouldBe(0);

        var at = $"| at deployed | commit {_deployed} | role none | models {Path.Combine(_folder.FullName, "approved-models.json")}";
        Calls.ShouldBe([
            "pulumi stack output commit --stack staging --non-interactive | at merged-since | commit none | role none | models none",
            $"pulumi stack output packages --json --stack staging --non-interactive | at deployed | commit {_deployed} | role none "
                + "| models none",
            "mlops package | at deployed",
            $"pulumi stack output --json --stack staging --non-interactive {at}",
            $"pulumi up --stack staging --refresh --yes --diff --non-interactive {at}",
            $"pulumi stack output --json --stack staging --non-interactive {at}",
            $"pulumi stack output awaited --stack staging --non-interactive {at}",
        ]);
    }

    [Theory]
    [InlineData("unknown")]
    [InlineData("0000000000000000000000000000000000000001")]
    public void A_decision_stops_at_a_commit_that_main_does_not_have(string deployed)
    {
        _variables["DEPLOYED"] = deployed;

        var (code, output) = Run("production", "trigger");

        code.ShouldNotBe(0);
        output.ShouldContain(
            $"Stack staging was deployed from commit '{deployed}', which main doesn't have. Start a pipeline by hand to deploy main."
        );
        Calls.ShouldHaveSingleItem().ShouldStartWith("pulumi stack output commit");
    }

    [Fact]
    public void A_commit_of_another_branch_is_not_rolled_out()
    {
        Bash("git checkout -q -b feature && git commit -q --allow-empty -m feature && git checkout -q main");
        _variables["DEPLOYED"] = Bash("git rev-parse feature").Output.Trim();

        Run("staging", "trigger").Code.ShouldNotBe(0);
        Calls.ShouldHaveSingleItem();
    }

    [Fact]
    public void Drift_is_looked_for_at_the_deployed_commit_and_changes_nothing()
    {
        Run("drift-production", "schedule").Code.ShouldBe(0);
        Calls[^1]
            .ShouldStartWith(
                $"pulumi preview --stack staging --refresh --expect-no-changes --diff --non-interactive | at deployed | commit {_deployed}"
            );
        Calls.ShouldNotContain(call => call.Contains("pulumi up"));
    }

    [Theory]
    [InlineData("push", "success", "none")]
    [InlineData("trigger", "failed", "deployed")]
    public void A_deployment_tells_how_it_ended_with_its_own_role(string source, string status, string commit)
    {
        _variables["ROLE_ARN"] = Arn;
        Run("staging", source).Code.ShouldBe(0);
        _variables["CI_JOB_STATUS"] = status;
        _variables["CI_COMMIT_SHA"] = Bash("git rev-parse main").Output.Trim();

        Bash($"set -eo pipefail\n{_pipeline.AfterScript("staging")}").Code.ShouldBe(0);

        Calls[^1]
            .ShouldBe(
                $"mlops deployment report --stack staging --status {status} --before outputs-before.json --after outputs-after.json "
                    + $"--approved-models approved-models.json | at merged-since | "
                    + $"commit {(commit == "none" ? "none" : _deployed)} | role {Arn}"
            );
    }

    /// <summary>The pipe to the log must not hide that the account differs.</summary>
    [Fact]
    public void Drift_fails_its_job_and_is_told()
    {
        Write(
            "pulumi",
            """
            #!/bin/bash
            if [ "$1 $2 $3" = "stack output commit" ]; then echo "$DEPLOYED"; exit; fi
            echo "error: no changes were expected but changes were proposed" >&2
            exit 255
            """
        );

        Run("drift-production", "schedule").Code.ShouldBe(255);

        File.ReadAllText(Path.Combine(_folder.FullName, "preview.log")).ShouldContain("no changes were expected");
        _variables["CI_JOB_STATUS"] = "failed";
        _variables["CI_COMMIT_SHA"] = Bash("git rev-parse main").Output.Trim();
        Bash($"set -eo pipefail\n{_pipeline.AfterScript("drift-production")}").Code.ShouldBe(0);
        Calls[^1]
            .ShouldBe(
                "mlops deployment drift --stack staging --status failed --log preview.log | at merged-since "
                    + $"| commit {_deployed} | role none"
            );
    }

    [Theory]
    [InlineData("", "--stack prod")]
    [InlineData("s3://example-mlops-state-staging", "--stack staging --stack prod")]
    public void Versions_are_resolved_for_the_accounts_that_take_part(string stagingBackend, string stacks)
    {
        _variables["STAGING_BACKEND_URL"] = stagingBackend;
        (_variables["STAGING_STACK"], _variables["PRODUCTION_STACK"]) = ("staging", "prod");

        Run("resolve", "trigger").Code.ShouldBe(0);
        Calls.ShouldBe([$"mlops models approved {stacks} --json | at merged-since"]);
        File.Exists(Path.Combine(_folder.FullName, "approved-models.json")).ShouldBeTrue();
    }

    [Theory]
    [InlineData("")]
    [InlineData("prod")]
    [InlineData("yes")]
    public void Destroying_spares_what_is_protected(string destroyData)
    {
        _variables["DESTROY_DATA"] = destroyData;

        Run("destroy-staging", "web").Code.ShouldBe(0);
        Calls.ShouldHaveSingleItem().ShouldStartWith("pulumi destroy --stack staging --exclude-protected --yes");
    }

    [Fact]
    public void Data_is_destroyed_only_when_the_stack_is_named()
    {
        _variables["DESTROY_DATA"] = "staging";

        Run("destroy-staging", "web").Code.ShouldBe(0);
        Calls
            .Select(call => call.Split(" |")[0])
            .ShouldBe(["pulumi state unprotect --all --yes --stack staging", "pulumi destroy --stack staging --yes --non-interactive"]);
    }

    private (int Code, string Output) Run(string job, string source)
    {
        _variables["CI_PIPELINE_SOURCE"] = source;
        _variables.TryAdd("DEPLOYED", _deployed);
        // As the runner does: https://docs.gitlab.com/runner/shells/
        return Bash($"set -eo pipefail\n{_pipeline.Script(job)}");
    }

    private (int Code, string Output) Bash(string script)
    {
        var start = new ProcessStartInfo("bash", ["-c", script])
        {
            WorkingDirectory = _folder.FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in _variables)
        {
            start.Environment[name] = value;
        }

        start.Environment["CI_PROJECT_DIR"] = _folder.FullName;
        start.Environment["CALLS"] = Path.Combine(_folder.FullName, "calls");
        start.Environment["TMPDIR"] = _folder.FullName;
        start.Environment["PATH"] = $"{_folder.FullName}:{start.Environment["PATH"]}";
        start.Environment.Remove("MLOPS_COMMIT");
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + error.Result);
    }

    private void Write(string name, string text)
    {
        var file = new FileInfo(Path.Combine(_folder.FullName, name));
        file.Directory!.Create();
        File.WriteAllText(file.FullName, text);
        if (!OperatingSystem.IsWindows())
        {
            file.UnixFileMode |= UnixFileMode.UserExecute;
        }
    }
}
