using Amazon.Runtime;
using MlopsBatch.Aws;

namespace MlopsBatch.Lambda.Common.Calls;

/// <summary>The one way in which a function calls AWS: in the time there is, again if that may help, and in words if it doesn't.</summary>
public static class AwsCall
{
    /// <summary>Tries after the first, beside those that the client makes by itself.</summary>
    private const int Retries = 2;

    private static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(200);

    /// <summary>
    /// How long one call may take with its tries, those of the client too. Well inside a function's own limit, so that a service
    /// that hangs, or cuts every connection, doesn't use up the time that others need.
    /// </summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    /// <summary>Calls, and calls again if the service is throttled (its clients don't know every such code).</summary>
    /// <param name="service">The service's name for people.</param>
    /// <param name="what">What is asked, to complete "refused to …".</param>
    /// <param name="call">The call.</param>
    /// <param name="cancellationToken">Ends the call and its retries before <see cref="Limit"/> does.</param>
    /// <param name="time">The clock of the limit and of the waits between tries; the system's by default.</param>
    /// <exception cref="AwsCallException">It failed for good.</exception>
    public static async Task<T> RunAsync<T>(
        string service,
        string what,
        Func<CancellationToken, Task<T>> call,
        CancellationToken cancellationToken,
        TimeProvider? time = null
    )
    {
        ArgumentNullException.ThrowIfNull(call);
        time ??= TimeProvider.System;
        using var limit = new CancellationTokenSource(Limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return await TryAsync(call, time, either.Token);
        }
        catch (Exception fault) when (AwsFaults.KindOf(fault) is { } kind)
        {
            throw new AwsCallException(kind, (fault as AmazonServiceException)?.ErrorCode, Sentence(service, what, kind, fault), fault);
        }
    }

    // A loop of its own: a library of retries is a twentieth of the packaged function.
    private static async Task<T> TryAsync<T>(Func<CancellationToken, Task<T>> call, TimeProvider time, CancellationToken cancellationToken)
    {
        for (var retry = 0; ; retry++)
        {
            try
            {
                return await call(cancellationToken);
            }
            catch (Exception fault) when (retry < Retries && AwsFaults.KindOf(fault) is AwsFaultKind.Throttled)
            {
                await Task.Delay(Delay * Math.Pow(2, retry), time, cancellationToken);
            }
        }
    }

    private static string Sentence(string service, string what, AwsFaultKind kind, Exception fault) =>
        kind switch
        {
            AwsFaultKind.TimedOut => $"{service} did not answer in time to {what}.",
            AwsFaultKind.Unreachable => $"{service} could not be reached to {what}: {TransportFaults.Reason(fault)}",
            _ => $"{service} refused to {what}: {Coded(fault)}",
        };

    /// <summary>Code and message; a service may give neither.</summary>
    private static string Coded(Exception fault) =>
        fault is AmazonServiceException answer
            ? string.Join(
                ": ",
                new[] { answer.ErrorCode, answer.Message }
                    .Where(part => !string.IsNullOrWhiteSpace(part))
                    .DefaultIfEmpty($"status {(int)answer.StatusCode}")
            )
            : fault.Message;
}
