using Amazon.Lambda.Core;

namespace MlopsBatch.Lambda.Common.Hosting;

/// <summary>A function: takes one event as it came, so that even what isn't JSON can be reported.</summary>
public interface IEventHandler
{
    /// <exception cref="Exception">The event could not be handled; Lambda delivers it again, then to the dead-letter queue.</exception>
    Task HandleAsync(Stream input, ILambdaContext context);
}
