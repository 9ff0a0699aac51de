using Amazon.SageMaker;
using Amazon.SageMaker.Model;
using MlopsBatch.Faults;
using MlopsBatch.Lambda.Common.Calls;
using MlopsBatch.Registry;

namespace MlopsBatch.Cli.Registry;

/// <summary>What the data scientist's commands ask SageMaker, on AWS or wherever AWS_ENDPOINT_URL points; lists are whole.</summary>
/// <param name="client">A client of the stack's account and region.</param>
internal sealed class SageMakerCalls(IAmazonSageMaker client)
{
    private const int PageSize = 100;

    /// <summary>All versions of a group, the newest first.</summary>
    /// <exception cref="AwsCallException">It was refused for good.</exception>
    /// <exception cref="FaultException">There are no credentials, or no way to the service.</exception>
    public Task<IReadOnlyList<ModelPackageSummary>> VersionsAsync(string group, CancellationToken cancellation) =>
        AllAsync(async next =>
        {
            var page = await CallAsync(
                $"list the versions of {group}",
                token =>
                    client.ListModelPackagesAsync(
                        new ListModelPackagesRequest
                        {
                            ModelPackageGroupName = group,
                            SortBy = ModelPackageSortBy.CreationTime,
                            SortOrder = SortOrder.Descending,
                            MaxResults = PageSize,
                            NextToken = next,
                        },
                        token
                    ),
                cancellation
            );
            return (page.ModelPackageSummaryList, page.NextToken);
        });

    public Task<DescribeModelPackageResponse> VersionAsync(string arn, CancellationToken cancellation) =>
        CallAsync(
            $"describe {arn}",
            token => client.DescribeModelPackageAsync(new DescribeModelPackageRequest { ModelPackageName = arn }, token),
            cancellation
        );

    public Task UpdateAsync(UpdateModelPackageRequest request, CancellationToken cancellation) =>
        CallAsync($"update {request.ModelPackageArn}", token => client.UpdateModelPackageAsync(request, token), cancellation);

    public Task<DescribePipelineResponse> PipelineAsync(string name, CancellationToken cancellation) =>
        CallAsync(
            $"describe pipeline {name}",
            token => client.DescribePipelineAsync(new DescribePipelineRequest { PipelineName = name }, token),
            cancellation
        );

    /// <returns>The execution's ARN.</returns>
    public async Task<string> StartAsync(StartPipelineExecutionRequest request, CancellationToken cancellation) =>
        (
            await CallAsync($"start {request.PipelineName}", token => client.StartPipelineExecutionAsync(request, token), cancellation)
        ).PipelineExecutionArn!;

    /// <summary>The newest executions of a pipeline, the newest first.</summary>
    public async Task<IReadOnlyList<PipelineExecutionSummary>> ExecutionsAsync(
        string pipeline,
        int count,
        CancellationToken cancellation
    ) =>
        (
            await CallAsync(
                $"list the executions of {pipeline}",
                token =>
                    client.ListPipelineExecutionsAsync(
                        new ListPipelineExecutionsRequest
                        {
                            PipelineName = pipeline,
                            SortBy = SortPipelineExecutionsBy.CreationTime,
                            SortOrder = SortOrder.Descending,
                            MaxResults = count,
                        },
                        token
                    ),
                cancellation
            )
        ).PipelineExecutionSummaries
        ?? [];

    public Task<DescribePipelineExecutionResponse> ExecutionAsync(string arn, CancellationToken cancellation) =>
        CallAsync(
            $"describe {arn}",
            token => client.DescribePipelineExecutionAsync(new DescribePipelineExecutionRequest { PipelineExecutionArn = arn }, token),
            cancellation
        );

    /// <summary>The steps of an execution that have started, in the order of their start.</summary>
    public Task<IReadOnlyList<PipelineExecutionStep>> StepsAsync(string arn, CancellationToken cancellation) =>
        AllAsync(async next =>
        {
            var page = await CallAsync(
                $"list the steps of {arn}",
                token =>
                    client.ListPipelineExecutionStepsAsync(
                        new ListPipelineExecutionStepsRequest
                        {
                            PipelineExecutionArn = arn,
                            SortOrder = SortOrder.Ascending,
                            MaxResults = PageSize,
                            NextToken = next,
                        },
                        token
                    ),
                cancellation
            );
            return (page.PipelineExecutionSteps, page.NextToken);
        });

    public static async Task<IReadOnlyList<T>> AllAsync<T>(Func<string?, Task<(List<T>?, string?)>> pageAsync)
    {
        var all = new List<T>();
        string? next = null;
        do
        {
            (var page, next) = await pageAsync(next);
            all.AddRange(page ?? []);
        } while (!string.IsNullOrEmpty(next));
        return all;
    }

    public static async Task<T> CallAsync<T>(string what, Func<CancellationToken, Task<T>> call, CancellationToken cancellation)
    {
        try
        {
            return await AwsCall.RunAsync("SageMaker", what, call, cancellation);
        }
        catch (AwsCallException fault) when (fault is { Kind: AwsFaultKind.Unreachable, InnerException: { } inner })
        {
            // Mostly there are no credentials, of which the clients say a page.
            throw new FaultException(RegistryApprovedModels.Unreachable(what, inner));
        }
    }
}
