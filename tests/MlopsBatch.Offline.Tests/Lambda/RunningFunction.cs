using Amazon.Lambda.RuntimeSupport;

namespace MlopsBatch.Offline.Tests.Lambda;

/// <summary>A function's loop in the background; disposing stops it.</summary>
public sealed class RunningFunction : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly LambdaBootstrap _bootstrap;

    public RunningFunction(LambdaBootstrap bootstrap)
    {
        _bootstrap = bootstrap;
        Completion = bootstrap.RunAsync(_stop.Token);
    }

    /// <summary>Ends when the loop does, in the way it does.</summary>
    public Task Completion { get; }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Completion.ContinueWith(_ => { }, TaskScheduler.Default).WaitAsync(TimeSpan.FromSeconds(30));
        _bootstrap.Dispose();
        _stop.Dispose();
    }
}
