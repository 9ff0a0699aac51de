using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport;
using MlopsBatch.Lambda.Common.Logging;

namespace MlopsBatch.Lambda.Common.Hosting;

/// <summary>Runs a function in Lambda's custom runtime.</summary>
public static class FunctionHost
{
    /// <summary>
    /// Creates the handler and serves events. What <paramref name="create"/> throws is reported to Lambda as
    /// <c>init/error</c> and ends the process.
    /// </summary>
    /// <returns>The process's exit code. Nothing is thrown: an unhandled exception would be dumped as plain text beside the log's
    /// JSON lines.</returns>
    /// <param name="create">Makes the handler.</param>
    /// <param name="log">Where the line about a failed start goes.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Ends the function.</param>
    public static async Task<int> RunAsync(
        Func<IEventHandler> create,
        Stream log,
        TimeProvider time,
        CancellationToken cancellationToken = default
    )
    {
        IEventHandler? handler = null;
        var isTold = false;
        // Typed, because the official builder has many overloads.
        Func<Stream, ILambdaContext, Task> handle = (input, context) => handler!.HandleAsync(input, context);
        using var bootstrap = LambdaBootstrapBuilder
            .Create(handle)
            .UseBootstrapHandler(() =>
            {
                try
                {
                    handler = create();
                    return Task.FromResult(true);
                }
                catch (Exception e)
                {
                    Tell(e, "not started");
                    throw;
                }
            })
            .Build();
        try
        {
            await bootstrap.RunAsync(cancellationToken);
            return 0;
        }
        catch (Exception e)
        {
            if (!isTold)
            {
                Tell(e, "stopped");
            }

            return 1;
        }

        void Tell(Exception e, string outcome)
        {
            isTold = true;
            new JsonLog(log, time).Write("Error", e.Message, [], new("outcome", outcome), new("error", e.ToString()));
        }
    }
}
