using System.Text.Json.Nodes;
using MlopsBatch.LocalCloud.SageMaker.Executions;
using MlopsBatch.LocalCloud.SageMaker.Registry;
using MlopsBatch.LocalCloud.Tests.Support;

namespace MlopsBatch.LocalCloud.Tests.SageMaker;

public class ModelRegistryTests
{
    [Fact]
    public async Task A_registered_version_has_its_lineage_and_waits_for_approval()
    {
        await using var cloud = Prepared();
        const string more =
            ""","CustomerMetadataProperties":{"metric":"mse"},"MetadataProperties":{"CommitId":"3f2c1ab"},"DriftCheckBaselines":{"ModelDataQuality":{"Statistics":{"ContentType":"application/json","S3Uri":"s3://data/s.json"},"Constraints":{"ContentType":"application/json","S3Uri":"s3://data/c.json"} } }""";
        var execution = await cloud.RunAsync(Json.Definition(JobJson.Register("Register", more)));
        execution.Status.ShouldBe(ExecutionStatus.Succeeded, string.Join('\n', execution.Steps));

        var package = cloud.SageMaker.Registry.ListModelPackages("group").ShouldHaveSingleItem();
        package.Arn.ShouldBe("arn:aws:sagemaker:eu-west-1:111122223333:model-package/group/1");
        package.ApprovalStatus.ShouldBe(ModelPackage.Pending);
        package.Metadata.ShouldBe(new Dictionary<string, string> { ["metric"] = "mse" });
        package.ModelDataUrl.ShouldBe("s3://data/models/model.tar.gz");
        package.BaselineStatisticsUri.ShouldBe("s3://data/s.json");
        package.BaselineConstraintsUri.ShouldBe("s3://data/c.json");
        package.Description["MetadataProperties"]!
            .ToJsonString()
            .ShouldBe($$"""{"CommitId":"3f2c1ab","GeneratedBy":"{{execution.Arn}}"}""");
        execution.Step("Register").Metadata["registerModel"]!["arn"]!.ToString().ShouldBe(package.Arn);
        execution.Properties("Register")["ModelPackageArn"]!.ToString().ShouldBe(package.Arn);
    }

    [Fact]
    public async Task Every_change_is_an_event_that_names_the_updated_fields()
    {
        await using var cloud = Prepared();
        var registry = cloud.SageMaker.Registry;
        var package = registry.CreateModelPackage(Request());
        registry.UpdateModelPackage(package.Arn, ModelPackage.Approved, "better than the last one");
        registry.UpdateModelPackage(
            new JsonObject
            {
                ["ModelPackageArn"] = package.Arn,
                ["CustomerMetadataProperties"] = new JsonObject { ["reviewReference"] = "board 12" },
                ["CustomerMetadataPropertiesToRemove"] = new JsonArray("metric"),
            }
        );

        var events = cloud.Events.Select(happened => happened.ToJson()).ToList();
        events.ShouldAllBe(happened =>
            happened["detail-type"]!.ToString() == "SageMaker Model Package State Change"
            && happened["source"]!.ToString() == "aws.sagemaker"
        );
        events[0]["resources"]!.ToJsonString().ShouldBe($"""["{package.Arn}"]""");
        ((JsonObject)events[0]["detail"]!)
            .Select(p => p.Key)
            .ShouldBe([
                "ModelPackageGroupName",
                "ModelPackageVersion",
                "ModelPackageArn",
                "CreationTime",
                "InferenceSpecification",
                "ModelPackageStatus",
                "ModelPackageStatusDetails",
                "CertifyForMarketplace",
                "ModelApprovalStatus",
                "CustomerMetadataProperties",
                "LastModifiedTime",
            ]);
        events
            .Select(happened => happened["detail"]!["ModelApprovalStatus"]!.ToString())
            .ShouldBe(["PendingManualApproval", "Approved", "Approved"]);
        events
            .Select(happened => happened["detail"]!["UpdatedModelPackageFields"]?.ToJsonString())
            .ShouldBe([null, """["ModelApprovalStatus","ApprovalDescription"]""", """["CustomerMetadataProperties"]"""]);
        events[1]["detail"]!["ApprovalDescription"]!.ToString().ShouldBe("better than the last one");
        events[2]["detail"]!["CustomerMetadataProperties"]!.ToJsonString().ShouldBe("""{"reviewReference":"board 12"}""");
        registry.DescribeModelPackage(package.Arn).Metadata.Keys.ShouldBe(["reviewReference"]);
    }

