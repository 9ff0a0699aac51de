using Amazon.Runtime;
using Amazon.SageMaker;
using Amazon.SageMaker.Model;
using MlopsBatch.Lambda.Common.Registry;

namespace MlopsBatch.Lambda.Notifications.Lookups;

/// <summary>SageMaker's own record of executions. The client is made on first use: most events don't need it.</summary>
public sealed class SageMakerExecutions(Lazy<IAmazonSageMaker> client) : IPipelineExecutions
{
    public async Task<ExecutionFailure> FailureOfAsync(string executionArn, CancellationToken cancellationToken)
    {
        try
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
        catch (AmazonServiceException e)
        {
            throw new LookupException($"SageMaker refused to list the execution's steps: {e.ErrorCode}: {e.Message}", e);
        }
        catch (OperationCanceledException e)
        {
            throw new LookupException("SageMaker did not answer in time to list the execution's steps.", e);
        }
        catch (Exception e) when (e is AmazonClientException or HttpRequestException)
        {
            throw new LookupException($"SageMaker could not be reached to list the execution's steps: {e.Message}", e);
        }
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
