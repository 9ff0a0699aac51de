using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport;

namespace MlopsBatch.Lambda.Common.Hosting;

/// <summary>Runs a function in Lambda's custom runtime.</summary>
public static class FunctionHost
{
    /// <summary>
    /// Creates the handler and serves events. What <paramref name="create"/> throws is reported to Lambda as
    /// <c>init/error</c> and ends the process.
    /// </summary>
    public static async Task RunAsync(Func<IEventHandler> create, CancellationToken cancellationToken = default)
    {
        IEventHandler? handler = null;
        // Typed, because the official builder has many overloads.
        Func<Stream, ILambdaContext, Task> handle = (input, context) => handler!.HandleAsync(input, context);
        using var bootstrap = LambdaBootstrapBuilder
            .Create(handle)
            .UseBootstrapHandler(() =>
            {
                handler = create();
                return Task.FromResult(true);
            })
            .Build();
        await bootstrap.RunAsync(cancellationToken);
    }
}