    [Fact]
    public async Task Versions_are_listed_by_status_and_order_and_their_numbers_never_come_back()
    {
        await using var cloud = Prepared();
        var registry = cloud.SageMaker.Registry;
        var packages = Enumerable.Range(0, 3).Select(_ => registry.CreateModelPackage(Request())).ToList();
        registry.UpdateModelPackage(packages[0].Arn, ModelPackage.Approved);
        registry.UpdateModelPackage(packages[2].Arn, ModelPackage.Approved);
        registry.ListModelPackages("group").Select(package => package.Version).ShouldBe([1, 2, 3]);
        registry.ListModelPackages("group", ModelPackage.Approved, descending: true).Select(package => package.Version).ShouldBe([3, 1]);
        registry.UpdateModelPackage(packages[2].Arn, ModelPackage.Rejected);
        registry
            .ListModelPackages(registry.ListModelPackageGroups()[0].Arn, ModelPackage.Approved)
            .Select(package => package.Version)
            .ShouldBe([1]);

        Should
            .Throw<CloudException>(() => registry.DeleteModelPackageGroup("group"))
            .Message.ShouldBe("The model package group 'group' has 3 versions; delete them first.");
        packages.ForEach(package => registry.DeleteModelPackage(package.Arn));
        registry.CreateModelPackage(Request()).Version.ShouldBe(4);
        Should.Throw<CloudException>(() => registry.DescribeModelPackage(packages[0].Arn)).Code.ShouldBe("ResourceNotFound");
    }

    [Fact]
    public async Task What_the_service_would_refuse_is_refused_all_at_once()
    {
        await using var cloud = Prepared();
        var request = Request();
        request["Tags"] = new JsonArray(new JsonObject { ["Key"] = "a", ["Value"] = "b" });
        request["ModelApprovalStatus"] = "approved";
        request["InferenceSpecification"]!["Containers"]![0]!["ModelDataUrl"] = "s3://data/none.tar.gz";
        request["CustomerMetadataProperties"] = new JsonObject { ["k"] = "semi;colon" };
        var error = Should.Throw<CloudException>(() => cloud.SageMaker.Registry.CreateModelPackage(request));
        error.Faults.ShouldBe([
            """CustomerMetadataProperties.k 'semi;colon' does not match ([\p{L}\p{Z}\p{N}_.:\/=+\-@]*)${1,256}""",
            "ModelApprovalStatus 'approved' is not allowed; allowed are Approved, Rejected, PendingManualApproval. Did "
                + "you mean 'Approved'?",
            "Tags can't be given for a version; tag its group",
            "could not find model data at s3://data/none.tar.gz",
        ]);
        Should
            .Throw<CloudException>(() => cloud.SageMaker.Registry.CreateModelPackage([]))
            .Message.ShouldBe(
                "The model version can't be registered: ModelPackageGroupName is missing; the local cloud keeps versions in groups only"
            );
        Should
            .Throw<CloudException>(() => cloud.SageMaker.Registry.CreateModelPackageGroup("group"))
            .Message.ShouldBe("There is a model package group 'group' already.");
        Should.Throw<CloudException>(() => cloud.SageMaker.Registry.CreateModelPackageGroup("a_b")).Code.ShouldBe("ValidationException");
        Should
            .Throw<CloudException>(() => cloud.SageMaker.Registry.ListModelPackages("gruop"))
            .Message.ShouldEndWith("Did you mean 'group'?");
        var long1025 = new string('x', 1025);
        var package = cloud.SageMaker.Registry.CreateModelPackage(Request());
        Should
            .Throw<CloudException>(() => cloud.SageMaker.Registry.UpdateModelPackage(package.Arn, ModelPackage.Approved, long1025))
            .Message.ShouldBe("The model version can't be updated: ApprovalDescription got 1025 characters, needs 0 to 1024");
    }

