using System.Collections.Concurrent;

namespace MlopsBatch.LocalCloud.Sns;

/// <summary>Every mail that the topics of a cloud have sent; no mail leaves this machine.</summary>
public sealed class Outbox
{
    private readonly ConcurrentQueue<DeliveredMail> _mails = new();

    internal Outbox() { }

    /// <summary>In the order in which they were sent.</summary>
    public IReadOnlyList<DeliveredMail> Mails => [.. _mails];

    internal void Send(DeliveredMail mail) => _mails.Enqueue(mail);
}
