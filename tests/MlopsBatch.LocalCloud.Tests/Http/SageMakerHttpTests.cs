using System.Text.Json.Nodes;
using MlopsBatch.LocalCloud.SageMaker.Registry;
using MlopsBatch.LocalCloud.Tests.Support;

namespace MlopsBatch.LocalCloud.Tests.Http;

/// <summary>SageMaker as the AWS CLI and boto3 use it.</summary>
public sealed class SageMakerHttpTests
{
    [Fact]
    public async Task The_AWS_CLI_lists_describes_and_approves_versions()
    {
        await using var served = await ServedCloud.StartAsync();
        var arn = Register(served, 12)[11].Arn;

        var listed = JsonNode.Parse(
            await served.AwsAsync("sagemaker", "list-model-packages", "--model-package-group-name", "group", "--output", "json")
        )!;
        await served.AwsAsync(
            "sagemaker",
            "update-model-package",
            "--model-package-arn",
            arn,
            "--model-approval-status",
            "Approved",
            "--approval-description",
            "better"
        );
        var described = JsonNode.Parse(
            await served.AwsAsync("sagemaker", "describe-model-package", "--model-package-name", arn, "--output", "json")
        )!;

        ((JsonArray)listed["ModelPackageSummaryList"]!)
            .Select(row => row!["ModelPackageVersion"]!.GetValue<int>())
            .ShouldBe(Enumerable.Range(1, 12));
        described["ModelApprovalStatus"]!.ToString().ShouldBe("Approved");
        described["ApprovalDescription"]!.ToString().ShouldBe("better");
        DateTimeOffset.Parse(described["CreationTime"]!.ToString(), null).Year.ShouldBeGreaterThan(2020);
        served.Local.SageMaker.Registry.DescribeModelPackage(arn).ApprovalStatus.ShouldBe(ModelPackage.Approved);
        served.Local.Events[^1].Detail["UpdatedModelPackageFields"]!.ToJsonString().ShouldContain("ApprovalDescription");
    }

    [Fact]
    public async Task Boto3_starts_a_pipeline_and_sees_how_it_ends()
    {
        await using var served = await ServedCloud.StartAsync();
        served.Local.SageMaker.PutPipeline(
            "one",
            Json.Definition(
                [Json.Fail("Broken", """{"Get":"Parameters.Why"}""")],
                """{"Name":"Why","Type":"String","DefaultValue":"no reason"},{"Name":"Else","Type":"Integer","DefaultValue":3}"""
            )
        );

        var output = await served.BotoAsync(
            """
            import time
            sm = client("sagemaker")
            assert [p["PipelineName"] for p in sm.list_pipelines()["PipelineSummaries"]] == ["one"]
            assert json.loads(sm.describe_pipeline(PipelineName="one")["PipelineDefinition"])["Version"] == "2020-12-01"
            start = lambda: sm.start_pipeline_execution(
                PipelineName="one", PipelineParameters=[{"Name": "Why", "Value": "because"}], ClientRequestToken="t" * 32,
                PipelineExecutionDisplayName="by-hand")["PipelineExecutionArn"]
            arn = start()
            assert start() == arn
            while sm.describe_pipeline_execution(PipelineExecutionArn=arn)["PipelineExecutionStatus"] == "Executing":
                time.sleep(0.05)
            done = sm.describe_pipeline_execution(PipelineExecutionArn=arn)
            assert (done["PipelineExecutionStatus"], done["PipelineExecutionDisplayName"]) == ("Failed", "by-hand"), done
            step = sm.list_pipeline_execution_steps(PipelineExecutionArn=arn)["PipelineExecutionSteps"][0]
            assert step["StepName"] == "Broken" and step["FailureReason"] == "because", step
            assert step["Metadata"]["Fail"]["ErrorMessage"] == "because", step
            assert sm.list_pipeline_parameters_for_execution(PipelineExecutionArn=arn)["PipelineParameters"] == [
                {"Name": "Else", "Value": "3"}, {"Name": "Why", "Value": "because"}]
            other = sm.start_pipeline_execution(PipelineName="one")["PipelineExecutionArn"]
            listed = sm.list_pipeline_executions(PipelineName="one")["PipelineExecutionSummaries"]
            assert [e["PipelineExecutionArn"] for e in listed] == [other, arn]
            assert sm.stop_pipeline_execution(PipelineExecutionArn=other)["PipelineExecutionArn"] == other
            assert "because" not in sm.describe_pipeline_definition_for_execution(PipelineExecutionArn=arn)["PipelineDefinition"]
            print("all well")
            """
        );

        output.Trim().ShouldBe("all well");
        served.Local.SageMaker.ListPipelineExecutions("one").Count.ShouldBe(2);
    }

