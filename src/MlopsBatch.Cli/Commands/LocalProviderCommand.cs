using System.CommandLine;
using MlopsBatch.Cli.CommandLine;
using MlopsBatch.Cli.Machine;
using MlopsBatch.LocalCloud.Provider;
using MlopsBatch.Rehearsal.Local;

namespace MlopsBatch.Cli.Commands;

/// <summary><c>mlops local provider</c>: the local cloud as Pulumi's provider for AWS, so that the Pulumi CLI deploys into it.</summary>
internal static class LocalProviderCommand
{
    public static Command Create(CliContext context)
    {
        var (stack, port) = (LocalCommand.StackOption(), LocalCommand.PortOption());
        stack.Description = "The stack that will be deployed: its region and its GitLab project are there. Default: the example.";
        port.Description = "The provider's loopback port. Default: any that is free.";
        var command = new Command(
            "provider",
            "Serve an empty local cloud as the Pulumi CLI's provider for AWS until Ctrl-C (docs/local-pulumi.md)."
        )
        {
            stack,
            port,
        };
        command.SetAction((result, cancellation) => RunAsync(context, result.GetRequiredValue(stack), result.GetValue(port), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(CliContext context, string name, int port, CancellationToken cancellation)
    {
        var stack = StackOptions.Read(context, name);
        using var state = LocalState.Begin(context.ProjectRoot);
        var options = await LocalCommand.OptionsAsync(context, stack, state, cancellation);
        await using var local = await LocalEnvironment.StartEmptyAsync(stack, options);
        await using var provider = await ProviderServer.StartAsync(local.Cloud.Default, port);
        state.Write(local, stack.Region);
        state.WriteProvider(provider.Port);
        // As of every Pulumi plugin, the first line of the standard output is the port and nothing else.
        await context.Out.WriteLineAsync($"{provider.Port}");
        await context.Out.FlushAsync(cancellation);
        await context.Error.WriteLineAsync("The local cloud is Pulumi's provider for AWS now. In another shell:");
        await context.Error.WriteLineAsync("  eval \"$(./mlops local env root)\"");
        await context.Error.WriteLineAsync($"  PULUMI_DEBUG_PROVIDERS=aws:{provider.Port} pulumi up --stack local");
        await context.Error.WriteLineAsync("Ctrl-C ends it.");
        try
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, context.Time, cancellation);
        }
        catch (OperationCanceledException)
        {
            await context.Error.WriteLineAsync("The local cloud is down.");
        }

        return ExitCodes.Success;
    }
}
