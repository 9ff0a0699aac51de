using System.Collections.Concurrent;

namespace MlopsBatch.LocalCloud.Sns;

/// <summary>Every mail that the topics of a cloud have sent; no mail leaves this machine.</summary>
public sealed class Outbox
{
    private readonly ConcurrentQueue<Mail> _mails = new();

    internal Outbox() { }

    /// <summary>In the order in which they were sent.</summary>
    public IReadOnlyList<Mail> Mails => [.. _mails];

    internal void Send(Mail mail) => _mails.Enqueue(mail);
}