    [Fact]
    public async Task Boto3_pages_filters_and_gets_the_services_own_errors()
    {
        await using var served = await ServedCloud.StartAsync();
        Register(served, 25);

        var output = await served.BotoAsync(
            """
            sm = client("sagemaker")
            pages = list(sm.get_paginator("list_model_packages").paginate(ModelPackageGroupName="group", SortOrder="Descending"))
            assert [len(p["ModelPackageSummaryList"]) for p in pages] == [10, 10, 5]
            assert pages[0]["ModelPackageSummaryList"][0]["ModelPackageVersion"] == 25
            arn = pages[0]["ModelPackageSummaryList"][0]["ModelPackageArn"]
            sm.update_model_package(ModelPackageArn=arn, ModelApprovalStatus="Rejected", CustomerMetadataProperties={"a": "b"})
            rejected = sm.list_model_packages(ModelPackageGroupName="group", ModelApprovalStatus="Rejected")["ModelPackageSummaryList"]
            assert [r["ModelPackageArn"] for r in rejected] == [arn]
            assert sm.describe_model_package(ModelPackageName=arn)["CustomerMetadataProperties"]["a"] == "b"
            group = sm.describe_model_package_group(ModelPackageGroupName="group")
            assert group["ModelPackageGroupArn"].endswith("model-package-group/group"), group
            assert [g["ModelPackageGroupName"] for g in sm.list_model_package_groups()["ModelPackageGroupSummaryList"]] == ["group"]
            def code(call):
                try:
                    call()
                except botocore.exceptions.ClientError as e:
                    return e.response["Error"]["Code"]
            print(code(lambda: sm.describe_pipeline(PipelineName="none")),
                  code(lambda: sm.list_model_packages(ModelPackageGroupName="none")),
                  code(lambda: sm.update_model_package(ModelPackageArn=arn, ModelApprovalStatus="Perhaps")),
                  code(lambda: sm.list_pipelines(NextToken="x")),
                  code(lambda: sm.list_endpoints()))
            """
        );

        output.Trim().ShouldBe("ResourceNotFound ResourceNotFound ValidationException ValidationException UnknownOperationException");
    }

    /// <summary>What a Model step makes stays, with its tags, until somebody deletes it who may.</summary>
    [Fact]
    public async Task Boto3_finds_describes_and_deletes_what_a_model_step_has_made()
    {
        await using var served = await ServedCloud.StartAsync();
        served.Local.Bucket.PutText("models/model.tar.gz", "model");
        served.Local.SageMaker.PutPipeline(
            "one",
            Json.Definition([
                $$"""
                {"Name":"Make","Type":"Model","Arguments":{"ExecutionRoleArn":"arn:aws:iam::111122223333:role/jobs",
                 "PrimaryContainer":{"Image":"{{Json.Image}}","ModelDataUrl":"s3://data/models/model.tar.gz"},
                 "Tags":[{"Key":"model","Value":"abalone"}]} }
                """,
            ])
        );
        await served.Local.SageMaker.StartPipelineExecution("one").Completion;

        var output = await served.BotoAsync(
            """
            sm = client("sagemaker")
            [made] = sm.list_models(NameContains="pipelines-")["Models"]
            assert sm.list_models(CreationTimeBefore=made["CreationTime"].replace(year=2000))["Models"] == []
            described = sm.describe_model(ModelName=made["ModelName"])
            assert described["ModelArn"] == made["ModelArn"], described
            assert described["PrimaryContainer"]["ModelDataUrl"].startswith("s3://"), described
            assert sm.list_tags(ResourceArn=made["ModelArn"])["Tags"] == [{"Key": "model", "Value": "abalone"}]
            sm.delete_model(ModelName=made["ModelName"])
            assert sm.list_models()["Models"] == []
            try:
                sm.delete_model(ModelName=made["ModelName"])
            except botocore.exceptions.ClientError as e:
                print(e.response["Error"]["Code"], "Could not find model" in e.response["Error"]["Message"])
            """
        );

        output.Trim().ShouldBe("ValidationException True");
    }

    private static List<ModelPackage> Register(ServedCloud served, int count)
    {
        served.Local.Bucket.PutText("models/model.tar.gz", "model");
        served.Local.SageMaker.Registry.CreateModelPackageGroup("group");
        return
        [
            .. Enumerable
                .Range(1, count)
                .Select(_ =>
                    served.Local.SageMaker.Registry.CreateModelPackage(
                        new JsonObject
                        {
                            ["ModelPackageGroupName"] = "group",
                            ["InferenceSpecification"] = new JsonObject
                            {
                                ["Containers"] = new JsonArray(
                                    new JsonObject { ["Image"] = Json.Image, ["ModelDataUrl"] = "s3://data/models/model.tar.gz" }
                                ),
                                ["SupportedContentTypes"] = new JsonArray("text/csv"),
                                ["SupportedResponseMIMETypes"] = new JsonArray("text/csv"),
                            },
                        }
                    )
                ),
        ];
    }
}
