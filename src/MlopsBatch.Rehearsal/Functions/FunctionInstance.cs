using System.Text;
using Amazon.Lambda.Core;
using MlopsBatch.Lambda.Common.Hosting;

namespace MlopsBatch.Rehearsal.Functions;

/// <summary>
/// A function that has started and takes one event after the other, as Lambda keeps it: what it remembers lasts until it is
/// dropped.
/// </summary>
/// <param name="handler">The function; it writes its log into the stream.</param>
/// <param name="log">The stream.</param>
/// <param name="expires">When its credentials end, by the system's clock.</param>
internal sealed class FunctionInstance(IEventHandler handler, MemoryStream log, DateTimeOffset expires)
{
    public bool IsUsable(DateTimeOffset now) => now < expires;

    /// <summary>Handles an event; every line of the log is handed on, however it ends.</summary>
    public async Task HandleAsync(string payload, ILambdaContext context, Action<string> write)
    {
        try
        {
            await handler.HandleAsync(new MemoryStream(Encoding.UTF8.GetBytes(payload)), context);
        }
        finally
        {
            foreach (var line in Encoding.UTF8.GetString(log.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                write(line);
            }

            log.SetLength(0);
        }
    }
}
