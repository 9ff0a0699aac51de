using System.Text.Json.Nodes;
using Amazon.SageMaker;
using Amazon.SageMaker.Model;
using MlopsBatch.Offline.Tests.Http;

namespace MlopsBatch.Offline.Tests.Aws;

public sealed class SageMakerModelPackageTests
{
    private const string Version7 = "arn:aws:sagemaker:eu-west-1:111122223333:model-package/housing/7";

    [Fact]
    public async Task A_list_asks_by_filter_and_gives_versions_and_the_next_page()
    {
        await using var service = await FakeService.StartAsync(
            "sagemaker",
            new Reply(
                200,
                $$"""
                {"ModelPackageSummaryList":[{"ModelPackageArn":"{{Version7}}","ModelPackageGroupName":"housing","ModelPackageVersion":7,
                 "ModelPackageDescription":"d","CreationTime":1700000000.25,"ModelPackageStatus":"Completed","ModelApprovalStatus":"Approved","ModelLifeCycle":{"Stage":"x"} }],
                 "NextToken":"page-2"}
                """
            ),
            new Reply(200, """{"ModelPackageSummaryList":[]}""")
        );
        using var client = Client(service);
        var request = new ListModelPackagesRequest
        {
            ModelPackageGroupName = "housing",
            ModelApprovalStatus = ModelApprovalStatus.Approved,
            SortBy = ModelPackageSortBy.CreationTime,
            SortOrder = SortOrder.Descending,
            MaxResults = 1,
        };

        var first = await client.ListModelPackagesAsync(request);
        request.NextToken = first.NextToken;
        var second = await client.ListModelPackagesAsync(request);

        var package = first.ModelPackageSummaryList.ShouldHaveSingleItem();
        package.ModelPackageArn.ShouldBe(Version7);
        package.ModelPackageVersion.ShouldBe(7);
        package.ModelPackageGroupName.ShouldBe("housing");
        package.ModelPackageDescription.ShouldBe("d");
        package.ModelPackageStatus.ShouldBe(ModelPackageStatus.Completed);
        package.ModelApprovalStatus.ShouldBe(ModelApprovalStatus.Approved);
        package.CreationTime.ShouldBe(new DateTime(2023, 11, 14, 22, 13, 20, 250, DateTimeKind.Utc));
        second.ModelPackageSummaryList.ShouldBeEmpty();
        second.NextToken.ShouldBeNull();
        service.Requests.Select(sent => sent.Headers["x-amz-target"]).ShouldAllBe(target => target == "SageMaker.ListModelPackages");
        Body(service.Requests[0])
            .ShouldBe(
                """{"MaxResults":1,"ModelApprovalStatus":"Approved","ModelPackageGroupName":"housing","SortBy":"CreationTime","SortOrder":"Descending"}"""
            );
        JsonNode.Parse(service.Requests[1].Body)!["NextToken"]!.GetValue<string>().ShouldBe("page-2");
    }

    [Fact]
    public async Task A_description_has_the_model_its_baseline_and_its_origin()
    {
        await using var service = await FakeService.StartAsync(
            "sagemaker",
            new Reply(
                200,
                $$"""
                {"ModelPackageName":"housing","ModelPackageArn":"{{Version7}}","ModelPackageGroupName":"housing","ModelPackageVersion":7,"ModelPackageStatus":"Completed",
                 "ModelApprovalStatus":"PendingManualApproval","ApprovalDescription":"see review","CreationTime":1700000000,"LastModifiedTime":1700000001.5,
                 "InferenceSpecification":{"Containers":[{"Image":"image:1","ModelDataUrl":"s3://data/model.tar.gz","Environment":{"A":"b"} }],"SupportedContentTypes":["text/csv"]},
                 "DriftCheckBaselines":{"ModelDataQuality":{"Statistics":{"ContentType":"application/json","S3Uri":"s3://data/statistics.json"},"Constraints":{"ContentType":"application/json","S3Uri":"s3://data/constraints.json"} } },
                 "MetadataProperties":{"CommitId":"c0ffee","Repository":"repo","GeneratedBy":"arn:execution"},
                 "CustomerMetadataProperties":{"metric":"mse","metricValue":"3.1"},"ModelPackageStatusDetails":{"ValidationStatuses":[]} }
                """
            )
        );
        using var client = Client(service);

        var package = await client.DescribeModelPackageAsync(new DescribeModelPackageRequest { ModelPackageName = Version7 });

        Body(service.OnlyRequest).ShouldBe($$"""{"ModelPackageName":"{{Version7}}"}""");
        var container = package.InferenceSpecification!.Containers.ShouldHaveSingleItem();
        container.Image.ShouldBe("image:1");
        container.ModelDataUrl.ShouldBe("s3://data/model.tar.gz");
        var baseline = package.DriftCheckBaselines!.ModelDataQuality!;
        baseline.Statistics!.S3Uri.ShouldBe("s3://data/statistics.json");
        baseline.Constraints!.S3Uri.ShouldBe("s3://data/constraints.json");
        baseline.Constraints.ContentType.ShouldBe("application/json");
        package.MetadataProperties!.CommitId.ShouldBe("c0ffee");
        package.MetadataProperties.Repository.ShouldBe("repo");
        package.MetadataProperties.GeneratedBy.ShouldBe("arn:execution");
        package.MetadataProperties.ProjectId.ShouldBeNull();
        package.CustomerMetadataProperties.ShouldBe(new Dictionary<string, string> { ["metric"] = "mse", ["metricValue"] = "3.1" });
        package.ModelApprovalStatus.ShouldBe(ModelApprovalStatus.PendingManualApproval);
        package.ApprovalDescription.ShouldBe("see review");
        package.LastModifiedTime.ShouldBe(new DateTime(2023, 11, 14, 22, 13, 21, 500, DateTimeKind.Utc));
        package.ModelPackageVersion.ShouldBe(7);
    }

