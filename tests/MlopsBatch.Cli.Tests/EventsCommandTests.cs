using System.Text.Json.Nodes;
using MlopsBatch.Cli.CommandLine;
using MlopsBatch.Cli.Commands;
using MlopsBatch.Events.SageMaker;
using MlopsBatch.Pipelines.Names;
using MlopsBatch.TestSupport.Events;

namespace MlopsBatch.Cli.Tests;

public sealed class EventsCommandTests : IDisposable
{
    private static readonly Scene Scene = Scene.Default;

    private readonly StringWriter _out = new();
    private readonly StringWriter _error = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mlops-events-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_dry_run_shows_the_mail()
    {
        var settings = Write("settings.json", Scene.Settings.ToJson());
        Send(EventTemplates.Version(Scene, 7, ApprovalStatuses.Pending), "notifications", "--dry-run", "--settings", settings).ShouldBe(0);
        _out.ToString()
            .ShouldStartWith(
                "topic     approvals\nmodel     abalone\nseverity  action\nkind      version-registered\nsubject   "
                    + "Approve or reject abalone version 7: mse 4.521 (threshold 10)\n\nVersion 7 of model abalone waits"
            );
        _out.ToString().ShouldContain("Approved now: not known. A dry run doesn't ask the model registry.");
    }

    [Fact]
    public void A_dry_run_reads_the_object_it_is_given()
    {
        var content = Write(
            "violations.json",
            """{"violations":[{"feature_name":"length","constraint_check_type":"baseline_drift_check","description":"distance 0.31 exceeds threshold 0.1"}]}"""
        );
        Send(EventTemplates.Violations(Scene), "notifications", "--dry-run", "--json", "--object", content).ShouldBe(0);
        var outcome = JsonNode.Parse(_out.ToString())!["outcomes"]![0]!;
        ((string)outcome["outcome"]!).ShouldBe("mail");
        ((string)outcome["topic"]!).ShouldBe("quality");
        ((string)outcome["subject"]!).ShouldContain("length (0.31)");
    }

    [Fact]
    public void A_dry_run_shows_the_GitLab_call_with_a_masked_token()
    {
        Send(EventTemplates.Version(Scene, 7, ApprovalStatuses.Approved), "approval-deploy", "--dry-run").ShouldBe(0);
        _out.ToString()
            .ShouldStartWith(
                "POST https://gitlab.example.com/api/v4/projects/group%2Fproject/trigger/pipeline\n"
                    + "token=[token]&ref=main&variables[MLOPS_MODEL]=abalone&"
            );
    }

    [Theory]
    [InlineData("approval-deploy", "GITLAB_URL", "http://user:secret@gitlab.example.com")]
    [InlineData("approval-deploy", "GITLAB_MODE", "push")]
    [InlineData("approval-deploy", "GITLAB_CA_FILE", "absent.pem")]
    [InlineData("notifications", "OPERATIONS_TOPIC_ARN", "operations")]
    public void A_dry_run_refuses_an_environment_that_the_function_refuses(string function, string variable, string value)
    {
        var file = Write("event.json", EventTemplates.Version(Scene, 7, ApprovalStatuses.Approved).ToJsonString());
        Run(new() { [variable] = value }, "send", file, "--function", function, "--dry-run").ShouldBe(1);
        _error.ToString().ShouldContain($"{variable} is \"");
        (_out.ToString() + _error).ShouldNotContain("secret@");
    }

    [Fact]
    public void A_dry_run_takes_GitLab_from_the_environment()
    {
        Run(
                new() { ["GITLAB_MODE"] = "pipeline", ["GITLAB_PROJECT"] = "17" },
                "send",
                Write("event.json", EventTemplates.Version(Scene, 7, ApprovalStatuses.Rejected).ToJsonString()),
                "--function",
                "approval-deploy",
                "--dry-run",
                "--json"
            )
            .ShouldBe(0);
        var call = JsonNode.Parse(_out.ToString())!["outcomes"]![0]!;
        ((string)call["address"]!).ShouldBe("https://gitlab.example.com/api/v4/projects/17/pipeline");
        ((string)call["body"]!).ShouldContain("\"mlops_approval_status\":\"Rejected\"");
    }

    [Fact]
    public void A_dry_run_says_why_nothing_is_sent()
    {
        Send(EventTemplates.Execution(Scene, PipelineKind.Training, ExecutionStatuses.Executing), "notifications", "--dry-run").ShouldBe(0);
        Send(EventTemplates.Version(Scene, 7, ApprovalStatuses.Pending), "approval-deploy", "--dry-run").ShouldBe(0);
        var tuned = EventTemplates.Version(
            Scene,
            8,
            ApprovalStatuses.Approved,
            EventTemplates.Metadata(Scene, isTuned: true),
            description: "fine"
        );
        Send(tuned, "approval-deploy", "--dry-run").ShouldBe(0);
        _out.ToString()
            .ShouldBe(
                """
                Nothing is sent: an execution that is Executing is told only with notifyOn: all.
                Nothing is sent: the version waits for a decision.
                Not deployed, and the approvals topic is told: the version needs a review, and neither its approval description nor its metadata names one.

                """
            );
    }

    [Fact]
    public void Without_a_dry_run_the_function_needs_its_environment()
    {
        Send(EventTemplates.Version(Scene, 7, ApprovalStatuses.Pending), "notifications").ShouldBe(1);
        _error.ToString().ShouldStartWith("mlops: The function's environment has 3 faults:\n- OPERATIONS_TOPIC_ARN is missing");
    }

    [Fact]
    public void Faults_name_the_file()
    {
        Run([], "send", Path.Combine(_folder.FullName, "absent.json"), "--function", "notifications", "--dry-run").ShouldBe(1);
        _error.ToString().ShouldContain("absent.json");
        var settings = Write("settings.json", """{"notifyOn":"never"}""");
        Send([], "notifications", "--dry-run", "--settings", settings).ShouldBe(1);
        _error.ToString().ShouldContain($"mlops: {settings}: the settings are malformed at $.notifyOn");
        Send([], "approval-deploy", "--dry-run").ShouldBe(1);
        _error.ToString().ShouldContain("mlops: The event can't be used: source");
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }

    private int Send(JsonObject e, string function, params string[] options) =>
        Run([], ["send", Write("event.json", e.ToJsonString()), "--function", function, .. options]);

    private int Run(Dictionary<string, string> environment, params string[] arguments)
    {
        var context = CliContext.Create(_out, _error, redirected: true, environment.GetValueOrDefault);
        return CommandRun.RunAsync(context, EventsCommand.Create(context), arguments).GetAwaiter().GetResult();
    }
}
