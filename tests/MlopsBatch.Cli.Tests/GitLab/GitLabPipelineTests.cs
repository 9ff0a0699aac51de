using System.Text.RegularExpressions;
using MlopsBatch.Events.Audit;
using MlopsBatch.TestSupport;

namespace MlopsBatch.Cli.Tests.GitLab;

public sealed class GitLabPipelineTests
{
    private static readonly (string, string)[] AllAccounts =
    [
        ("DEV_BACKEND_URL", "s3://example-mlops-state-dev"),
        ("STAGING_BACKEND_URL", "s3://example-mlops-state-staging"),
        ("PRODUCTION_BACKEND_URL", "s3://example-mlops-state-prod"),
    ];

    private readonly GitLabPipeline _pipeline = new();

    public static TheoryData<string> Files => [".gitlab-ci.yml", ".gitlab/model-build.yml", ".gitlab/model-deploy.yml"];

    [Theory]
    [InlineData("merge_request_event", "", "test mutation? check package preview-dev preview-staging preview-production")]
    [InlineData("push", "", "test check package dev staging production?")]
    [InlineData("trigger", "", "resolve unresolved-production! staging production")]
    [InlineData("api", "", "resolve unresolved-production! staging production")]
    [InlineData("trigger", "PRODUCTION_GATE=manual", "resolve unresolved-production! staging production?")]
    [InlineData("api", "PRODUCTION_GATE=manual", "resolve unresolved-production! staging production?")]
    [InlineData("schedule", "", "drift-dev drift-staging drift-production cleanup-staging cleanup-production")]
    [InlineData("web", "", "test check package dev staging production?")]
    [InlineData("web", "RUN=build", "test check package dev")]
    [InlineData("web", "RUN=deploy", "test check package staging production?")]
    [InlineData("web", "RUN=destroy", "destroy-dev? destroy-staging? destroy-production?")]
    [InlineData("push", "RUN=destroy", "test check package dev staging production?")]
    [InlineData("trigger", "RUN=destroy", "resolve unresolved-production! staging production")]
    [InlineData("push", "CI_COMMIT_BRANCH=feature", "")]
    [InlineData("trigger", "CI_COMMIT_BRANCH=feature", "")]
    [InlineData("web", "CI_COMMIT_BRANCH=feature", "")]
    [InlineData("push", "STAGING_BACKEND_URL=", "test check package dev production?")]
    [InlineData("trigger", "STAGING_BACKEND_URL=", "resolve unresolved-production! production")]
    [InlineData("merge_request_event", "DEV_BACKEND_URL=", "test mutation? check package preview-staging preview-production")]
    [InlineData("merge_request_event", "CI_MERGE_REQUEST_SOURCE_PROJECT_ID=77", "test mutation? check package")]
    [InlineData("pipeline", "", "")]
    public void Each_source_runs_its_jobs(string source, string variable, string jobs)
    {
        // The source project of a merge request is the project itself, unless it is a fork.
        (string, string)[] known = [.. AllAccounts, ("CI_PROJECT_ID", "7"), ("CI_MERGE_REQUEST_SOURCE_PROJECT_ID", "7")];
        (string, string)[] variables = variable.Split('=') is [var name, var value] ? [.. known, (name, value)] : known;
        _pipeline.Run(source, variables).ShouldBe(jobs);
    }

    /// <summary>A role's trust names its account's audience, so a job of another account can't take it.</summary>
    [Fact]
    public void Every_job_with_a_role_has_a_token_for_that_account_only()
    {
        var jobs = _pipeline.Jobs.Where(job => job.Value.Get("variables").Map().ContainsKey("ROLE_ARN")).ToList();
        jobs.Count.ShouldBeGreaterThan(10);
        foreach (var (name, job) in jobs)
        {
            var account = job.Get("variables").Map()["ROLE_ARN"].Split('_')[0].TrimStart('$').ToLowerInvariant();
            job.Get("id_tokens")!.Get("AWS_ID_TOKEN")!.Text("aud").ShouldBe($"mlops-batch-{account}", name);
        }
    }

