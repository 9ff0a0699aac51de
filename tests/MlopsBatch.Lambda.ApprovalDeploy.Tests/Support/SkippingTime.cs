using Microsoft.Extensions.Time.Testing;

namespace MlopsBatch.Lambda.ApprovalDeploy.Tests.Support;

/// <summary>
/// A clock that stands still but for announced waits, which are over at once: real connections may take what they need.
/// </summary>
public sealed class SkippingTime : FakeTimeProvider
{
    private bool _skipsNext;

    /// <summary>The next wait that begins is over at once, and the clock shows that it took place.</summary>
    public void SkipNextWait() => _skipsNext = true;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        if (_skipsNext)
        {
            _skipsNext = false;
            // Not here: whoever waits has yet to get its timer.
            ThreadPool.QueueUserWorkItem(_ => Advance(dueTime));
        }
        return timer;
    }
}
