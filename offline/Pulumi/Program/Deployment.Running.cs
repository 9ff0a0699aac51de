using System.Reflection;
using Pulumi.Engine;

namespace Pulumi;

/// <content>One deployment: its state and its run from the stack's construction to the last task.</content>
public sealed partial class Deployment
{
    private readonly IEngine _engine;
    private readonly DeploymentInstance _instance;
    private readonly List<Resource> _resources = [];
    private bool _hasLoggedErrors;

    internal Deployment(DeploymentSettings settings, IEngine engine)
    {
        Settings = settings;
        _engine = engine;
        _instance = new(this);
    }

    internal DeploymentSettings Settings { get; }

    internal ConfigSource Config { get; } = new();

    internal PendingTasks Pending { get; } = new();

    /// <summary>The parent of all resources without one; null until it is constructed.</summary>
    internal Stack? Stack { get; set; }

    internal async Task LogAsync(LogSeverity severity, string message, Resource? resource, int streamId = 0, bool ephemeral = false)
    {
        _hasLoggedErrors |= severity == LogSeverity.Error;
        var urn = resource is null ? "" : (await resource.Urn.Data.ConfigureAwait(false)).Value;
        await _engine.LogAsync(new(severity, message, urn, streamId, ephemeral)).ConfigureAwait(false);
    }

    internal async Task<int> RunStackAsync(Func<Stack> createStack)
    {
        Running.Value = this;
        if ((Construct(createStack) ?? await Pending.DrainAsync().ConfigureAwait(false)) is { } fault)
        {
            try
            {
                await ReportAsync(fault).ConfigureAwait(false);
            }
            catch (Grpc.Core.RpcException gone)
            {
                await Console.Error.WriteLineAsync($"{fault}\nThe engine can't be told: {gone.Status}").ConfigureAwait(false);
            }

            return 32;
        }

        if (_hasLoggedErrors)
        {
            return 1;
        }

        await _engine.SignalAndWaitForShutdownAsync().ConfigureAwait(false);
        return 0;
    }

    private static Exception? Construct(Func<Stack> createStack)
    {
        try
        {
            var stack = createStack();
            if (stack.Results is null)
            {
                stack.RegisterPropertyOutputs();
            }

            return null;
        }
        catch (Exception fault)
        {
            return fault is TargetInvocationException { InnerException: { } inner } ? inner : fault;
        }
    }

    private Task ReportAsync(Exception fault) =>
        fault switch
        {
            RunException => LogAsync(LogSeverity.Error, fault.Message, null),
            ResourceException { Resource.Urn.Data.IsCompletedSuccessfully: true } located => LogAsync(
                LogSeverity.Error,
                located.HideStack ? located.Message : located.ToString(),
                located.Resource
            ),
            ResourceException located => LogAsync(LogSeverity.Error, located.HideStack ? located.Message : located.ToString(), null),
            _ => LogAsync(
                LogSeverity.Error,
                $"Running program '{Assembly.GetEntryAssembly()?.Location}' failed with an unhandled exception:\n{fault}",
                null
            ),
        };
}
