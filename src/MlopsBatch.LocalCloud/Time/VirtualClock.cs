namespace MlopsBatch.LocalCloud.Time;

/// <summary>
/// A clock that goes as the real one does and can be put forward besides, so that a rehearsal needn't wait for a night or
/// for the fourth retry. Timers fire at their time on it, the earliest first.
/// </summary>
/// <param name="real">The clock that it goes by.</param>
/// <param name="start">What it shows at first; what the real one shows if left out.</param>
public sealed class VirtualClock(TimeProvider real, DateTimeOffset? start = null) : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<VirtualTimer> _timers = [];
    private readonly TimeSpan _offset = start is { } first ? first - real.GetUtcNow() : TimeSpan.Zero;
    private readonly List<(DateTimeOffset From, TimeSpan By)> _skips = [];
    private TimeSpan _skipped;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
        {
            return real.GetUtcNow() + _offset + _skipped;
        }
    }

    public override long GetTimestamp()
    {
        lock (_lock)
        {
            return real.GetElapsedTime(0).Ticks + _skipped.Ticks;
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new VirtualTimer(this, real, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>What the clock that it goes by showed when this one showed a time; a time that was skipped passed at once.</summary>
    public DateTimeOffset RealTime(DateTimeOffset shown)
    {
        lock (_lock)
        {
            var skipped = TimeSpan.Zero;
            foreach (var (from, by) in _skips.Where(skip => skip.From < shown))
            {
                skipped += shown - from < by ? shown - from : by;
            }
            return shown - skipped - _offset;
        }
    }

    /// <summary>Puts the clock forward, from one timer that is due to the next.</summary>
    /// <param name="by">How far, not below zero.</param>
    /// <param name="settle">Is awaited before the first step and after each, so that every consequence happens at its own time.</param>
    public async Task AdvanceAsync(TimeSpan by, Func<Task> settle)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        ArgumentNullException.ThrowIfNull(settle);
        await settle();
        var end = GetUtcNow() + by;
        while (GetUtcNow() < end)
        {
            List<VirtualTimer> due;
            lock (_lock)
            {
                var next = _timers.Select(timer => timer.Due).Where(time => time <= end).DefaultIfEmpty(end).Min();
                var now = real.GetUtcNow() + _offset + _skipped;
                if (next > now)
                {
                    _skips.Add((now, next - now));
                    _skipped += next - now;
                }
                due = [.. _timers.Where(timer => timer.Due <= next).OrderBy(timer => timer.Due)];
            }
            due.ForEach(timer => timer.Fire());
            await settle();
        }
        lock (_lock)
        {
            _timers.ForEach(timer => timer.Rearm());
        }
    }

    internal void Add(VirtualTimer timer)
    {
        lock (_lock)
        {
            if (!_timers.Contains(timer))
            {
                _timers.Add(timer);
            }
        }
    }

    internal void Remove(VirtualTimer timer)
    {
        lock (_lock)
        {
            _timers.Remove(timer);
        }
    }
}
