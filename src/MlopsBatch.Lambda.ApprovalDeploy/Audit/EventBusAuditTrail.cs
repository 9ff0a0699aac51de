using System.Text.Json;
using Amazon.EventBridge;
using Amazon.EventBridge.Model;
using MlopsBatch.Events;
using MlopsBatch.Events.Audit;
using MlopsBatch.Events.EventBridge;
using MlopsBatch.Lambda.Common.Calls;

namespace MlopsBatch.Lambda.ApprovalDeploy.Audit;

/// <summary>
/// Audit events on an EventBridge bus. A rule keeps them in the audit log group, another has the notification function
/// tell the people who decide.
/// </summary>
/// <param name="client">Writes to the bus.</param>
/// <param name="busName">The bus.</param>
/// <param name="time">The clock.</param>
public sealed class EventBusAuditTrail(Lazy<IAmazonEventBridge> client, string busName, TimeProvider time) : IAuditTrail
{
    private const int Attempts = 3;

    /// <summary>
    /// How long a write may take with its attempts. Without a limit, a bus that hangs would use up the function's time, and
    /// the next try, in another instance, would know nothing of the deployment that has been triggered.
    /// </summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    public async Task WriteAsync(string detailType, DeploymentDetail detail, CancellationToken cancellationToken)
    {
        var entry = new PutEventsRequestEntry
        {
            EventBusName = busName,
            Source = EventSources.MlopsBatch,
            DetailType = detailType,
            Detail = JsonSerializer.Serialize(detail, EventsJsonContext.Default.DeploymentDetail),
            Resources = detail.ModelPackageArn is null ? null : [detail.ModelPackageArn],
        };
        using var limited = new CancellationTokenSource(Limit, time);
        using var timer = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limited.Token);
        PutEventsResultEntry? refused = null;
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            refused = await PutAsync(detailType, entry, timer.Token);
            if (refused is null)
            {
                return;
            }
        }

        throw new AuditException(
            $"EventBridge did not take the audit event \"{detailType}\" on bus {busName}: {refused!.ErrorCode}: {refused.ErrorMessage}"
        );
    }

    /// <summary>Null if the bus took the event. The call can succeed and the entry fail all the same; the SDK doesn't repeat
    /// that.</summary>
    private async Task<PutEventsResultEntry?> PutAsync(string detailType, PutEventsRequestEntry entry, CancellationToken cancellationToken)
    {
        try
        {
            var response = await AwsCall.RunAsync(
                "EventBridge",
                $"take the audit event \"{detailType}\" on bus {busName}",
                cancellation => client.Value.PutEventsAsync(new PutEventsRequest { Entries = [entry] }, cancellation),
                cancellationToken
            );
            if (response.FailedEntryCount is null or 0)
            {
                return null;
            }

            return response.Entries?.FirstOrDefault()
                ?? new PutEventsResultEntry { ErrorCode = "Unknown", ErrorMessage = "FailedEntryCount is above zero" };
        }
        catch (AwsCallException fault)
        {
            throw new AuditException(
                fault.Kind == AwsFaultKind.Denied
                    ? $"{fault.Message}. The function's role needs events:PutEvents on the bus."
                    : fault.Message,
                fault
            );
        }
    }
}
