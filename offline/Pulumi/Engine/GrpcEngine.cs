using System.Collections.Immutable;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Pulumirpc;

namespace Pulumi.Engine;

/// <summary>Pulumi's engine, over gRPC. A call that fails throws an <see cref="RpcException"/>.</summary>
internal sealed class GrpcEngine(
    ResourceMonitor.ResourceMonitorClient monitor,
    Pulumirpc.Engine.EngineClient log,
    DeploymentSettings settings
) : IEngine
{
    private readonly Lazy<Task<EngineFeatures>> _features = new(() => EngineFeatures.AskAsync(monitor));

    public async Task<RegisteredResource> RegisterResourceAsync(ResourceRegistration registration)
    {
        var features = await _features.Value.ConfigureAwait(false);
        var request = RegistrationRequest.Of(registration, features, settings);
        var answer = await monitor.RegisterResourceAsync(request).ConfigureAwait(false);
        return new(answer.Urn, answer.Id, WireStruct.Read(answer.Object), answer.Result != Result.Success);
    }

    public async Task<RegisteredResource> ReadResourceAsync(ResourceRegistration registration)
    {
        var features = await _features.Value.ConfigureAwait(false);
        var answer = await monitor.ReadResourceAsync(RegistrationRequest.ToRead(registration, features)).ConfigureAwait(false);
        return new(answer.Urn, registration.Id, WireStruct.Read(answer.Properties));
    }

    public async Task RegisterResourceOutputsAsync(string urn, ImmutableDictionary<string, object?> outputs)
    {
        var wire = await WireAsync().ConfigureAwait(false);
        await monitor.RegisterResourceOutputsAsync(new() { Urn = urn, Outputs = wire.Write(outputs) }).ConfigureAwait(false);
    }

    public async Task<ImmutableDictionary<string, object?>> InvokeAsync(FunctionCall call)
    {
        var wire = await WireAsync().ConfigureAwait(false);
        var request = new ResourceInvokeRequest
        {
            Tok = call.Token,
            Args = wire.Write(call.Args),
            Provider = call.Provider,
            Version = call.Version,
            AcceptResources = true,
            PluginDownloadURL = call.PluginDownloadUrl,
        };
        var answer = await monitor.InvokeAsync(request).ConfigureAwait(false);
        return answer.Failures.Count == 0
            ? WireStruct.Read(answer.Return)
            : throw new InvokeException(
                $"Invoke of '{call.Token}' failed: "
                    + string.Join(
                        ", ",
                        answer.Failures.Select(failure =>
                            failure.Property.Length == 0 ? failure.Reason : $"{failure.Reason} ({failure.Property})"
                        )
                    )
            );
    }

    public async Task LogAsync(LogEntry entry) =>
        await log.LogAsync(
                new()
                {
                    Severity = (Pulumirpc.LogSeverity)entry.Severity,
                    Message = entry.Message,
                    Urn = entry.Urn,
                    StreamId = entry.StreamId,
                    Ephemeral = entry.Ephemeral,
                }
            )
            .ConfigureAwait(false);

    public async Task SignalAndWaitForShutdownAsync()
    {
        try
        {
            await monitor.SignalAndWaitForShutdownAsync(new Empty()).ConfigureAwait(false);
        }
        catch (RpcException fault) when (fault.StatusCode == StatusCode.Unimplemented)
        {
            // Older engines don't ask programs to wait.
        }
    }

    private async Task<WireStruct> WireAsync() => new((await _features.Value.ConfigureAwait(false)).ResourceReferences);
}
