namespace MlopsBatch.LocalCloud.Activity;

/// <summary>
/// One subscriber's messages: delivered in order, one at a time, in the background. Posting runs none of the subscriber's
/// code, so it is safe anywhere, also while a lock is held.
/// </summary>
internal sealed class Mailbox<T>(string subscriber, ActivityMonitor activity, Func<T, Task> deliver)
{
    private readonly Lock _lock = new();
    private readonly Queue<T> _waiting = new();
    private bool _delivering;
    private bool _closed;

    public void Post(T message)
    {
        lock (_lock)
        {
            if (_closed)
            {
                return;
            }
            _waiting.Enqueue(message);
            if (_delivering)
            {
                return;
            }
            _delivering = true;
        }
        _ = activity.Run(subscriber, DeliverAsync);
    }

    /// <summary>Drops what waits, and takes nothing more.</summary>
    public void Close()
    {
        lock (_lock)
        {
            _closed = true;
            _waiting.Clear();
        }
    }

    private async Task DeliverAsync()
    {
        while (true)
        {
            T? message;
            lock (_lock)
            {
                if (!_waiting.TryDequeue(out message))
                {
                    _delivering = false;
                    return;
                }
            }
            try
            {
                await deliver(message);
            }
            catch (Exception error)
            {
                activity.Record(new SubscriberFault(subscriber, error));
            }
        }
    }
}
