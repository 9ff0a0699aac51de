using System.Collections.Concurrent;

namespace MlopsBatch.LocalCloud.Activity;

/// <summary>
/// Knows whether anything is going on in a cloud: deliveries, executions, functions. What only waits for the clock isn't.
/// </summary>
public sealed class ActivityMonitor
{
    private readonly Lock _lock = new();
    private readonly ConcurrentQueue<SubscriberFault> _faults = new();
    private TaskCompletionSource _idle = Completed();
    private int _running;
    private long _rests;

    /// <summary>What subscribers threw; it ends nothing but their own handling of that one message.</summary>
    public IReadOnlyList<SubscriberFault> Faults => [.. _faults];

    /// <summary>Completes when nothing is going on any more; at once if nothing is.</summary>
    public Task WhenIdleAsync(CancellationToken cancellation = default)
    {
        lock (_lock)
        {
            return _idle.Task.WaitAsync(cancellation);
        }
    }

    /// <summary>How often it came to rest so far.</summary>
    internal long Rests
    {
        get
        {
            lock (_lock)
            {
                return _rests;
            }
        }
    }

    internal void Begin()
    {
        lock (_lock)
        {
            if (_running++ == 0)
            {
                _idle = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            }
        }
    }

    internal void End()
    {
        lock (_lock)
        {
            if (--_running == 0)
            {
                _rests++;
                _idle.SetResult();
            }
        }
    }

    internal void Record(SubscriberFault fault) => _faults.Enqueue(fault);

    /// <summary>Runs work in the background; it counts until its end.</summary>
    /// <param name="what">What it is, should it throw.</param>
    /// <param name="work">The work.</param>
    internal Task Run(string what, Func<Task> work)
    {
        Begin();
        return Task.Run(async () =>
        {
            try
            {
                await work();
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                Record(new SubscriberFault(what, error));
            }
            catch (OperationCanceledException)
            {
                // The cloud is closed.
            }
            finally
            {
                End();
            }
        });
    }

    /// <summary>
    /// Waits within work that counts, without counting meanwhile. Who puts the clock forward finds the work counted again as
    /// soon as the clock has passed the time.
    /// </summary>
    internal async Task DelayAsync(TimeSpan delay, TimeProvider time, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var passed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var counted = 0;
        void Resume(bool cancelled)
        {
            if (Interlocked.Exchange(ref counted, 1) == 0)
            {
                Begin();
                _ = cancelled ? passed.TrySetCanceled(cancellation) : passed.TrySetResult();
            }
        }
        await using var timer = time.CreateTimer(_ => Resume(false), null, delay, Timeout.InfiniteTimeSpan);
        await using var stop = cancellation.Register(() => Resume(true));
        End();
        await passed.Task;
    }

    private static TaskCompletionSource Completed()
    {
        var source = new TaskCompletionSource();
        source.SetResult();
        return source;
    }
}
