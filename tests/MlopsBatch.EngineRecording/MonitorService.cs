using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Pulumirpc;

namespace MlopsBatch.EngineRecording;

/// <summary>
/// The service that takes registrations. Its usual answers: a URN, in an update an id and an ARN, and the inputs as
/// outputs.
/// </summary>
internal sealed class MonitorService(EngineServer server) : ResourceMonitor.ResourceMonitorBase
{
    public override Task<SupportsFeatureResponse> SupportsFeature(SupportsFeatureRequest request, ServerCallContext context) =>
        Exchange.AnswerAsync(
            server,
            request,
            context,
            _ => new SupportsFeatureResponse { HasSupport = !server.Options.Without.Contains(request.Id) }
        );

    public override Task<RegisterResourceResponse> RegisterResource(RegisterResourceRequest request, ServerCallContext context) =>
        Exchange.AnswerAsync(
            server,
            request,
            context,
            _ => new RegisterResourceResponse
            {
                Urn = Urn.Of(server.Options, request.Parent, request.Type, request.Name),
                Id = request.Custom && !server.Options.DryRun ? Or(request.ImportId, $"{request.Name}-id") : "",
                Object = Outputs(request),
            }
        );

    public override Task<ReadResourceResponse> ReadResource(ReadResourceRequest request, ServerCallContext context) =>
        Exchange.AnswerAsync(
            server,
            request,
            context,
            _ => new ReadResourceResponse
            {
                Urn = Urn.Of(server.Options, request.Parent, request.Type, request.Name),
                Properties = request.Properties,
            }
        );

    public override Task<ResourceInvokeResponse> Invoke(ResourceInvokeRequest request, ServerCallContext context) =>
        Exchange.AnswerAsync(server, request, context, _ => new ResourceInvokeResponse { Return = request.Args });

    public override Task<Empty> RegisterResourceOutputs(RegisterResourceOutputsRequest request, ServerCallContext context) =>
        Exchange.AnswerAsync(server, request, context, _ => new Empty());

    public override Task<Empty> SignalAndWaitForShutdown(Empty request, ServerCallContext context) =>
        Exchange.AnswerAsync(server, request, context, _ => new Empty());

    /// <summary>The inputs and, of a provider's resource that exists, an ARN.</summary>
    private Struct Outputs(RegisterResourceRequest request)
    {
        var outputs = request.Object.Clone();
        if (request.Custom && !server.Options.DryRun && !request.Type.StartsWith("pulumi:", StringComparison.Ordinal))
        {
            var service = request.Type.Split(':', '/')[1];
            outputs.Fields.TryAdd("arn", Value.ForString($"arn:aws:{service}::111122223333:{request.Name}"));
        }

        return outputs;
    }

    private static string Or(string given, string otherwise) => given.Length > 0 ? given : otherwise;
}