    [Theory]
    [InlineData(ModelPackage.Pending, false)]
    [InlineData(ModelPackage.Rejected, false)]
    [InlineData(ModelPackage.Approved, true)]
    public async Task Only_an_approved_version_becomes_a_model(string status, bool allowed)
    {
        await using var cloud = Prepared();
        var package = cloud.SageMaker.Registry.CreateModelPackage(Request());
        cloud.SageMaker.Registry.UpdateModelPackage(package.Arn, status);
        var execution = await cloud.RunAsync(Json.Definition(JobJson.Model("CreateModel", $$"""{"ModelPackageName":"{{package.Arn}}"}""")));
        if (allowed)
        {
            execution.Status.ShouldBe(ExecutionStatus.Succeeded, string.Join('\n', execution.Steps));
            var model = cloud.SageMaker.Models.Get(execution.Properties("CreateModel")["ModelName"]!.ToString());
            model.ModelDataUrl.ShouldBe("s3://data/models/model.tar.gz");
            model.Environment["SAGEMAKER_PROGRAM"].ShouldBe("serve.py");
        }
        else
        {
            execution
                .Step("CreateModel")
                .FailureReason.ShouldBe(
                    $"ClientError: The model package {package.Arn} is {status}; only an Approved version can become a model."
                );
        }
    }

    [Fact]
    public async Task A_version_of_another_account_becomes_a_model_too()
    {
        await using var cloud = Prepared();
        var registry = cloud.Cloud.Account("444455556666").SageMaker.Registry;
        registry.CreateModelPackageGroup("group");
        var package = registry.CreateModelPackage(Request());
        registry.UpdateModelPackage(package.Arn, ModelPackage.Approved);
        package.Arn.ShouldContain("444455556666");
        var execution = await cloud.RunAsync(Json.Definition(JobJson.Model("CreateModel", $$"""{"ModelPackageName":"{{package.Arn}}"}""")));
        execution.Status.ShouldBe(ExecutionStatus.Succeeded, string.Join('\n', execution.Steps));
        cloud.Events.ShouldNotContain(
            happened => happened.DetailType.Contains("Model Package", StringComparison.Ordinal),
            "its events are on its own account's bus"
        );
    }

    [Fact]
    public async Task A_model_that_cannot_work_is_refused()
    {
        await using var cloud = Prepared();
        async Task<string?> Reason(string container, string more = "") =>
            (await cloud.RunAsync(Json.Definition(JobJson.Model("CreateModel", container, more)))).Step("CreateModel").FailureReason;
        (await Reason("""{"ModelDataUrl":"s3://data/models/model.tar.gz"}""")).ShouldBe(
            "ClientError: The model's container has neither ModelPackageName nor Image."
        );
        (await Reason($$"""{"Image":"{{Json.Image}}","ModelDataUrl":"s3://data/none.tar.gz"}""")).ShouldBe(
            "ClientError: Could not find model data at s3://data/none.tar.gz."
        );
        (await Reason(JobJson.ScikitContainer(",\"X\":\"s3://data/x\""), ",\"EnableNetworkIsolation\":true"))
            .ShouldNotBeNull()
            .ShouldStartWith("ClientError: The variable X is s3://data/x, but a model with network isolation can't reach S3.");
        (await Reason("""{"ModelPackageName":"arn:aws:sagemaker:eu-west-1:111122223333:model-package/group/9"}""")).ShouldBe(
            "ClientError: There is no model package 'arn:aws:sagemaker:eu-west-1:111122223333:model-package/group/9'."
        );
    }

    private static JsonObject Request() =>
        (JsonObject)
            JsonNode.Parse(
                $$"""
                {"ModelPackageGroupName":"group","InferenceSpecification":{"Containers":[{"Image":"{{Json.Image}}","ModelDataUrl":"s3://data/models/model.tar.gz","Environment":{"SAGEMAKER_PROGRAM":"serve.py"} }],
                "SupportedContentTypes":["text/csv"],"SupportedResponseMIMETypes":["text/csv"]},"CustomerMetadataProperties":{"metric":"mse"} }
                """
            )!;

    private static TestCloud Prepared()
    {
        var cloud = new TestCloud();
        cloud.Bucket.PutArchive("models/model.tar.gz", ("model.txt", "x"));
        cloud.SageMaker.Registry.CreateModelPackageGroup("group");
        return cloud;
    }
}
