namespace MlopsBatch.LocalCloud.Time;

/// <summary>A timer of a <see cref="VirtualClock"/>: fires when the real clock reaches its time, or when the virtual one is put beyond
/// it.</summary>
internal sealed class VirtualTimer(VirtualClock clock, TimeProvider real, TimerCallback callback, object? state) : ITimer
{
    private readonly Lock _lock = new();
    private ITimer? _real;
    private TimeSpan _period = Timeout.InfiniteTimeSpan;
    private bool _armed;

    /// <summary>When it fires, on the virtual clock.</summary>
    public DateTimeOffset Due { get; private set; } = DateTimeOffset.MaxValue;

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        lock (_lock)
        {
            _real?.Dispose();
            _real = null;
            _period = period;
            _armed = dueTime != Timeout.InfiniteTimeSpan;
            Due = _armed ? clock.GetUtcNow() + dueTime : DateTimeOffset.MaxValue;
        }
        if (_armed)
        {
            clock.Add(this);
            Rearm();
        }
        else
        {
            clock.Remove(this);
        }
        return true;
    }

    /// <summary>Sets the real timer anew, after the virtual clock was put forward.</summary>
    public void Rearm()
    {
        lock (_lock)
        {
            _real?.Dispose();
            var wait = Due - clock.GetUtcNow();
            _real = _armed
                ? real.CreateTimer(_ => FireIfDue(), null, wait > TimeSpan.Zero ? wait : TimeSpan.Zero, Timeout.InfiniteTimeSpan)
                : null;
        }
    }

    public void Fire()
    {
        lock (_lock)
        {
            if (!_armed)
            {
                return;
            }
            _armed = false;
            _real?.Dispose();
            _real = null;
        }
        clock.Remove(this);
        if (_period > TimeSpan.Zero)
        {
            Change(_period, _period);
        }
        callback(state);
    }

    public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    private void FireIfDue()
    {
        if (Due <= clock.GetUtcNow())
        {
            Fire();
        }
        else
        {
            Rearm();
        }
    }
}
