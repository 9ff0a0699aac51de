namespace MlopsBatch.LocalCloud.Processes;

/// <summary>Measures for how long at least one process was alive.</summary>
/// <param name="time">The clock.</param>
public sealed class ProcessMeter(TimeProvider time)
{
    private readonly Lock _lock = new();
    private TimeSpan _busy;
    private int _alive;
    private long _since;

    /// <summary>Processes that are running now.</summary>
    public int Alive
    {
        get
        {
            lock (_lock)
            {
                return _alive;
            }
        }
    }

    /// <summary>Wall time with at least one process, up to now; processes side by side count once.</summary>
    public TimeSpan Busy
    {
        get
        {
            lock (_lock)
            {
                return _alive == 0 ? _busy : _busy + time.GetElapsedTime(_since);
            }
        }
    }

    /// <summary>A process starts; dispose the result when it ends.</summary>
    public IDisposable Enter()
    {
        lock (_lock)
        {
            if (_alive++ == 0)
            {
                _since = time.GetTimestamp();
            }
        }
        return new Visit(this);
    }

    private void Leave()
    {
        lock (_lock)
        {
            if (--_alive == 0)
            {
                _busy += time.GetElapsedTime(_since);
            }
        }
    }

    private sealed class Visit(ProcessMeter meter) : IDisposable
    {
        private bool _left;

        public void Dispose()
        {
            if (!_left)
            {
                _left = true;
                meter.Leave();
            }
        }
    }
}
