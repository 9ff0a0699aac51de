using System.Text;
using MlopsBatch.Lambda.Common.Hosting;

namespace MlopsBatch.Cli.EventViews;

/// <summary>Runs a function here as it runs in Lambda, with the environment and AWS credentials of this shell.</summary>
internal static class RealRun
{
    public static async Task HandleAsync(CliContext context, bool isNotifications, byte[] bytes)
    {
        using var log = new MemoryStream();
        IEventHandler handler = isNotifications
            ? Lambda.Notifications.Composition.Create(context.Environment, log, context.Time)
            : Lambda.ApprovalDeploy.Composition.Create(
                context.Environment,
                log,
                context.Time,
                new Random(context.Time.GetUtcNow().Millisecond).NextDouble
            );
        try
        {
            await handler.HandleAsync(new MemoryStream(bytes), new LocalInvocation());
        }
        finally
        {
            context.Out.Write(Encoding.UTF8.GetString(log.ToArray()));
        }
    }
}
