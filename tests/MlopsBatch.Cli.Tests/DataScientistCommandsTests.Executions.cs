using Amazon.Runtime;
using Amazon.SageMaker.Model;
using MlopsBatch.Cli.Commands;
using MlopsBatch.Pipelines.Names;
using Moq;

namespace MlopsBatch.Cli.Tests;

public sealed partial class DataScientistCommandsTests
{
    [Fact]
    public async Task What_AWS_refuses_is_said_by_its_code()
    {
        Describes([]);
        _sageMaker
            .Setup(one => one.UpdateModelPackageAsync(It.IsAny<UpdateModelPackageRequest>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(
                new AmazonServiceException("not you")
                {
                    ErrorCode = "AccessDeniedException",
                    StatusCode = System.Net.HttpStatusCode.BadRequest,
                }
            );

        (await ModelsAsync("approve", "1", "-s", Stack)).ShouldBe(1);
        _error.ToString().Trim().ShouldBe($"mlops: SageMaker refused to update {Version1}: AccessDeniedException: not you");
    }

    /// <summary>The clients say a page about missing credentials, and not what to do.</summary>
    [Fact]
    public async Task Without_credentials_the_mend_is_said_in_a_sentence()
    {
        _sageMaker
            .Setup(one => one.StartPipelineExecutionAsync(It.IsAny<StartPipelineExecutionRequest>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new AmazonClientException("Failed to resolve AWS credentials.\nException 1 of 4: …"));

        (await RunAsync(StartCommand.Create(Context(), _ => _sageMaker.Object), "training", "-s", Stack)).ShouldBe(1);
        _error
            .ToString()
            .ShouldContain(
                "MB0023 start abalone-training: Failed to resolve AWS credentials. Needs AWS credentials of this run: AWS_PROFILE, "
            );
        _error.ToString().ShouldNotContain("Exception 1 of 4");
    }

    [Theory]
    [InlineData("training", "abalone-training")]
    [InlineData("hpo", "abalone-training-with-hpo")]
    [InlineData("inference", "abalone-batch-inference")]
    public async Task A_pipeline_is_started_with_its_input(string word, string pipeline)
    {
        _sageMaker
            .Setup(one =>
                one.StartPipelineExecutionAsync(
                    It.Is<StartPipelineExecutionRequest>(request =>
                        request.PipelineName == pipeline
                        && request.PipelineParameters!.Single().Name == ParameterNames.InputKey
                        && request.PipelineParameters!.Single().Value == "a.csv"
                    ),
                    It.IsAny<CancellationToken>()
                )
            )
            .ReturnsAsync(new StartPipelineExecutionResponse { PipelineExecutionArn = Execution });

        (await RunAsync(StartCommand.Create(Context(), _ => _sageMaker.Object), word, "-s", Stack, "--input-key", "a.csv")).ShouldBe(0);

        _out.ToString().ShouldStartWith(Execution);
    }

    [Theory]
    [InlineData("Succeeded", 0)]
    [InlineData("Failed", 1)]
    public async Task Watching_ends_with_the_execution_and_says_each_step_once(string end, int exit)
    {
        var asked = 0;
        _sageMaker
            .Setup(one => one.DescribePipelineExecutionAsync(It.IsAny<DescribePipelineExecutionRequest>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(() =>
                new DescribePipelineExecutionResponse
                {
                    PipelineExecutionArn = Execution,
                    PipelineExecutionStatus = asked++ == 0 ? "Executing" : end,
                }
            );
        _sageMaker
            .Setup(one => one.ListPipelineExecutionStepsAsync(It.IsAny<ListPipelineExecutionStepsRequest>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(() =>
                new ListPipelineExecutionStepsResponse
                {
                    PipelineExecutionSteps =
                    [
                        new PipelineExecutionStep
                        {
                            StepName = "TrainingStep",
                            StepStatus = end,
                            StartTime = new DateTime(2026, 1, 1, 12, 0, 0, DateTimeKind.Utc),
                        },
                    ],
                }
            );

        var command = new ExecutionsCommand(Context(), _ => _sageMaker.Object).Create();
        (await RunAsync(command, "watch", Execution, "-s", Stack)).ShouldBe(exit);

        _out.ToString().Split('\n').Count(line => line.Contains("TrainingStep", StringComparison.Ordinal)).ShouldBe(1);
        _out.ToString().ShouldContain($"{Execution} is {end}.");
    }
}
