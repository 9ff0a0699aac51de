using System.Text.Json;
using Amazon.EventBridge;
using Amazon.EventBridge.Model;
using Amazon.SageMaker;
using Amazon.SageMaker.Model;
using MlopsBatch.Events;
using MlopsBatch.Events.Audit;
using MlopsBatch.Events.EventBridge;
using MlopsBatch.Lambda.Common.Calls;

namespace MlopsBatch.Lambda.Notifications.Retraining;

/// <summary>SageMaker's own record of executions, and the account's default bus. Clients are made on first use.</summary>
public sealed class SageMakerTunings(Lazy<IAmazonSageMaker> sageMaker, Lazy<IAmazonEventBridge> eventBridge) : ITunings
{
    public async Task<StartedTuning?> LatestAsync(string pipeline, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var page = await AwsCall.RunAsync(
            "SageMaker",
            $"list the executions of {pipeline}",
            cancellation =>
                sageMaker.Value.ListPipelineExecutionsAsync(
                    new ListPipelineExecutionsRequest
                    {
                        PipelineName = pipeline,
                        CreatedAfter = since.UtcDateTime,
                        SortBy = SortPipelineExecutionsBy.CreationTime,
                        SortOrder = SortOrder.Descending,
                        MaxResults = 1,
                    },
                    cancellation
                ),
            cancellationToken
        );
        return page.PipelineExecutionSummaries is [{ PipelineExecutionArn: { } arn } latest, ..]
            ? new(
                arn,
                latest.PipelineExecutionDisplayName,
                latest.StartTime is { } start ? new(start.ToUniversalTime()) : since,
                latest.PipelineExecutionStatus?.Value
            )
            : null;
    }

    public async Task<string> StartAsync(string pipeline, string name, string token, CancellationToken cancellationToken)
    {
        var started = await AwsCall.RunAsync(
            "SageMaker",
            $"start {pipeline}",
            cancellation =>
                sageMaker.Value.StartPipelineExecutionAsync(
                    new StartPipelineExecutionRequest
                    {
                        PipelineName = pipeline,
                        PipelineExecutionDisplayName = name,
                        ClientRequestToken = token,
                    },
                    cancellation
                ),
            cancellationToken
        );
        return started.PipelineExecutionArn!;
    }

    public async Task TellAsync(string detailType, TuningDetail detail, CancellationToken cancellationToken)
    {
        var entry = new PutEventsRequestEntry
        {
            Source = EventSources.MlopsBatch,
            DetailType = detailType,
            Detail = JsonSerializer.Serialize(detail, EventsJsonContext.Default.TuningDetail),
        };
        var answer = await AwsCall.RunAsync(
            "EventBridge",
            $"take the audit event \"{detailType}\"",
            cancellation => eventBridge.Value.PutEventsAsync(new PutEventsRequest { Entries = [entry] }, cancellation),
            cancellationToken
        );
        // The call can succeed and the entry fail all the same. The invocation fails then, and Lambda repeats it.
        if (answer.FailedEntryCount is > 0)
        {
            var refused = answer.Entries?.FirstOrDefault();
            throw new InvalidOperationException(
                $"EventBridge did not take the audit event \"{detailType}\": {refused?.ErrorCode}: {refused?.ErrorMessage} "
                    + "The function's role needs events:PutEvents on the account's default bus."
            );
        }
    }
}
