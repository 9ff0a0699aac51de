using Amazon.EventBridge.Model;
using MlopsBatch.Events.Audit;
using MlopsBatch.Events.EventBridge;
using MlopsBatch.LocalCloud.Http;
using MlopsBatch.Rehearsal.Functions;

namespace MlopsBatch.Rehearsal.Deployments;

/// <summary>
/// Puts what became of a deployment on the default bus of its account, as the deploy jobs do: over HTTP, with the deploying
/// role's rights.
/// </summary>
/// <param name="server">The cloud's HTTP face.</param>
internal sealed class DeploymentEvents(Func<CloudServer> server)
{
    /// <summary>Puts one event.</summary>
    /// <param name="stack">The stack, and so the account.</param>
    /// <param name="told">How the deployment ended.</param>
    /// <exception cref="RehearsalException">EventBridge didn't take it.</exception>
    public async Task PutAsync(DeployedStack stack, AuditEntry told)
    {
        var listening = server();
        var key = listening.Keys.IssueSession(DeployingRole.Of(stack.Account), TimeSpan.FromMinutes(15));
        var client = new FunctionClients(listening.Url, stack.Context.Region, key).EventBridge.Value;
        var entry = new PutEventsRequestEntry
        {
            Source = EventSources.MlopsBatch,
            DetailType = told.DetailType,
            Detail = told.Detail,
            Resources = told.Resource is { } about ? [about] : null,
        };
        var answer = await client.PutEventsAsync(new PutEventsRequest { Entries = [entry] });
        if (answer.Entries?.Find(one => one.ErrorCode is { Length: > 0 }) is { } refused)
        {
            throw new RehearsalException(
                $"EventBridge didn't take \"{told.DetailType}\" of stack {stack.Context.Stack}: {refused.ErrorCode}, {refused.ErrorMessage}"
            );
        }
    }
}
