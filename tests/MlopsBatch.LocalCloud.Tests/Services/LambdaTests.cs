using System.Text.Json.Nodes;
using MlopsBatch.LocalCloud.CloudWatch;
using MlopsBatch.LocalCloud.Lambda;
using MlopsBatch.LocalCloud.Logs;
using MlopsBatch.LocalCloud.Sqs;
using MlopsBatch.LocalCloud.Tests.Support;

namespace MlopsBatch.LocalCloud.Tests.Services;

public class LambdaTests
{
    public const string Arn = "arn:aws:lambda:eu-west-1:111122223333:function:f";

    private const string Dead = "arn:aws:sqs:eu-west-1:111122223333:dead";

    [Fact]
    public async Task A_function_gets_its_environment_and_its_layers_files_and_its_log_is_kept()
    {
        await using var cloud = new ServiceCloud();
        cloud.Up(
            ("aws:lambda/layerVersion:LayerVersion", "layer", """{"layerName":"settings","code":{"archive":{"settings.json":"{}"} } }"""),
            Function(""","layers":[{"$urn":"layer","$output":"arn"}],"environment":{"variables":{"TOPIC":"t"} }"""),
            ("aws:cloudwatch/logGroup:LogGroup", "log", """{"name":"/aws/lambda/f"}""")
        );
        cloud.Code = invocation =>
        {
            invocation.Log(
                """{"_aws":{"Timestamp":1,"CloudWatchMetrics":[{"Namespace":"MlopsBatch","Dimensions":[["Kind"]],"Metrics":[{"Name":"Sent"}]}]},"Kind":"drift","Sent":2}"""
            );
            return $"\"{invocation.Payload.Length}\"";
        };
        var result = await cloud.Home.Service<LambdaService>().InvokeAsync("f", "{}");
        (result.Payload, result.FunctionError).ShouldBe(("\"2\"", null));
        var seen = cloud.Invocations.ShouldHaveSingleItem();
        seen.Function.Environment["TOPIC"].ShouldBe("t");
        seen.LayerFiles["settings.json"].ShouldBe("{}");
        seen.Account.Caller.ToString().ShouldBe("arn:aws:sts::111122223333:assumed-role/r/f");
        cloud.Home.Service<LogsService>().FilterLogEvents("/aws/lambda/f").Count.ShouldBe(1);
        cloud.Home.CloudWatch.Metrics()[new CloudWatchMetric("MlopsBatch", "Sent", ("Kind", "drift"))].ShouldBe([2]);
    }

    [Fact]
    public async Task An_event_that_fails_for_good_is_tried_three_times_and_lies_bare_in_the_dead_letter_queue()
    {
        await using var cloud = new ServiceCloud();
        cloud.Home.Service<SqsService>().CreateQueue("dead", new QueueAttributes());
        cloud.Up(Function($$""","deadLetterConfig":{"targetArn":"{{Dead}}"}"""));
        cloud.Code = _ => throw new InvalidOperationException("GitLab is down");
        var request = cloud.Home.Service<LambdaService>().InvokeLater("f", """{"a":1}""");
        await cloud.Cloud.WhenIdleAsync();
        cloud.Invocations.Count.ShouldBe(1);
        await cloud.PassAsync(TimeSpan.FromMinutes(1));
        cloud.Invocations.Count.ShouldBe(2);
        await cloud.PassAsync(TimeSpan.FromMinutes(2));

        cloud.Invocations.Select(one => one.RequestId).ShouldBe([request, request, request]);
        var dead = cloud.Home.Service<SqsService>().Contents("dead").ShouldHaveSingleItem();
        dead.Body.ShouldBe("""{"a":1}""");
        dead.Attributes["RequestID"].Value.ShouldBe(request);
        dead.Attributes["ErrorCode"].ShouldBe(new MessageAttribute("200", "Number"));
        dead.Attributes["ErrorMessage"].Value.ShouldBe("GitLab is down");
        cloud.Home.CloudWatch.Metrics()[new CloudWatchMetric("AWS/Lambda", "Errors", ("FunctionName", "f"))].ShouldBe([1, 1, 1]);
    }

    [Fact]
    public async Task An_on_failure_destination_gets_an_envelope_that_names_the_function()
    {
        await using var cloud = new ServiceCloud();
        cloud.Home.Service<SqsService>().CreateQueue("dead", new QueueAttributes());
        cloud.Up(
            Function(),
            (
                "aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig",
                "config",
                $$"""{"functionName":"f","maximumRetryAttempts":0,"destinationConfig":{"onFailure":{"destination":"{{Dead}}"} } }"""
            )
        );
        cloud.Code = _ => throw new TimeoutException("too slow");
        cloud.Home.Service<LambdaService>().InvokeLater("f", """{"a":1}""");
        await cloud.Cloud.WhenIdleAsync();
        var envelope = JsonNode.Parse(cloud.Home.Service<SqsService>().Contents("dead").ShouldHaveSingleItem().Body)!;
        envelope["requestContext"]!["functionArn"]!.ToString().ShouldBe(Arn + ":$LATEST");
        envelope["requestContext"]!["condition"]!.ToString().ShouldBe("RetriesExhausted");
        envelope["requestContext"]!["approximateInvokeCount"]!.GetValue<int>().ShouldBe(1);
        envelope["requestPayload"]!["a"]!.GetValue<int>().ShouldBe(1);
        envelope["responseContext"]!["functionError"]!.ToString().ShouldBe("Unhandled");
        envelope["responsePayload"]!["errorType"]!.ToString().ShouldBe("TimeoutException");
    }

    [Fact]
    public async Task An_event_that_would_be_too_old_is_not_tried_again()
    {
        await using var cloud = new ServiceCloud();
        cloud.Up(
            Function(),
            (
                "aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig",
                "config",
                """{"functionName":"f","maximumEventAgeInSeconds":60}"""
            )
        );
        cloud.Code = _ => throw new TimeoutException("too slow");
        cloud.Home.Service<LambdaService>().InvokeLater("f", "{}");
        await cloud.PassAsync(TimeSpan.FromMinutes(1));
        cloud.Invocations.Count.ShouldBe(2);
        cloud.Cloud.Undelivered.All.ShouldHaveSingleItem().Code.ShouldBe("EventAgeExceeded");
    }

    public static (string, string, string) Function(string more = "") =>
        (
            "aws:lambda/function:Function",
            "f",
            $$"""{"name":"f","role":"arn:aws:iam::111122223333:role/r","code":{"archive":"f.zip"}{{more}} }"""
        );
}
