using System.Text.Json.Nodes;
using Amazon.SageMaker;
using Amazon.SageMaker.Model;
using MlopsBatch.Offline.Tests.Http;

namespace MlopsBatch.Offline.Tests.Aws;

public sealed class SageMakerPipelineTests
{
    private const string Execution = "arn:aws:sagemaker:eu-west-1:111122223333:pipeline/housing-training/execution/abc123";

    [Fact]
    public async Task A_start_sends_name_parameters_and_token()
    {
        await using var service = await FakeService.StartAsync(
            "sagemaker",
            new Reply(200, $$"""{"PipelineExecutionArn":"{{Execution}}"}""")
        );
        using var client = Client(service);

        var response = await client.StartPipelineExecutionAsync(
            new StartPipelineExecutionRequest
            {
                PipelineName = "housing-training",
                PipelineExecutionDisplayName = "by-hand",
                PipelineExecutionDescription = "why",
                PipelineParameters = [new() { Name = "InputKey", Value = "raw/a.csv" }, new() { Name = "Empty", Value = "" }],
                ClientRequestToken = new string('t', 32),
            }
        );

        response.PipelineExecutionArn.ShouldBe(Execution);
        service.OnlyRequest.Headers["x-amz-target"].ShouldBe("SageMaker.StartPipelineExecution");
        JsonNode
            .DeepEquals(
                JsonNode.Parse(service.OnlyRequest.Body),
                JsonNode.Parse(
                    """
                    {"PipelineName":"housing-training","PipelineExecutionDisplayName":"by-hand","PipelineExecutionDescription":"why",
                     "PipelineParameters":[{"Name":"InputKey","Value":"raw/a.csv"},{"Name":"Empty","Value":""}],"ClientRequestToken":"tttttttttttttttttttttttttttttttt"}
                    """
                )
            )
            .ShouldBeTrue(service.OnlyRequest.Text);
    }

    [Fact]
    public async Task A_start_without_a_token_keeps_one_over_its_retries()
    {
        await using var service = await FakeService.StartAsync(
            "sagemaker",
            new Reply(400, """{"__type":"ThrottlingException","message":"Rate exceeded"}"""),
            new Reply(200, $$"""{"PipelineExecutionArn":"{{Execution}}"}""")
        );
        using var client = Client(service);

        await client.StartPipelineExecutionAsync(new StartPipelineExecutionRequest { PipelineName = "housing-training" });

        var tokens = service.Requests.Select(request => JsonNode.Parse(request.Body)!["ClientRequestToken"]!.GetValue<string>()).ToList();
        tokens.Count.ShouldBe(2);
        tokens[0].Length.ShouldBeInRange(32, 128);
        tokens[1].ShouldBe(tokens[0]);
    }

    [Theory]
    [InlineData("ResourceNotFound", typeof(ResourceNotFoundException))]
    [InlineData("ResourceLimitExceeded", typeof(ResourceLimitExceededException))]
    [InlineData("ConflictException", typeof(ConflictException))]
    [InlineData("AccessDeniedException", typeof(AmazonSageMakerException))]
    public async Task A_refused_start_says_why(string code, Type type)
    {
        await using var service = await FakeService.StartAsync(
            "sagemaker",
            new Reply(400, $$"""{"__type":"{{code}}","Message":"because"}""")
        );
        using var client = Client(service);

        var error = await Should.ThrowAsync<AmazonSageMakerException>(() =>
            client.StartPipelineExecutionAsync(new StartPipelineExecutionRequest { PipelineName = "p" })
        );

        error.ShouldBeOfType(type);
        error.Message.ShouldBe("because");
    }

