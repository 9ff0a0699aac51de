using System.Net;
using System.Text;
using Amazon.SageMaker;
using Amazon.SageMaker.Model;
using MlopsBatch.Offline.Tests.Http;

namespace MlopsBatch.Offline.Tests.Aws;

public sealed class SageMakerModelTests
{
    private const string Arn = "arn:aws:sagemaker:eu-west-1:111122223333:model/pipelines-abc";

    [Fact]
    public async Task Models_are_listed_by_age_and_name_page_by_page()
    {
        await using var service = await FakeService.StartAsync(
            "sagemaker",
            new Reply(
                200,
                $$"""{"Models":[{"ModelName":"pipelines-abc","ModelArn":"{{Arn}}","CreationTime":1700000000.25}],"NextToken":"page-2"}"""
            )
        );
        using var client = Client(service);

        var page = await client.ListModelsAsync(
            new ListModelsRequest
            {
                CreationTimeBefore = DateTime.UnixEpoch.AddSeconds(1_700_000_001),
                MaxResults = 100,
                NameContains = "pipelines-",
                NextToken = "page-1",
            }
        );

        Body(service.Requests[0])
            .ShouldBe(
                """{"CreationTimeBefore":1700000001,"MaxResults":100,"NameContains":"pipelines-","NextToken":"page-1"}"""
            );
        page.NextToken.ShouldBe("page-2");
        var model = page.Models.ShouldHaveSingleItem();
        model.ModelName.ShouldBe("pipelines-abc");
        model.ModelArn.ShouldBe(Arn);
        model.CreationTime.ShouldBe(DateTime.UnixEpoch.AddMilliseconds(1_700_000_000_250));
    }

    [Fact]
    public async Task Tags_are_listed_and_a_model_is_deleted()
    {
        await using var service = await FakeService.StartAsync(
            "sagemaker",
            new Reply(200, """{"Tags":[{"Key":"model","Value":"abalone"}]}"""),
            new Reply(200, "")
        );
        using var client = Client(service);

        var tags = await client.ListTagsAsync(new ListTagsRequest { ResourceArn = Arn });
        var deleted = await client.DeleteModelAsync(new DeleteModelRequest { ModelName = "pipelines-abc" });

        tags.Tags.ShouldHaveSingleItem().ShouldSatisfyAllConditions(tag => tag.Key.ShouldBe("model"), tag => tag.Value.ShouldBe("abalone"));
        tags.NextToken.ShouldBeNull();
        deleted.HttpStatusCode.ShouldBe(HttpStatusCode.OK);
        service.Requests.Select(one => one.Headers["x-amz-target"]).ShouldBe(["SageMaker.ListTags", "SageMaker.DeleteModel"]);
        Body(service.Requests[1]).ShouldBe("""{"ModelName":"pipelines-abc"}""");
    }

    private static string Body(RecordedRequest request) => Encoding.UTF8.GetString(request.Body);

    private static AmazonSageMakerClient Client(FakeService service) =>
        new(FakeService.Credentials, service.Config<AmazonSageMakerConfig>());
}
