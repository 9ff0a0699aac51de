using System.Collections.Concurrent;

namespace MlopsBatch.LocalCloud.Sns;

/// <summary>Everything that the topics of a cloud would post to HTTPS endpoints; nothing leaves this machine.</summary>
public sealed class PostBox
{
    private readonly ConcurrentQueue<DeliveredPost> _posts = new();

    internal PostBox() { }

    /// <summary>In the order in which they were sent.</summary>
    public IReadOnlyList<DeliveredPost> Posts => [.. _posts];

    /// <summary>Signs what is posted, as an endpoint checks it.</summary>
    public MessageSigner Signer { get; } = new();

    internal void Send(DeliveredPost post) => _posts.Enqueue(post);
}
