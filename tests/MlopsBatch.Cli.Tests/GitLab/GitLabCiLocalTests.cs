using CliWrap.Buffered;
using MlopsBatch.TestSupport;

namespace MlopsBatch.Cli.Tests.GitLab;

/// <summary>
/// Which jobs run when, by a simulator of GitLab CI that nobody here wrote (https://github.com/firecow/gitlab-ci-local). It knows
/// no <c>workflow</c>, so branches are tested by <see cref="GitLabPipelineTests"/> alone.
/// </summary>
public sealed class GitLabCiLocalTests
{
    private const string Program = "gitlab-ci-local";

    private static readonly string[] Known =
    [
        "CI_COMMIT_BRANCH=main",
        "CI_DEFAULT_BRANCH=main",
        "CI_PROJECT_ID=7",
        "CI_MERGE_REQUEST_SOURCE_PROJECT_ID=7",
        "DEV_BACKEND_URL=s3://dev",
        "STAGING_BACKEND_URL=s3://staging",
        "PRODUCTION_BACKEND_URL=s3://production",
    ];

    private static readonly (string Situation, string[] Variables, string Jobs)[] Situations =
    [
        (
            "merge request",
            ["CI_PIPELINE_SOURCE=merge_request_event"],
            "test mutation? check package preview-dev preview-staging preview-production"
        ),
        ("fork", ["CI_PIPELINE_SOURCE=merge_request_event", "CI_MERGE_REQUEST_SOURCE_PROJECT_ID=77"], "test mutation? check package"),
        ("push", ["CI_PIPELINE_SOURCE=push"], "test check package dev staging production?"),
        ("trigger, dev alone", ["CI_PIPELINE_SOURCE=trigger", "STAGING_BACKEND_URL=", "PRODUCTION_BACKEND_URL="], "nothing-to-deploy"),
        ("api, with a gate", ["CI_PIPELINE_SOURCE=api", "PRODUCTION_GATE=manual"], "resolve unresolved-production! staging production?"),
        ("schedule", ["CI_PIPELINE_SOURCE=schedule"], "drift-dev drift-staging drift-production cleanup-staging cleanup-production"),
        ("by hand: deploy", ["CI_PIPELINE_SOURCE=web", "RUN=deploy"], "test check package staging production?"),
        ("by hand: destroy", ["CI_PIPELINE_SOURCE=web", "RUN=destroy"], "destroy-dev? destroy-staging? destroy-production?"),
    ];

    [ProgramFact(Program, "npm install --global gitlab-ci-local@4.62.0")]
    public async Task Each_situation_runs_its_jobs()
    {
        var folder = Directory.CreateTempSubdirectory("gitlab-ci-local-");
        try
        {
            File.Copy(Path.Combine(Repository.Root.FullName, ".gitlab-ci.yml"), Path.Combine(folder.FullName, ".gitlab-ci.yml"));
            var included = folder.CreateSubdirectory(".gitlab");
            foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Root.FullName, ".gitlab"), "*.yml"))
            {
                File.Copy(file, Path.Combine(included.FullName, Path.GetFileName(file)));
            }

            await RunAsync("git", folder, "init", "--quiet", "--initial-branch", "main");
            await RunAsync("git", folder, "remote", "add", "origin", "https://gitlab.example.com/group/project.git");
            // It reads only files that git knows.
            await RunAsync("git", folder, "add", "--all");
            await RunAsync(
                "git",
                folder,
                ["-c", "user.name=t", "-c", "user.email=t@example.com", "commit", "--quiet", "--message", "t"]
            );
            foreach (var (situation, variables, jobs) in Situations)
            {
                (await JobsAsync(folder, variables)).ShouldBe(jobs, situation);
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <returns>The jobs in their order; <c>?</c>: waits for a click, <c>!</c>: runs after a failure.</returns>
    private static async Task<string> JobsAsync(DirectoryInfo folder, string[] variables)
    {
        var names = variables.Select(variable => variable.Split('=')[0]).ToHashSet(StringComparer.Ordinal);
        var all = Known.Where(variable => !names.Contains(variable.Split('=')[0])).Concat(variables);
        var listed = await RunAsync(Program, folder, ["--list-csv", .. all.SelectMany(variable => new[] { "--variable", variable })]);
        return string.Join(
            ' ',
            listed
                .Split('\n')
                .SkipWhile(line => !line.StartsWith("name;", StringComparison.Ordinal))
                .Skip(1)
                .Select(line => line.Split(';'))
                .Where(row => row.Length > 3)
                .Select(row => row[0] + (row[3] == "manual" ? "?" : row[3] == "on_failure" ? "!" : ""))
        );
    }

    private static async Task<string> RunAsync(string program, DirectoryInfo folder, params string[] arguments) =>
        (
            await CliWrap.Cli.Wrap(program).WithArguments(arguments).WithWorkingDirectory(folder.FullName).ExecuteBufferedAsync()
        ).StandardOutput;
}
