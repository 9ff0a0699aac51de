using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using MlopsBatch.Aws;
using MlopsBatch.Events;
using MlopsBatch.Events.DeadLetters;
using MlopsBatch.Events.EventBridge;
using MlopsBatch.Lambda.Notifications.Mails;
using MlopsBatch.Lambda.Notifications.Mails.Deployments;
using MlopsBatch.Lambda.Notifications.Mails.Executions;
using MlopsBatch.Lambda.Notifications.Mails.Operations;
using MlopsBatch.Lambda.Notifications.Mails.Quality;
using MlopsBatch.Lambda.Notifications.Mails.Steps;
using MlopsBatch.Lambda.Notifications.Mails.Versions;
using MlopsBatch.Lambda.Notifications.Retraining;

namespace MlopsBatch.Lambda.Notifications.Routing;

/// <summary>Decides by source and detail-type what an event leads to. What fits nowhere becomes a mail to the operators.</summary>
/// <param name="tools">What mails are made from.</param>
/// <param name="guard">Starts tunings; null where nothing may be started, as in a dry run.</param>
public sealed class EventRouter(MailTools tools, TuningGuard? guard = null)
{
    private static readonly EventsJsonContext Shapes = EventsJsonContext.Default;

    /// <summary>
    /// One decision for an event, or one for each topic that is told; one or two for each message of a dead-letter queue.
    /// </summary>
    public async Task<IReadOnlyList<Decision>> RouteAsync(RawEvent raw, CancellationToken cancellationToken)
    {
        if (raw.Json is not { } json)
        {
            return [UnknownMail.Compose(raw, raw.Fault!)];
        }

        try
        {
            if (QueueMessages.Of(json) is { } letters)
            {
                return [.. letters.SelectMany(letter => DeadLetterMail.Compose(letter, tools.Settings))];
            }

            if (json.ValueKind != JsonValueKind.Object)
            {
                return [UnknownMail.Compose(raw, $"the event is a JSON {json.ValueKind}, not an object")];
            }

            IReadOnlyList<Decision> decisions = (raw.Source, raw.DetailType) switch
            {
                (EventSources.MlopsBatch, DetailTypes.ModelDeploymentFailed) => ModelDeployment(json).Failed(),
                (EventSources.MlopsBatch, DetailTypes.DeploymentFailed) => DeploymentMails.Failed(
                    Read(json, Shapes.EventBridgeEventDeploymentDetail)
                ),
                _ => [await DecideAsync(raw, json, cancellationToken)],
            };
            return
            [
                .. decisions.Select(decision =>
                    decision is Decision.NotUnderstood unknown ? UnknownMail.Compose(raw, unknown.Reason) : decision
                ),
            ];
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException { Source: "System.Text.Json" })
        {
            return [UnknownMail.Compose(raw, $"it isn't of the shape that its detail-type promises: {JsonFaults.Words(e)}")];
        }
    }

    private async Task<Decision> DecideAsync(RawEvent raw, JsonElement json, CancellationToken cancellationToken) =>
        (raw.Source, raw.DetailType) switch
        {
            (EventSources.SageMaker, DetailTypes.PipelineExecution) => await new ExecutionMails(tools).ComposeAsync(
                Read(json, Shapes.EventBridgeEventPipelineExecutionDetail),
                cancellationToken
            ),
            (EventSources.SageMaker, DetailTypes.PipelineStep) => new StepMails(tools).Compose(
                Read(json, Shapes.EventBridgeEventPipelineStepDetail)
            ),
            (EventSources.SageMaker, DetailTypes.ModelPackage) => await new VersionMails(tools).ComposeAsync(
                Read(json, Shapes.EventBridgeEventModelPackageDetail),
                cancellationToken
            ),
            (EventSources.S3, DetailTypes.ObjectCreated) => await new DriftMail(tools).ComposeAsync(
                Read(json, Shapes.EventBridgeEventObjectCreatedDetail),
                cancellationToken
            ),
            (EventSources.MlopsBatch, DetailTypes.DeploymentTriggered) => DeploymentMails.Triggered(
                Read(json, Shapes.EventBridgeEventDeploymentDetail)
            ),
            (EventSources.MlopsBatch, DetailTypes.DeploymentRefused) => DeploymentMails.Refused(
                Read(json, Shapes.EventBridgeEventDeploymentDetail)
            ),
            (EventSources.MlopsBatch, DetailTypes.ModelDeployed) => ModelDeployment(json).Deployed(),
            (EventSources.MlopsBatch, DetailTypes.ModelRolledBack) => ModelDeployment(json).RolledBack(),
            (EventSources.MlopsBatch, DetailTypes.TuningRequested) => guard is null
                ? new Decision.Ignore("a tuning is started, unless one has begun within the model's cooldown")
                : await guard.DecideAsync(Read(json, Shapes.EventBridgeEventTuningDetail), cancellationToken),
            (EventSources.MlopsBatch, DetailTypes.TuningStarted) => TuningMails.Started(Read(json, Shapes.EventBridgeEventTuningDetail)),
            (EventSources.MlopsBatch, DetailTypes.TuningSkipped) => TuningMails.Skipped(Read(json, Shapes.EventBridgeEventTuningDetail)),
            (EventSources.MlopsBatch, DetailTypes.StackDrift) => StackDriftMail.Compose(
                Read(json, Shapes.EventBridgeEventStackDriftDetail)
            ),
            (EventSources.CloudWatch, DetailTypes.AlarmStateChange) => AlarmMail.Compose(Read(json, Shapes.EventBridgeEventAlarmDetail)),
            _ => new Decision.NotUnderstood("no mail is known for this source and detail-type"),
        };

    private ModelDeploymentMails ModelDeployment(JsonElement json) =>
        new(tools.Settings, Read(json, Shapes.EventBridgeEventModelDeploymentDetail));

    private static T Read<T>(JsonElement json, JsonTypeInfo<T> shape)
        where T : class => json.Deserialize(shape) ?? throw new JsonException("The event is null.");
}
