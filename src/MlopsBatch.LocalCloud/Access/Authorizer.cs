using System.Collections.Concurrent;

namespace MlopsBatch.LocalCloud.Access;

/// <summary>Every operation of every service asks it first.</summary>
public sealed class Authorizer
{
    private readonly ConcurrentQueue<AccessRequest> _requests = new();

    internal Authorizer() { }

    /// <summary>Everything that was asked so far, in order.</summary>
    public IReadOnlyList<AccessRequest> Requests => [.. _requests];

    /// <summary>Lets a call pass.</summary>
    public void Authorize(AccessRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        _requests.Enqueue(request);
    }
}
