
namespace MlopsBatch.Cli.Tests.GitLab;

public sealed partial class GitLabScriptTests
{
    [Fact]
    public void All_stacks_are_checked_beside_one_another()
    {
        Write("mlops", "#!/bin/bash\necho \"$*\" >> \"$CALLS\"\nexit 1\n");
        Version("18", "0");

        Run("check", "push").Code.ShouldBe(1);

        Calls.ShouldBe(["check --all"]);
    }

    [Theory]
    [InlineData("16", "11", 1)]
    [InlineData("17", "10", 1)]
    [InlineData("17", "11", 0)]
    [InlineData("18", "0", 0)]
    public void An_older_GitLab_is_refused_by_name(string major, string minor, int code)
    {
        Version(major, minor);
        var (exit, output) = Run("check", "push");
        exit.ShouldBe(code);
        output.Contains($"This is GitLab {major}.{minor}.0; these pipelines need 17.11 or newer.").ShouldBe(code == 1);
    }

    /// <summary>A preview that fails must fail its job, though its text is kept.</summary>
    [Fact]
    public void A_preview_is_kept_as_a_file_and_its_failure_is_the_job_s()
    {
        Write("pulumi", "#!/bin/bash\necho 'would change'\nexit 3\n");
        Run("preview-staging", "merge_request_event").Code.ShouldBe(3);
        File.ReadAllText(Path.Combine(_folder.FullName, "preview-staging.txt")).ShouldContain("would change");
    }

    /// <summary>https://www.shellcheck.net</summary>
    [ProgramFact("shellcheck")]
    public void Every_script_passes_shellcheck()
    {
        foreach (var job in _pipeline.Jobs.Keys)
        {
            Write("job.sh", $"#!/bin/bash\nset -eo pipefail\n{_pipeline.Script(job)}\n");
            Write("after.sh", $"#!/bin/bash\nset -eo pipefail\n{_pipeline.AfterScript(job)}\n");
            var (code, output) = Bash("shellcheck job.sh after.sh");
            code.ShouldBe(0, $"{job}: {output}");
        }
    }

    [Fact]
    public void A_job_takes_its_role_with_its_own_token()
    {
        _variables["ROLE_ARN"] = Arn;
        Write(
            "pulumi",
            """
            #!/bin/bash
            echo "$AWS_ROLE_ARN $AWS_ROLE_SESSION_NAME $(cat "$AWS_WEB_IDENTITY_TOKEN_FILE") $(stat -c %a "$AWS_WEB_IDENTITY_TOKEN_FILE")" >> "$CALLS"
            """
        );

        Run("preview-staging", "merge_request_event").Code.ShouldBe(0);
        Calls.ShouldBe([$"{Arn} gitlab-7 token 600"]);
    }

    private void Version(string major, string minor) =>
        (_variables["CI_SERVER_VERSION_MAJOR"], _variables["CI_SERVER_VERSION_MINOR"], _variables["CI_SERVER_VERSION"]) = (
            major,
            minor,
            $"{major}.{minor}.0"
        );
}
