using MlopsBatch.Lambda.Common.Calls;

namespace MlopsBatch.Lambda.Common.Registry;

/// <summary>Asks a service for something without which a mail can go out all the same.</summary>
public static class Lookup
{
    /// <exception cref="LookupException">It can't be had; the message says of what and why.</exception>
    public static async Task<T> AskAsync<T>(
        string service,
        string what,
        Func<CancellationToken, Task<T>> ask,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await AwsCall.RunAsync(service, what, ask, cancellationToken);
        }
        catch (AwsCallException fault)
        {
            throw new LookupException(fault.Message, fault);
        }
    }
}