    [Theory]
    [InlineData("trigger")]
    [InlineData("api")]
    public void A_decision_before_any_account_deploys_has_a_job_that_says_so(string source)
    {
        _pipeline.Run(source, AllAccounts[0]).ShouldBe("nothing-to-deploy");
        _pipeline.Script("nothing-to-deploy").ShouldContain("STAGING_BACKEND_URL");
    }

    [Fact]
    public void No_job_runs_for_ever_and_caches_follow_the_versions_of_packages()
    {
        _pipeline.Default.Text("timeout").ShouldBe("1h");
        _pipeline
            .Default.Get("cache")!.Get("key")!.Get("files")
            .Items()
            .Select(file => file.ToString()).ShouldBe(["Directory.Packages.props"]);
    }

    [Fact]
    public void Without_accounts_a_merge_request_is_tested_and_nothing_is_deployed()
    {
        _pipeline.Run("merge_request_event").ShouldBe("test mutation? check package");
        _pipeline.Run("push").ShouldBe("test check package");
    }

    [Theory]
    [InlineData(".gitlab/model-build.yml", "push", "test check package dev")]
    [InlineData(".gitlab/model-build.yml", "web", "test check package dev")]
    [InlineData(".gitlab/model-deploy.yml", "trigger", "resolve unresolved-production! staging production")]
    [InlineData(".gitlab/model-deploy.yml", "web", "test check package staging production?")]
    [InlineData(".gitlab/model-deploy.yml", "schedule", "drift-staging drift-production cleanup-staging cleanup-production")]
    public void Each_half_stands_alone(string file, string source, string jobs) =>
        new GitLabPipeline(file).Run(source, AllAccounts).ShouldBe(jobs);

    [Fact]
    public void A_person_chooses_by_input()
    {
        new GitLabPipeline(inputs: new() { ["run"] = "destroy" })
            .Run("web", AllAccounts)
            .ShouldBe("destroy-dev? destroy-staging? destroy-production?");
        GitLabYaml
            .Inputs(GitLabPipeline.Root, ".gitlab-ci.yml")!
            .Get("run")!
            .Get("options")
            .Items()
            .Select(option => option.ToString())
            .ShouldBe(["all", "build", "deploy", "destroy"]);
    }

