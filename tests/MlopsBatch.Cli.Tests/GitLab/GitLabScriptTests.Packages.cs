using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace MlopsBatch.Cli.Tests.GitLab;

/// <summary>Packages that are kept for later decisions, and what a merge request shows, with a GitLab of two folders.</summary>
public sealed partial class GitLabScriptTests
{
    /// <summary>Keeps what is uploaded under its URL, gives it back, and notes what is posted.</summary>
    private const string Curl = """
        #!/bin/bash
        token="" out=/dev/stdout upload="" method=GET data="" url=""
        while [ $# -gt 0 ]; do
          case $1 in
            --header) token=$2 && shift ;;
            --output) out=$2 && shift ;;
            --upload-file) upload=$2 && shift ;;
            --request) method=$2 && shift ;;
            --data-urlencode) data=${2#*@} && shift ;;
            --*) ;;
            *) url=$1 ;;
          esac
          shift
        done
        kept=store/$(echo "$url" | tr '/:?' '___')
        mkdir -p store
        if [ -n "$upload" ]; then cp "$upload" "$kept" && echo "put $url $token" >> uploads
        elif [ -n "$data" ]; then cp "$data" posted.md && echo "$method $url $token" >> posts
        else cat "$kept" > "$out" 2> /dev/null || { echo "curl: (22) 404 $url" >&2; exit 22; }
        fi
        """;

    private const string Api = "https://gitlab.example.com/api/v4";

    private static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private string[] Lines(string file) =>
        File.Exists(Path.Combine(_folder.FullName, file)) ? File.ReadAllLines(Path.Combine(_folder.FullName, file)) : [];

    private void OnGitLab()
    {
        (_variables["CI_API_V4_URL"], _variables["CI_PROJECT_ID"], _variables["CI_JOB_TOKEN"]) = (Api, "7", "job-token");
        Write(
            "pulumi",
            """
            #!/bin/bash
            if [ "$1 $2 $3" = "stack output commit" ]; then echo "$DEPLOYED"; fi
            if [ "$1 $2 $3" = "stack output packages" ]; then cat packages.json; fi
            """
        );
    }

    [Theory]
    [InlineData("main", 2)]
    [InlineData("", 0)]
    public void The_default_branch_s_packages_are_kept_under_their_hashes(string branch, int kept)
    {
        OnGitLab();
        _variables["CI_COMMIT_BRANCH"] = branch;
        Write("artifacts/notifications.zip", "n");
        Write("artifacts/approval-deploy.zip", "a");

        Run("package", "push").Code.ShouldBe(0);

        Lines("uploads").Length.ShouldBe(kept);
        if (kept > 0)
        {
            Lines("uploads")[0]
                .ShouldBe($"put {Api}/projects/7/packages/generic/mlops-batch/{HashOf("n")}/notifications.zip JOB-TOKEN: job-token");
        }
    }

    [Theory]
    [InlineData("n", "a", false)]
    [InlineData("n", null, true)]
    [InlineData("n", "altered", true)]
    public void A_decision_deploys_the_stored_bytes_or_compiles_the_commit(string notifications, string? approvalDeploy, bool isCompiled)
    {
        OnGitLab();
        Write("packages.json", new JsonObject { ["approval-deploy"] = HashOf("a"), ["notifications"] = HashOf("n") }.ToString());
        Store("notifications", HashOf("n"), notifications);
        Store("approval-deploy", HashOf("a"), approvalDeploy);

        Run("staging", "trigger").Code.ShouldBe(0);

        Calls.Contains("mlops package | at deployed").ShouldBe(isCompiled);
        if (!isCompiled)
        {
            File.ReadAllText(Path.Combine(_folder.FullName, "artifacts/approval-deploy.zip")).ShouldBe("a");
        }
        else
        {
            // Nothing half fetched, and nothing altered, is left for the deployment.
            Directory.GetFiles(Path.Combine(_folder.FullName, "artifacts"), "*.zip").ShouldBeEmpty();
        }
    }

