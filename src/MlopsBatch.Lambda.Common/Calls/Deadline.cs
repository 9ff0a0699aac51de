using Amazon.Lambda.Core;

namespace MlopsBatch.Lambda.Common.Calls;

/// <summary>Time limits that come from the invocation: what is left of it, by the injected clock.</summary>
/// <param name="remaining">What is left; the official context gives less than nothing when the time is over.</param>
/// <param name="time">The clock.</param>
public sealed class Deadline(TimeSpan remaining, TimeProvider time)
{
    private readonly long _start = time.GetTimestamp();

    public static Deadline Of(ILambdaContext context, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new(context.RemainingTime, time);
    }

    /// <summary>What is left now; never below zero.</summary>
    public TimeSpan Left => Clamp(remaining - time.GetElapsedTime(_start));

    /// <summary>A source that cancels when all but <paramref name="kept"/> of the time is over, or after <paramref name="most"/>.</summary>
    /// <param name="kept">What is kept for what comes after.</param>
    /// <param name="most">A limit of the call itself.</param>
    /// <param name="least">What the call gets in any case: a last try is better than none.</param>
    public CancellationTokenSource Source(TimeSpan kept = default, TimeSpan? most = null, TimeSpan least = default)
    {
        var limit = Clamp(Left - kept);
        limit = most is { } bound && bound < limit ? bound : limit;
        return new CancellationTokenSource(limit < least ? least : limit, time);
    }

    private static TimeSpan Clamp(TimeSpan time) => time > TimeSpan.Zero ? time : TimeSpan.Zero;
}
