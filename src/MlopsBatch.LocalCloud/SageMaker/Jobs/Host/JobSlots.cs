namespace MlopsBatch.LocalCloud.SageMaker.Jobs.Host;

/// <summary>Bounds how many job processes run at the same time.</summary>
internal sealed class JobSlots(int count)
{
    private readonly SemaphoreSlim _free = new(count);

    /// <summary>Waits for a slot; dispose the result to give it back.</summary>
    public async Task<IDisposable> AcquireAsync(CancellationToken cancellation)
    {
        await _free.WaitAsync(cancellation);
        return new Slot(_free);
    }

    /// <summary>A slot if one is free now.</summary>
    public IDisposable? TryAcquire() => _free.Wait(0) ? new Slot(_free) : null;

    private sealed class Slot(SemaphoreSlim free) : IDisposable
    {
        public void Dispose() => free.Release();
    }
}
