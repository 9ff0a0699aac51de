using System.Collections.Immutable;
using MlopsBatch.LocalCloud.Access;

namespace MlopsBatch.LocalCloud.Activity;

/// <summary>Makes services answer that they are down, for rehearsing what becomes of the calls.</summary>
public sealed class OutageSwitch
{
    /// <summary>What a topic does with a mail. No action of IAM, but mails can fail as calls do.</summary>
    public const string MailDelivery = "sns:DeliverMail";

    /// <summary>The mail's subject among the context of such a call.</summary>
    public const string MailSubject = "sns:MailSubject";

    /// <summary>What a service that is down answers; who called it tries again as its settings say.</summary>
    public const string Code = "ServiceUnavailable";

    private ImmutableList<Func<AccessRequest, bool>> _down = [];

    internal OutageSwitch() { }

    /// <summary>Calls fail from now on, until the result is disposed.</summary>
    /// <param name="isDown">Whether a call meets the outage.</param>
    public IDisposable Begin(Func<AccessRequest, bool> isDown)
    {
        ArgumentNullException.ThrowIfNull(isDown);
        ImmutableInterlocked.Update(ref _down, list => list.Add(isDown));
        return new Outage(() => ImmutableInterlocked.Update(ref _down, list => list.Remove(isDown)));
    }

    /// <exception cref="CloudException">The service is down.</exception>
    internal void Check(AccessRequest request)
    {
        if (_down.Any(isDown => isDown(request)))
        {
            throw new CloudException(Code, $"The service is down: {request.Action} on {request.Resource}.");
        }
    }

    /// <exception cref="CloudException">Mails don't come through.</exception>
    internal void CheckMail(CloudAccount topic, string endpoint, string? subject) =>
        Check(
            new(topic.Caller, MailDelivery, endpoint, topic.Id)
            {
                Context = ImmutableDictionary<string, string>.Empty.Add(MailSubject, subject ?? ""),
            }
        );

    private sealed class Outage(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