    [Fact]
    public async Task An_execution_tells_status_and_failure()
    {
        await using var service = await FakeService.StartAsync(
            "sagemaker",
            new Reply(
                200,
                $$"""
                {"PipelineArn":"arn:pipeline","PipelineExecutionArn":"{{Execution}}","PipelineExecutionDisplayName":"by-hand","PipelineExecutionDescription":"why",
                 "PipelineExecutionStatus":"Failed","FailureReason":"Step failure: One or multiple steps failed.","CreationTime":1700000000,"LastModifiedTime":1700000060}
                """
            )
        );
        using var client = Client(service);

        var execution = await client.DescribePipelineExecutionAsync(
            new DescribePipelineExecutionRequest { PipelineExecutionArn = Execution }
        );

        execution.PipelineExecutionStatus.ShouldBe(PipelineExecutionStatus.Failed);
        execution.FailureReason.ShouldStartWith("Step failure");
        execution.PipelineArn.ShouldBe("arn:pipeline");
        execution.PipelineExecutionArn.ShouldBe(Execution);
        execution.PipelineExecutionDisplayName.ShouldBe("by-hand");
        execution.PipelineExecutionDescription.ShouldBe("why");
        (execution.LastModifiedTime - execution.CreationTime).ShouldBe(TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task Executions_are_listed_with_their_next_page()
    {
        await using var service = await FakeService.StartAsync(
            "sagemaker",
            new Reply(
                200,
                $$"""
                {"PipelineExecutionSummaries":[{"PipelineExecutionArn":"{{Execution}}","StartTime":1700000000,"PipelineExecutionStatus":"Succeeded","PipelineExecutionDisplayName":"by-hand"},
                 {"PipelineExecutionStatus":"Failed","PipelineExecutionFailureReason":"quota"}],"NextToken":"n"}
                """
            )
        );
        using var client = Client(service);

        var page = await client.ListPipelineExecutionsAsync(
            new ListPipelineExecutionsRequest
            {
                PipelineName = "housing-training",
                CreatedAfter = DateTime.UnixEpoch.AddSeconds(1699999999),
                SortBy = SortPipelineExecutionsBy.CreationTime,
                SortOrder = SortOrder.Descending,
                MaxResults = 2,
                NextToken = "m",
            }
        );

        page.NextToken.ShouldBe("n");
        page.PipelineExecutionSummaries![0].PipelineExecutionArn.ShouldBe(Execution);
        page.PipelineExecutionSummaries[0].PipelineExecutionStatus.ShouldBe(PipelineExecutionStatus.Succeeded);
        page.PipelineExecutionSummaries[0].PipelineExecutionDisplayName.ShouldBe("by-hand");
        page.PipelineExecutionSummaries[0].StartTime.ShouldBe(DateTime.UnixEpoch.AddSeconds(1700000000));
        page.PipelineExecutionSummaries[1].PipelineExecutionFailureReason.ShouldBe("quota");
        var sent = JsonNode.Parse(service.OnlyRequest.Body)!;
        sent["CreatedAfter"]!.GetValue<double>().ShouldBe(1699999999);
        sent["PipelineName"]!.GetValue<string>().ShouldBe("housing-training");
        sent["SortBy"]!.GetValue<string>().ShouldBe("CreationTime");
        sent["SortOrder"]!.GetValue<string>().ShouldBe("Descending");
        sent["MaxResults"]!.GetValue<int>().ShouldBe(2);
        sent["NextToken"]!.GetValue<string>().ShouldBe("m");
    }

    [Fact]
    public async Task Steps_tell_why_they_failed()
    {
        await using var service = await FakeService.StartAsync(
            "sagemaker",
            new Reply(
                200,
                """
                {"PipelineExecutionSteps":[{"StepName":"TrainingStep","StepDisplayName":"Train","StepStatus":"Failed","FailureReason":"ClientError: no rows","StartTime":1700000000,"EndTime":1700000030,
                 "Metadata":{"TrainingJob":{"Arn":"a"}},"AttemptCount":1}]}
                """
            )
        );
        using var client = Client(service);

        var page = await client.ListPipelineExecutionStepsAsync(
            new ListPipelineExecutionStepsRequest
            {
                PipelineExecutionArn = Execution,
                SortOrder = SortOrder.Ascending,
                MaxResults = 100,
            }
        );

        var step = page.PipelineExecutionSteps.ShouldHaveSingleItem();
        step.StepName.ShouldBe("TrainingStep");
        step.StepDisplayName.ShouldBe("Train");
        step.StepStatus.ShouldBe(StepStatus.Failed);
        step.FailureReason.ShouldBe("ClientError: no rows");
        (step.EndTime - step.StartTime).ShouldBe(TimeSpan.FromSeconds(30));
        page.NextToken.ShouldBeNull();
        JsonNode
            .DeepEquals(
                JsonNode.Parse(service.OnlyRequest.Body),
                JsonNode.Parse($$"""{"PipelineExecutionArn":"{{Execution}}","SortOrder":"Ascending","MaxResults":100}""")
            )
            .ShouldBeTrue();
    }

    private static AmazonSageMakerClient Client(FakeService service) =>
        new(FakeService.Credentials, service.Config<AmazonSageMakerConfig>());
}
