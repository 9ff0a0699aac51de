using Amazon.EventBridge;
using Amazon.EventBridge.Model;
using MlopsBatch.Cli.Machine;
using MlopsBatch.Events.Audit;
using MlopsBatch.Events.EventBridge;
using MlopsBatch.Lambda.Common.Calls;

namespace MlopsBatch.Cli.Deployments;

/// <summary>Puts audit events onto the default bus of the job's account; the rule <c>deployments</c> takes them from there.</summary>
internal sealed class AuditBus(IAmazonEventBridge client)
{
    /// <summary>https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html</summary>
    private const int EntriesOfACall = 10;
    private const int Attempts = 3;
    private const string Bus = "default";

    /// <exception cref="AwsCallException">AWS refuses the call.</exception>
    /// <exception cref="MachineException">The bus takes the call and not an event of it.</exception>
    public async Task PutAsync(IEnumerable<AuditEntry> entries, CancellationToken cancellation)
    {
        foreach (var chunk in entries.Select(Request).Chunk(EntriesOfACall))
        {
            await PutAsync(chunk, cancellation);
        }
    }

    /// <summary>The call can succeed and an entry of it fail: only those are sent again.</summary>
    private async Task PutAsync(IReadOnlyList<PutEventsRequestEntry> entries, CancellationToken cancellation)
    {
        PutEventsResultEntry? refused = null;
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var request = new PutEventsRequest { Entries = [.. entries] };
            var answer = await AwsCall.RunAsync(
                "EventBridge",
                $"take the audit event \"{entries[0].DetailType}\" on bus {Bus}",
                token => client.PutEventsAsync(request, token),
                cancellation
            );
            var results = answer.Entries ?? [];
            refused = results.FirstOrDefault(result => result.ErrorCode is { Length: > 0 });
            entries = [.. entries.Zip(results).Where(pair => pair.Second.ErrorCode is { Length: > 0 }).Select(pair => pair.First)];
            if (entries.Count == 0)
            {
                return;
            }
        }

        throw new MachineException(
            $"EventBridge did not take the audit event \"{entries[0].DetailType}\" on bus {Bus}: {refused!.ErrorCode}: "
                + refused.ErrorMessage
        );
    }

    private static PutEventsRequestEntry Request(AuditEntry entry) =>
        new()
        {
            EventBusName = Bus,
            Source = EventSources.MlopsBatch,
            DetailType = entry.DetailType,
            Detail = entry.Detail,
            Resources = entry.Resource is null ? null : [entry.Resource],
        };
}