    [Theory]
    [InlineData(".gitlab-ci.yml")]
    [InlineData(".gitlab/model-deploy.yml")]
    public void Knows_what_the_approval_function_sends(string file)
    {
        string[] sent = [GitLabVariables.Model, GitLabVariables.ModelPackageArn, GitLabVariables.ApprovalStatus, GitLabVariables.EventId];
        var pipeline = new GitLabPipeline(file, sent.ToDictionary(GitLabVariables.InputName, variable => $"value of {variable}"));
        foreach (var variable in sent)
        {
            pipeline.Variables[variable].ShouldBe($"value of {variable}");
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_job_is_in_a_stage_and_needs_only_earlier_ones(string file)
    {
        var pipeline = new GitLabPipeline(file);
        foreach (var (name, job) in pipeline.Jobs)
        {
            pipeline.StageOf(name).ShouldBeGreaterThanOrEqualTo(0, name);
            job.Get("rules").ShouldNotBeNull(name);
            pipeline.Script(name).ShouldNotBeEmpty(name);

            // Stages alone order the jobs: with needs, production might overtake staging.
            job.Get("needs").ShouldBeNull(name);
        }
    }

    [Fact]
    public void Production_comes_after_staging_and_both_after_what_they_roll_out()
    {
        string[] order = ["test", "package", "preview-staging", "dev", "resolve", "staging", "production"];
        order.Select(_pipeline.StageOf).ShouldBeInOrder(SortDirection.Ascending);
        order.Select(_pipeline.StageOf).ShouldBeUnique();
    }

    [Fact]
    public void One_change_at_a_time_in_each_account()
    {
        foreach (var account in new[] { "dev", "staging", "production" })
        {
            foreach (var job in new[] { account, $"destroy-{account}" }.Select(name => _pipeline.Jobs[name]))
            {
                job.Text("resource_group").ShouldBe(account);
                job.Get("environment")!.Text("name").ShouldBe(account);
                job.Text("interruptible").ShouldBe("false");
                job.Text("retry").ShouldBe("0");
            }
        }

        _pipeline
            .Jobs.Where(job => _pipeline.Script(job.Key).Contains("pulumi up") || _pipeline.Script(job.Key).Contains("pulumi destroy"))
            .Select(job => job.Key)
            .Order()
            .ShouldBe(["destroy-dev", "destroy-production", "destroy-staging", "dev", "production", "staging"]);
    }

    /// <summary>The image that one builds oneself is the default one with what the jobs would install.</summary>
    [Fact]
    public void The_image_of_ones_own_starts_from_the_default_and_has_what_the_jobs_install()
    {
        var recipe = File.ReadAllText(Path.Combine(Repository.Root.FullName, ".gitlab", "Dockerfile"));
        recipe.ShouldContain($"FROM {_pipeline.Variables["PULUMI_IMAGE"]}\n");
        var installed = _pipeline.Script("test").Split("microdnf install -y ")[1].Split(';')[0];
        installed.Split(' ').ShouldAllBe(package => recipe.Contains(package));
    }

    [Fact]
    public void Only_changing_jobs_have_the_roles_that_may_change()
    {
        foreach (var (name, job) in _pipeline.Jobs.Where(job => job.Value.Get("id_tokens") is not null))
        {
            var account = name.Split('-')[^1] is "resolve" ? "PRODUCTION" : name.Split('-')[^1].ToUpperInvariant();
            var isChanging = job.Text("resource_group") is not null;
            var variables = job.Get("variables").Map();
            variables["ROLE_ARN"].ShouldBe(isChanging ? $"${account}_ROLE_ARN" : $"${account}_PREVIEW_ROLE_ARN");
            if (name == "resolve")
            {
                continue;
            }

            variables["STACK"].ShouldBe($"${account}_STACK");
            variables["PULUMI_BACKEND_URL"].ShouldBe($"${account}_BACKEND_URL");
        }

        _pipeline.Jobs["test"].Get("id_tokens").ShouldBeNull();
        _pipeline.Default.Get("id_tokens").ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Builds_with_the_official_packages_and_holds_no_secret(string file)
    {
        var pipeline = new GitLabPipeline(file);
        pipeline.Variables["PackageFeed"].ShouldBe("nuget");
        foreach (var variables in pipeline.Jobs.Values.Select(job => job.Get("variables").Map()).Append(pipeline.Variables))
        {
            variables.Keys.ShouldNotContain(name =>
                name.Contains("SECRET") || name.Contains("TOKEN") || name.Contains("PASS") || name.Contains("ACCESS_KEY")
            );
            variables.Values.ShouldNotContain(value => value.Contains("AKIA") || value.Contains("glpat-") || value.Contains("glptt-"));
        }
    }

    [Fact]
    public void The_chapter_on_deploying_names_what_a_project_sets_and_no_more()
    {
        var text = File.ReadAllText(Path.Combine(GitLabPipeline.Root.FullName, "docs", "deploying.md"));
        string[] ours = ["_BACKEND_URL", "_ROLE_ARN", "_STACK", "_GATE", "_IMAGE"];
        var set = _pipeline.Variables.Keys.Where(name => ours.Any(name.EndsWith)).Order().ToList();
        Regex
            .Matches(text, @"`([A-Z_]+)")
            .Select(match => match.Groups[1].Value)
            .Where(name => ours.Any(name.EndsWith) && !name.StartsWith('_') && name != "PULUMI_BACKEND_URL")
            .Distinct()
            .Order()
            .ShouldBe(set);
        foreach (var job in new[] { "test", "check", "package", "dev", "staging", "production", "resolve" })
        {
            text.ShouldContain($"`{job}`");
        }
    }
}
