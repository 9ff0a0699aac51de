using System.Text.Json.Nodes;
using Amazon.EventBridge;
using Amazon.EventBridge.Model;
using MlopsBatch.Offline.Tests.Http;

namespace MlopsBatch.Offline.Tests.Aws;

public sealed class EventBridgeTests
{
    [Fact]
    public async Task Every_field_of_an_event_is_sent()
    {
        await using var service = await FakeService.StartAsync(
            "events",
            new Reply(200, """{"FailedEntryCount":0,"Entries":[{"EventId":"e-1"}]}""")
        );
        using var client = Client(service);

        var response = await client.PutEventsAsync(
            new PutEventsRequest
            {
                Entries =
                [
                    new()
                    {
                        Source = "mlops.batch",
                        DetailType = "Deployment triggered",
                        Detail = """{"model":"housing","note":"é"}""",
                        EventBusName = "arn:aws:events:eu-west-1:111122223333:event-bus/mlops",
                        Resources = ["arn:aws:sagemaker:eu-west-1:111122223333:model-package/housing/7"],
                        Time = new DateTime(2026, 1, 2, 3, 4, 5, 500, DateTimeKind.Utc),
                    },
                ],
            }
        );

        response.FailedEntryCount.ShouldBe(0);
        response.Entries.ShouldHaveSingleItem().EventId.ShouldBe("e-1");
        service.OnlyRequest.Headers["x-amz-target"].ShouldBe("AWSEvents.PutEvents");
        var entry = JsonNode.Parse(service.OnlyRequest.Body)!["Entries"]![0]!;
        entry["Time"]!.GetValue<double>().ShouldBe(1767323045.5);
        entry["Detail"]!.GetValue<string>().ShouldBe("""{"model":"housing","note":"é"}""");
        entry["DetailType"]!.GetValue<string>().ShouldBe("Deployment triggered");
        entry["Source"]!.GetValue<string>().ShouldBe("mlops.batch");
        entry["EventBusName"]!.GetValue<string>().ShouldEndWith("event-bus/mlops");
        entry["Resources"]!.AsArray().ShouldHaveSingleItem()!.GetValue<string>().ShouldEndWith("housing/7");
    }

    [Fact]
    public async Task A_refused_event_is_counted_not_thrown()
    {
        await using var service = await FakeService.StartAsync(
            "events",
            new Reply(
                200,
                """{"FailedEntryCount":1,"Entries":[{"EventId":"e-1"},{"ErrorCode":"MalformedDetail","ErrorMessage":"Detail is malformed."}]}"""
            )
        );
        using var client = Client(service);

        var response = await client.PutEventsAsync(
            new PutEventsRequest { Entries = [new() { Source = "a" }, new() { Detail = "no JSON" }] }
        );

        response.FailedEntryCount.ShouldBe(1);
        response.Entries![1].ErrorCode.ShouldBe("MalformedDetail");
        response.Entries[1].ErrorMessage.ShouldBe("Detail is malformed.");
        response.Entries[1].EventId.ShouldBeNull();
        JsonNode.Parse(service.OnlyRequest.Body)!["Entries"]![0]!.ToJsonString().ShouldBe("""{"Source":"a"}""");
    }

    [Fact]
    public async Task An_internal_failure_is_tried_again_and_then_thrown()
    {
        await using var service = await FakeService.StartAsync(
            "events",
            new Reply(500, """{"__type":"InternalException","message":"broken"}""")
        );
        using var client = Client(service);

        var error = await Should.ThrowAsync<InternalException>(() => client.PutEventsAsync(new PutEventsRequest { Entries = [new()] }));

        error.Message.ShouldBe("broken");
        service.Requests.Count.ShouldBe(3);
    }

    private static AmazonEventBridgeClient Client(FakeService service) =>
        new(FakeService.Credentials, service.Config<AmazonEventBridgeConfig>());
}
