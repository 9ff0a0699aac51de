namespace Pulumi;

/// <summary>What the program has started and not finished: registrations, applies, log lines.</summary>
internal sealed class PendingTasks
{
    private readonly Queue<Task> _tasks = new();

    public void Add(Task task)
    {
        if (task.IsCompletedSuccessfully)
        {
            return;
        }

        lock (_tasks)
        {
            _tasks.Enqueue(task);
        }
    }

    /// <summary>Waits for all, also for those that are added meanwhile; returns the first fault and stops there.</summary>
    public async Task<Exception?> DrainAsync()
    {
        while (Next() is { } task)
        {
            try
            {
                await task.ConfigureAwait(false);
            }
            catch (Exception fault)
            {
                return fault;
            }
        }

        return null;
    }

    private Task? Next()
    {
        lock (_tasks)
        {
            return _tasks.TryDequeue(out var task) ? task : null;
        }
    }
}
