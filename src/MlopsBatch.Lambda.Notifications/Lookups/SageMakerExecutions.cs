using Amazon.SageMaker;
using Amazon.SageMaker.Model;
using MlopsBatch.Lambda.Common.Calls;
using MlopsBatch.Lambda.Common.Registry;
using MlopsBatch.Pipelines.Names;

namespace MlopsBatch.Lambda.Notifications.Lookups;

/// <summary>SageMaker's own record of executions. The client is made on first use: most events don't need it.</summary>
public sealed class SageMakerExecutions(Lazy<IAmazonSageMaker> client) : IPipelineExecutions
{
    public Task<ExecutionFailure> FailureOfAsync(string executionArn, CancellationToken cancellationToken) =>
        Lookup.AskAsync(
            "SageMaker",
            "list the execution's steps",
            cancellation => FindAsync(executionArn, cancellation),
            cancellationToken
        );

    public async Task<ExecutionInput?> InputOfAsync(string executionArn, CancellationToken cancellationToken)
    {
        try
        {
            return await Lookup.AskAsync(
                "SageMaker",
                "list the execution's parameters",
                cancellation => FindInputAsync(executionArn, cancellation),
                cancellationToken
            );
        }
        catch (LookupException e) when (e.InnerException is AwsCallException { Kind: AwsFaultKind.NotFound })
        {
            return null;
        }
    }

    private async Task<ExecutionInput> FindInputAsync(string executionArn, CancellationToken cancellationToken)
    {
        string? next = null;
        do
        {
            var page = await client.Value.ListPipelineParametersForExecutionAsync(
                new ListPipelineParametersForExecutionRequest
                {
                    PipelineExecutionArn = executionArn,
                    MaxResults = 100,
                    NextToken = next,
                },
                cancellationToken
            );
            if ((page.PipelineParameters ?? []).FirstOrDefault(parameter => parameter.Name == ParameterNames.InputKey) is { } found)
            {
                return new ExecutionInput(found.Value);
            }

            next = page.NextToken;
        } while (!string.IsNullOrEmpty(next));

        return new ExecutionInput(null);
    }

    private async Task<ExecutionFailure> FindAsync(string executionArn, CancellationToken cancellationToken)
    {
        var failed = await FailedStepsAsync(executionArn, cancellationToken);
        if (failed.Count > 0)
        {
            return new ExecutionFailure(null, failed);
        }

        var execution = await client.Value.DescribePipelineExecutionAsync(
            new DescribePipelineExecutionRequest { PipelineExecutionArn = executionArn },
            cancellationToken
        );
        return new ExecutionFailure(execution.FailureReason, failed);
    }

    private async Task<IReadOnlyList<FailedStep>> FailedStepsAsync(string executionArn, CancellationToken cancellationToken)
    {
        var failed = new List<PipelineExecutionStep>();
        string? next = null;
        do
        {
            var page = await client.Value.ListPipelineExecutionStepsAsync(
                new ListPipelineExecutionStepsRequest
                {
                    PipelineExecutionArn = executionArn,
                    MaxResults = 100,
                    NextToken = next,
                },
                cancellationToken
            );
            failed.AddRange((page.PipelineExecutionSteps ?? []).Where(step => step.StepStatus == StepStatus.Failed));
            next = page.NextToken;
        } while (!string.IsNullOrEmpty(next));

        return [.. failed.OrderBy(step => step.EndTime).Select(step => new FailedStep(step.StepName ?? "?", step.FailureReason))];
    }
}