    [Fact]
    public async Task What_the_answer_lacks_is_null_and_a_new_constant_is_kept()
    {
        await using var service = await FakeService.StartAsync("sagemaker", new Reply(200, """{"ModelApprovalStatus":"Paused"}"""));
        using var client = Client(service);

        var package = await client.DescribeModelPackageAsync(new DescribeModelPackageRequest { ModelPackageName = Version7 });

        package.ModelApprovalStatus!.Value.ShouldBe("Paused");
        package.ModelPackageStatus.ShouldBeNull();
        package.ModelPackageVersion.ShouldBeNull();
        package.CreationTime.ShouldBeNull();
        package.InferenceSpecification.ShouldBeNull();
        package.CustomerMetadataProperties.ShouldBeNull();
    }

    [Fact]
    public async Task An_update_sends_status_reason_and_metadata()
    {
        await using var service = await FakeService.StartAsync("sagemaker", new Reply(200, $$"""{"ModelPackageArn":"{{Version7}}"}"""));
        using var client = Client(service);

        var response = await client.UpdateModelPackageAsync(
            new UpdateModelPackageRequest
            {
                ModelPackageArn = Version7,
                ModelApprovalStatus = "Approved",
                ApprovalDescription = "good",
                CustomerMetadataProperties = new() { ["reviewedBy"] = "ds@example.com" },
            }
        );

        response.ModelPackageArn.ShouldBe(Version7);
        Body(service.OnlyRequest)
            .ShouldBe(
                $$"""{"ApprovalDescription":"good","CustomerMetadataProperties":{"reviewedBy":"ds@example.com"},"ModelApprovalStatus":"Approved","ModelPackageArn":"{{Version7}}"}"""
            );
    }

    [Fact]
    public async Task Two_updates_at_once_are_a_conflict()
    {
        await using var service = await FakeService.StartAsync(
            "sagemaker",
            new Reply(400, """{"__type":"ConflictException","Message":"busy"}""")
        );
        using var client = Client(service);

        var error = await Should.ThrowAsync<ConflictException>(() =>
            client.UpdateModelPackageAsync(new UpdateModelPackageRequest { ModelPackageArn = Version7 })
        );

        error.Message.ShouldBe("busy");
        service.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_missing_model_package_is_a_validation_error()
    {
        await using var service = await FakeService.StartAsync(
            "sagemaker",
            new Reply(400, """{"__type":"ValidationException","message":"ModelPackage does not exist."}""")
        );
        using var client = Client(service);

        var error = await Should.ThrowAsync<AmazonSageMakerException>(() =>
            client.DescribeModelPackageAsync(new DescribeModelPackageRequest { ModelPackageName = Version7 })
        );

        error.ErrorCode.ShouldBe("ValidationException");
    }

    // The order of an object's members says nothing, and the official package writes them in its own.
    private static string Body(RecordedRequest request) =>
        new JsonObject(
            JsonNode
                .Parse(request.Body)!
                .AsObject()
                .OrderBy(member => member.Key, StringComparer.Ordinal)
                .Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone()))
        ).ToJsonString();

    private static AmazonSageMakerClient Client(FakeService service) =>
        new(FakeService.Credentials, service.Config<AmazonSageMakerConfig>());
}
