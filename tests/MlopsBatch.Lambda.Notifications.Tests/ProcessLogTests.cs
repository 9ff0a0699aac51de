using System.Text.Json.Nodes;
using MlopsBatch.Events.Functions;
using MlopsBatch.Events.SageMaker;
using MlopsBatch.Lambda.Notifications.Tests.Support;
using MlopsBatch.TestSupport.Events;

namespace MlopsBatch.Lambda.Notifications.Tests;

/// <summary>What the function's process writes, from its start to its end: one JSON object a line, and nothing else.</summary>
public sealed class ProcessLogTests
{
    [Fact]
    public async Task A_failed_start_is_JSON_and_no_plain_dump()
    {
        await using var function = await RunningFunction.StartAsync("{}", new Dictionary<string, string>());
        var (report, lines, errors) = await function.EndAsync(endsByItself: true);
        report.ShouldBe("init/error");
        var first = Objects(lines)[0];
        ((string)first["level"]!).ShouldBe("Error");
        ((string)first["outcome"]!).ShouldBe("not started");
        ((string)first["message"]!).ShouldContain("OPERATIONS_TOPIC_ARN is missing");
        errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_failed_invocation_is_JSON_and_no_plain_dump()
    {
        const string Topic = "arn:aws:sns:eu-west-1:111122223333:";
        await using var function = await RunningFunction.StartAsync(
            EventTemplates.Version(Rig.Scene, 7, ApprovalStatuses.Pending).ToJsonString(),
            new Dictionary<string, string>
            {
                [EnvironmentVariables.OperationsTopicArn] = Topic + "operations",
                [EnvironmentVariables.ApprovalsTopicArn] = Topic + "approvals",
                [EnvironmentVariables.QualityTopicArn] = Topic + "quality",
            }
        );
        var (report, lines, errors) = await function.EndAsync(endsByItself: false);
        report.ShouldBe("invocation/request-1/error");
        var failed = Objects(lines).Single(line => (string?)line["outcome"] == "failed");
        ((string)failed["level"]!).ShouldBe("Error");
        ((string)failed["requestId"]!).ShouldBe("request-1");
        ((string)failed["message"]!).ShouldContain("NotFound: Topic does not exist. The topic is gone: deploy the stack again");
        errors.ShouldBeEmpty();
    }

    private static JsonObject[] Objects(string[] lines) => [.. lines.Select(line => JsonNode.Parse(line)!.AsObject())];
}