    [Fact]
    public void A_preview_that_failed_is_no_preview_without_a_change()
    {
        OnGitLab();
        (_variables["CI_MERGE_REQUEST_IID"], _variables["CI_JOB_URL"]) = ("5", "https://gitlab.example.com/job/7");
        (_variables["PREVIEW_NOTE_TOKEN"], _variables["CI_JOB_STATUS"]) = ("note-token", "failed");
        Write("preview-staging.txt", "error: no credentials\n");
        Write(Kept($"{Api}/projects/7/merge_requests/5/notes?per_page=100"), "[]");

        Bash($"set -eo pipefail\n{_pipeline.AfterScript("preview-staging")}").Code.ShouldBe(0);

        File.Exists(Path.Combine(_folder.FullName, "preview-staging.json")).ShouldBeFalse();
        var note = File.ReadAllText(Path.Combine(_folder.FullName, "note.md"));
        note.ShouldStartWith("Preview of stack staging: failed, see the [job](https://gitlab.example.com/job/7)");
        note.ShouldContain("error: no credentials");
        note.ShouldNotContain("to create");
    }

    [Theory]
    [InlineData("", null)]
    [InlineData(
        """[{"id":41,"type":null,"body":"Preview of stack prod: x"},{"id":42,"type":null,"body":"Preview of stack staging: y"}]""",
        "PUT"
    )]
    [InlineData("[]", "POST")]
    public void A_merge_request_shows_what_would_change(string notes, string? method)
    {
        OnGitLab();
        (_variables["CI_MERGE_REQUEST_IID"], _variables["CI_JOB_URL"]) = ("5", "https://gitlab.example.com/job/7");
        _variables["PREVIEW_NOTE_TOKEN"] = method is null ? "" : "note-token";
        Write(
            "preview-staging.txt",
            "Previewing update (staging):\n ~ aws:x\nResources:\n    + 3 to create\n    ~ 1 to update\n"
                + "    - 2 to delete\n    +-1 to replace\n    80 unchanged\n"
        );
        Write(Kept($"{Api}/projects/7/merge_requests/5/notes?per_page=100"), notes);

        Bash($"set -eo pipefail\n{_pipeline.AfterScript("preview-staging")}").Code.ShouldBe(0);

        var report = JsonNode.Parse(File.ReadAllText(Path.Combine(_folder.FullName, "preview-staging.json")))!;
        report.ToJsonString().ShouldBe("""{"create":4,"update":1,"delete":3}""");
        var url = $"{Api}/projects/7/merge_requests/5/notes{(method == "PUT" ? "/42" : "")}";
        Lines("posts").ShouldBe(method is null ? [] : [$"{method} {url} PRIVATE-TOKEN: note-token"]);
        if (method is not null)
        {
            Lines("posted.md")[0]
                .ShouldBe("Preview of stack staging: 4 to create, 1 to update, 3 to delete ([job](https://gitlab.example.com/job/7))");
        }
    }

    [Fact]
    public void A_preview_that_never_began_leaves_a_report_all_the_same()
    {
        OnGitLab();
        Bash($"set -eo pipefail\n{_pipeline.AfterScript("preview-staging")}").Code.ShouldBe(0);
        Lines("preview-staging.json").ShouldBe(["""{"create":0,"update":0,"delete":0}"""]);
    }

    [Fact]
    public void A_variable_chooses_the_runners()
    {
        _pipeline.Default.Get("tags").Items().Select(tag => tag.ToString()).ShouldBe(["$RUNNER_TAG"]);
        _pipeline.Variables["RUNNER_TAG"].ShouldBe("");
    }

    private static string Kept(string url) => "store/" + url.Replace('/', '_').Replace(':', '_').Replace('?', '_');

    private void Store(string name, string hash, string? text)
    {
        if (text is not null)
        {
            var url = $"{Api}/projects/7/packages/generic/mlops-batch/{hash}/{name}.zip";
            Write(Kept(url), text);
        }
    }
}
