using System.Text.Json.Nodes;
using Amazon.EventBridge;
using Amazon.EventBridge.Model;
using MlopsBatch.Cli.CommandLine;
using MlopsBatch.Cli.Deployments;
using MlopsBatch.Events.EventBridge;
using Moq;

namespace MlopsBatch.Cli.Tests.Deployments;

/// <summary><c>mlops deployment</c>: what a job of GitLab puts onto the bus.</summary>
public sealed class DeploymentCommandTests : IDisposable
{
    private const string Group = "arn:aws:sagemaker:eu-west-1:111122223333:model-package/abalone/";
    private const string Job = "https://gitlab.example.com/group/project/-/jobs/90210";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mlops-deployment-");
    private readonly StringWriter _out = new();
    private readonly StringWriter _error = new();
    private readonly List<PutEventsRequestEntry> _told = [];
    private readonly Dictionary<string, string> _environment = new()
    {
        ["CI_ENVIRONMENT_NAME"] = "production",
        ["CI_JOB_URL"] = Job,
        ["CI_COMMIT_SHA"] = "3f2c1ab",
        ["MLOPS_EVENT_ID"] = "",
    };
    private readonly Queue<PutEventsResponse> _answers = [];
    private readonly List<int> _calls = [];
    private string? _region;

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData(null, "6", DetailTypes.ModelDeployed, null, 6)]
    [InlineData("6", "7", DetailTypes.ModelDeployed, 6, 7)]
    [InlineData("6", "6", DetailTypes.ModelDeployed, 6, 6)]
    [InlineData("7", "6", DetailTypes.ModelRolledBack, 7, 6)]
    [InlineData("10", "9", DetailTypes.ModelRolledBack, 10, 9)]
    [InlineData("7", null, DetailTypes.ModelRolledBack, 7, null)]
    public async Task A_deployment_tells_which_version_each_model_has(
        string? before,
        string? after,
        string detailType,
        int? previous,
        int? version
    )
    {
        (await RunAsync("report", "success", Outputs(before), Outputs(after))).ShouldBe(ExitCodes.Success);

        var entry = _told.ShouldHaveSingleItem();
        (entry.Source, entry.DetailType, entry.EventBusName).ShouldBe(("mlops-batch", detailType, "default"));
        var detail = JsonNode.Parse(entry.Detail!)!;
        ((string?)detail["model"]).ShouldBe("abalone");
        ((int?)detail["previousVersion"]).ShouldBe(previous);
        ((int?)detail["modelPackageVersion"]).ShouldBe(version);
        ((string?)detail["stack"]).ShouldBe("prod");
        ((string?)detail["environment"]).ShouldBe("production");
        ((string?)detail["commit"]).ShouldBe("3f2c1ab");
        ((string?)detail["gitLabJobUrl"]).ShouldBe(Job);
        detail["causeEventId"].ShouldBeNull();
        _region.ShouldBe("eu-west-1");
    }

    [Fact]
    public async Task Without_any_version_there_is_nothing_to_tell()
    {
        (await RunAsync("report", "success", File("{}"), Outputs(null))).ShouldBe(ExitCodes.Success);
        _told.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_decision_is_answered_for_its_own_model_only()
    {
        (_environment["MLOPS_MODEL"], _environment["MLOPS_EVENT_ID"]) = ("abalone", "844e2571");
        var two = File($$"""{"modelVersions":{"abalone":"{{Group}}7","other":"{{Group.Replace("abalone", "other")}}3"} }""");

        (await RunAsync("report", "success", two, two)).ShouldBe(ExitCodes.Success);

        _told
            .Select(entry => JsonNode.Parse(entry.Detail!)!)
            .Select(detail => ((string?)detail["model"], (string?)detail["causeEventId"]))
            .ShouldBe([("abalone", "844e2571"), ("other", null)]);
    }

    [Theory]
    [InlineData("failed", null)]
    [InlineData("canceled", "The job was cancelled.")]
    public async Task A_failure_names_the_version_that_should_have_come(string status, string? reason)
    {
        (_environment["MLOPS_MODEL"], _environment["MLOPS_MODEL_PACKAGE_ARN"]) = ("abalone", $"{Group}8");
        var resolved = File($$"""{"prod":{"abalone":"{{Group}}7"} }""");

        (await RunAsync("report", status, Outputs("6"), null, "--approved-models", resolved)).ShouldBe(ExitCodes.Success);

        var entry = _told.ShouldHaveSingleItem();
        entry.DetailType.ShouldBe(DetailTypes.ModelDeploymentFailed);
        entry.Resources.ShouldBe([$"{Group}7"]);
        var detail = JsonNode.Parse(entry.Detail!)!;
        ((int?)detail["modelPackageVersion"]).ShouldBe(7);
        ((int?)detail["previousVersion"]).ShouldBe(6);
        ((string?)detail["reason"]).ShouldBe(reason);
    }

    [Fact]
    public async Task A_failure_before_anything_is_known_is_told_once_for_the_stack()
    {
        (await RunAsync("report", "failed", Path.Combine(_folder.FullName, "missing"), null)).ShouldBe(ExitCodes.Success);
        var detail = JsonNode.Parse(_told.ShouldHaveSingleItem().Detail!)!;
        ((string?)detail["stack"]).ShouldBe("prod");
        detail["model"].ShouldBeNull();
    }

    [Fact]
    public async Task A_success_without_outputs_is_an_error_that_says_how_to_make_them()
    {
        (await RunAsync("report", "success", Outputs("6"), Path.Combine(_folder.FullName, "missing"))).ShouldBe(ExitCodes.Failure);
        _error.ToString().ShouldContain("pulumi stack output --json --stack prod");
        _told.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("error: no changes were expected but changes were proposed", true)]
    [InlineData("error: the stack is currently locked by 1 lock(s)", false)]
    [InlineData(null, false)]
    public async Task Drift_is_told_and_a_failed_comparison_is_not_called_drift(string? log, bool found)
    {
        var file = log is null ? Path.Combine(_folder.FullName, "missing") : File(log);
        (await MlopsAsync("drift", "-s", "prod", "--status", "failed", "--log", file)).ShouldBe(ExitCodes.Success);
        var entry = _told.ShouldHaveSingleItem();
        entry.DetailType.ShouldBe(DetailTypes.StackDrift);
        var detail = JsonNode.Parse(entry.Detail!)!;
        ((bool?)detail["found"]).ShouldBe(found);
        ((string?)detail["stack"]).ShouldBe("prod");
        ((string?)detail["gitLabJobUrl"]).ShouldBe(Job);
    }

    [Fact]
    public async Task No_drift_is_no_news()
    {
        (await MlopsAsync("drift", "-s", "prod", "--status", "success")).ShouldBe(ExitCodes.Success);
        _told.ShouldBeEmpty();
    }

    /// <summary>A call can succeed while the bus refuses an event of it.</summary>
    [Fact]
    public async Task An_event_that_the_bus_refuses_is_sent_again_and_then_named()
    {
        var refusal = new PutEventsResponse
        {
            FailedEntryCount = 1,
            Entries = [new() { ErrorCode = "InternalFailure", ErrorMessage = "try again" }],
        };
        _answers.Enqueue(refusal);
        (await RunAsync("report", "success", Outputs("6"), Outputs("7"))).ShouldBe(ExitCodes.Success);
        _told.Count.ShouldBe(2);

        _answers.Enqueue(refusal);
        _answers.Enqueue(refusal);
        _answers.Enqueue(refusal);
        (await RunAsync("report", "success", Outputs("6"), Outputs("7"))).ShouldBe(ExitCodes.Failure);
        _error.ToString().ShouldContain("InternalFailure: try again");
    }

    [Fact]
    public async Task Many_models_are_told_in_calls_of_ten()
    {
        var versions = Enumerable.Range(0, 25).Select(index => $"\"m{index:00}\":\"{Group.Replace("abalone", $"m{index:00}")}1\"");
        var outputs = File($$"""{"modelVersions":{ {{string.Join(',', versions)}} } }""");
        (await RunAsync("report", "success", outputs, outputs)).ShouldBe(ExitCodes.Success);
        _told.Count.ShouldBe(25);
        _told.Select(entry => entry.Detail).ShouldBeUnique();
        _calls.ShouldBe([10, 10, 5]);
    }

    private string Outputs(string? version) =>
        File(version is null ? """{"modelVersions":{}}""" : $$"""{"modelVersions":{"abalone":"{{Group}}{{version}}"},"commit":"x"}""");

    private string File(string text)
    {
        var path = Path.Combine(_folder.FullName, $"{_folder.GetFiles().Length}.json");
        System.IO.File.WriteAllText(path, text);
        return path;
    }

    private Task<int> RunAsync(string command, string status, string before, string? after, params string[] more) =>
        MlopsAsync(
            [command, "-s", "prod", "--status", status, "--before", before, .. after is null ? [] : (string[])["--after", after], .. more]
        );

    private async Task<int> MlopsAsync(params string[] arguments)
    {
        var client = new Mock<IAmazonEventBridge>(MockBehavior.Strict);
        client.Setup(one => one.Dispose());
        client
            .Setup(one => one.PutEventsAsync(It.IsAny<PutEventsRequest>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(
                (PutEventsRequest request, CancellationToken _) =>
                {
                    _told.AddRange(request.Entries!);
                    _calls.Add(request.Entries!.Count);
                    return _answers.TryDequeue(out var answer)
                        ? answer
                        : new PutEventsResponse
                        {
                            FailedEntryCount = 0,
                            Entries = [.. request.Entries!.Select(_ => new PutEventsResultEntry { EventId = "1" })],
                        };
                }
            );
        var context = CliContext.Create(_out, _error, redirected: true, _environment.GetValueOrDefault);
        var command = new DeploymentCommand(
            context,
            region =>
            {
                _region = region;
                return client.Object;
            }
        ).Create();
        return await CommandRun.RunAsync(context, command, arguments);
    }
}
