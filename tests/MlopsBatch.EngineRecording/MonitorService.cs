using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Pulumirpc;

namespace MlopsBatch.EngineRecording;

/// <summary>The service that takes registrations. Its usual answers: a URN, an id in an update, and the inputs as outputs.</summary>
internal sealed class MonitorService(EngineServer server) : ResourceMonitor.ResourceMonitorBase
{
    private const string StackType = "pulumi:pulumi:Stack";

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
                Urn = UrnOf(request.Parent, request.Type, request.Name),
                Id = request.Custom && !server.Options.DryRun ? Or(request.ImportId, $"{request.Name}-id") : "",
                Object = request.Object,
            }
        );

    public override Task<ReadResourceResponse> ReadResource(ReadResourceRequest request, ServerCallContext context) =>
        Exchange.AnswerAsync(
            server,
            request,
            context,
            _ => new ReadResourceResponse { Urn = UrnOf(request.Parent, request.Type, request.Name), Properties = request.Properties }
        );

    public override Task<ResourceInvokeResponse> Invoke(ResourceInvokeRequest request, ServerCallContext context) =>
        Exchange.AnswerAsync(server, request, context, _ => new ResourceInvokeResponse { Return = request.Args });

    public override Task<Empty> RegisterResourceOutputs(RegisterResourceOutputsRequest request, ServerCallContext context) =>
        Exchange.AnswerAsync(server, request, context, _ => new Empty());

    public override Task<Empty> SignalAndWaitForShutdown(Empty request, ServerCallContext context) =>
        Exchange.AnswerAsync(server, request, context, _ => new Empty());

    /// <summary>The types of all parents but the stack, and the name.</summary>
    private string UrnOf(string parent, string type, string name)
    {
        var parents = parent.Length == 0 || parent.Split("::")[2] == StackType ? "" : $"{parent.Split("::")[2]}$";
        return $"urn:pulumi:{server.Options.Stack}::{server.Options.Project}::{parents}{type}::{name}";
    }

    private static string Or(string given, string otherwise) => given.Length > 0 ? given : otherwise;
}
