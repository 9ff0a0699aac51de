using System.Text.Json.Nodes;
using MlopsBatch.LocalCloud.Events;
using MlopsBatch.LocalCloud.SageMaker.Executions;
using MlopsBatch.LocalCloud.Tests.Support;

namespace MlopsBatch.LocalCloud.Tests.SageMaker;

/// <summary>Events have the keys that AWS documents (docs.aws.amazon.com/sagemaker, automating-sagemaker-with-eventbridge).</summary>
public class ExecutionEventTests
{
    [Fact]
    public async Task An_execution_announces_its_start_and_end()
    {
        await using var cloud = new TestCloud();
        var execution = await cloud.RunAsync(
            Json.Definition(Json.Fail("Stop", "\"not good enough\"")),
            options: new StartOptions { DisplayName = "nightly", Description = "Nightly run" }
        );
        var events = Of(cloud, "SageMaker Model Building Pipeline Execution Status Change");
        events.Select(happened => (string?)happened["detail"]!["currentPipelineExecutionStatus"]).ShouldBe(["Executing", "Failed"]);

        var last = events[^1];
        last.Select(p => p.Key).ShouldBe(["version", "id", "detail-type", "source", "account", "time", "region", "resources", "detail"]);
        last["version"]!.ToString().ShouldBe("0");
        Guid.TryParse(last["id"]!.ToString(), out _).ShouldBeTrue();
        last["source"]!.ToString().ShouldBe("aws.sagemaker");
        last["account"]!.ToString().ShouldBe("111122223333");
        last["region"]!.ToString().ShouldBe("eu-west-1");
        last["resources"]!.ToJsonString().ShouldBe($"""["{execution.PipelineArn}","{execution.Arn}"]""");
        ((JsonObject)last["detail"]!)
            .Select(p => p.Key)
            .ShouldBe([
                "pipelineExecutionDisplayName",
                "currentPipelineExecutionStatus",
                "previousPipelineExecutionStatus",
                "executionStartTime",
                "executionEndTime",
                "pipelineExecutionDescription",
                "pipelineArn",
                "pipelineExecutionArn",
            ]);
        last["detail"]!["executionEndTime"]!.ToString().ShouldMatch(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$");
        ((JsonObject)events[0]["detail"]!).ContainsKey("previousPipelineExecutionStatus").ShouldBeFalse();
        events.Select(happened => happened["id"]!.ToString()).ShouldBeUnique();
    }

    [Fact]
    public async Task A_failed_step_tells_why_and_which_job()
    {
        await using var cloud = new TestCloud();
        cloud.PutScript("bad", "import sys; sys.exit('no such column')");
        var execution = await cloud.RunAsync(Json.Definition(Json.Script("Prepare", "bad")));
        var events = Of(cloud, "SageMaker Model Building Pipeline Execution Step Status Change");
        events
            .Select(happened => ((string?)happened["detail"]!["previousStepStatus"], (string?)happened["detail"]!["currentStepStatus"]))
            .ShouldBe([(null, "Starting"), ("Starting", "Executing"), ("Executing", "Failed")]);

        var detail = (JsonObject)events[^1]["detail"]!;
        detail
            .Select(p => p.Key)
            .ShouldBe([
                "metadata",
                "failureReason",
                "stepStartTime",
                "stepEndTime",
                "stepName",
                "stepType",
                "previousStepStatus",
                "currentStepStatus",
                "pipelineArn",
                "pipelineExecutionArn",
            ]);
        detail["failureReason"]!.ToString().ShouldBe("AlgorithmError: no such column, exit code: 1");
        detail["stepName"]!.ToString().ShouldBe("Prepare");
        detail["stepType"]!.ToString().ShouldBe("Processing");
        detail["metadata"]!["processingJob"]!["arn"]!
            .ToString()
            .ShouldStartWith($"arn:aws:sagemaker:eu-west-1:111122223333:processing-job/pipelines-{execution.Id}-Prepare-");
        events[^1]["resources"]!.ToJsonString().ShouldBe($"""["{execution.PipelineArn}","{execution.Arn}"]""");
    }

    [Fact]
    public async Task A_rule_for_a_fail_step_matches_that_event_and_no_other()
    {
        await using var cloud = new TestCloud();
        await cloud.RunAsync(
            Json.Definition(
                Json.Condition(
                    "If",
                    """{"Type":"Equals","LeftValue":1,"RightValue":1}""",
                    Json.Fail("ModelQualityViolation", "\"mse is 12\"")
                )
            )
        );
        var rule = EventPattern.Parse(
            """
            {"source":["aws.sagemaker"],"detail-type":["SageMaker Model Building Pipeline Execution Step Status Change"],
             "detail":{"stepName":["ModelQualityViolation"],"currentStepStatus":["Failed"]}}
            """
        );
        cloud.Events.Where(happened => rule.Matches(happened.ToJson())).ShouldHaveSingleItem().Detail["failureReason"]!
            .ToString()
            .ShouldBe("mse is 12");
    }

    [Fact]
    public async Task A_subscription_ends_when_it_is_disposed()
    {
        await using var cloud = new TestCloud();
        var seen = 0;
        using (cloud.Cloud.Default.Events.Subscribe(_ => seen++))
        {
            await cloud.RunAsync(Json.Definition(Json.Fail("A", "\"x\"")));
        }
        seen.ShouldBe(5);
        await cloud.RunAsync(Json.Definition(Json.Fail("A", "\"x\"")));
        seen.ShouldBe(5);
    }

    private static List<JsonObject> Of(TestCloud cloud, string detailType) =>
        [.. cloud.Events.Where(happened => happened.DetailType == detailType).Select(happened => happened.ToJson())];
}
