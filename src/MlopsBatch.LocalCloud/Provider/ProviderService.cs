using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Pulumirpc;

namespace MlopsBatch.LocalCloud.Provider;

/// <summary>
/// The handlers of the local cloud as a Pulumi provider. Calls come concurrently and are done one after the other. Whatever a
/// service refuses is the call's error, with the service's own words.
/// </summary>
internal sealed class ProviderService(CloudAccount account) : ResourceProvider.ResourceProviderBase
{
    private readonly Lock _lock = new();

    public override Task<ProviderHandshakeResponse> Handshake(ProviderHandshakeRequest request, ServerCallContext context) =>
        Task.FromResult(new ProviderHandshakeResponse());

    public override Task<CheckResponse> CheckConfig(CheckRequest request, ServerCallContext context) =>
        Task.FromResult(new CheckResponse { Inputs = request.News });

    public override Task<DiffResponse> DiffConfig(DiffRequest request, ServerCallContext context) =>
        Task.FromResult(new DiffResponse { Changes = DiffResponse.Types.DiffChanges.DiffNone });

    public override Task<ConfigureResponse> Configure(ConfigureRequest request, ServerCallContext context) =>
        Task.FromResult(new ConfigureResponse());

    public override Task<InvokeResponse> Invoke(InvokeRequest request, ServerCallContext context) =>
        Do(() => new InvokeResponse { Return = ProviderValues.Write(ProviderFunctions.Call(account, request.Tok)) });

    public override Task<CheckResponse> Check(CheckRequest request, ServerCallContext context) =>
        Do(() =>
        {
            var faults = ResourceCall.HandlerOf(request.Urn).Check(ProviderValues.Read(request.News));
            return new CheckResponse
            {
                Inputs = request.News,
                Failures = { faults.Select(fault => new CheckFailure { Reason = fault }) },
            };
        });

    public override Task<DiffResponse> Diff(DiffRequest request, ServerCallContext context) =>
        Do(() =>
        {
            var (old, inputs) = (ProviderValues.Read(request.OldInputs ?? request.Olds), ProviderValues.Read(request.News));
            var handler = ResourceCall.HandlerOf(request.Urn);
            var difference = handler.Diff(old, inputs);
            return new DiffResponse
            {
                Changes = difference.IsNone ? DiffResponse.Types.DiffChanges.DiffNone : DiffResponse.Types.DiffChanges.DiffSome,
                Diffs = { difference.Changed },
                Replaces = { difference.Replacing },
                DeleteBeforeReplace = difference.NeedsReplacement && handler.HasSameName(old, inputs),
            };
        });

    public override Task<CreateResponse> Create(CreateRequest request, ServerCallContext context) =>
        Do(() =>
        {
            if (request.Preview)
            {
                return new CreateResponse { Properties = request.Properties };
            }
            var handler = ResourceCall.HandlerOf(request.Urn);
            var created = handler.Create(account, ProviderValues.Read(request.Properties));
            return new CreateResponse { Id = created.Id, Properties = ProviderValues.Join(request.Properties, created.Outputs) };
        });

    public override Task<ReadResponse> Read(ReadRequest request, ServerCallContext context) =>
        Do(() =>
        {
            var handler = ResourceCall.HandlerOf(request.Urn);
            var state = ResourceCall.StateOf(request.Urn, request.Id, request.Properties, request.Inputs);
            // A resource that is gone has no id in the answer.
            return handler.Read(account, state) is { } outputs
                ? new ReadResponse
                {
                    Id = request.Id,
                    Properties = ProviderValues.Join(request.Properties, outputs),
                    Inputs = request.Inputs,
                }
                : new ReadResponse();
        });

    public override Task<UpdateResponse> Update(UpdateRequest request, ServerCallContext context) =>
        Do(() =>
        {
            if (request.Preview)
            {
                return new UpdateResponse { Properties = request.News };
            }
            var handler = ResourceCall.HandlerOf(request.Urn);
            var old = ResourceCall.StateOf(request.Urn, request.Id, request.Olds, request.OldInputs);
            var outputs = handler.Update(account, old, ProviderValues.Read(request.News));
            return new UpdateResponse { Properties = ProviderValues.Join(request.News, outputs) };
        });

    public override Task<Empty> Delete(DeleteRequest request, ServerCallContext context) =>
        Do(() =>
        {
            var handler = ResourceCall.HandlerOf(request.Urn);
            handler.Delete(account, ResourceCall.StateOf(request.Urn, request.Id, request.Properties, request.OldInputs));
            return new Empty();
        });

    public override Task<Empty> Cancel(Empty request, ServerCallContext context) => Task.FromResult(new Empty());

    public override Task<Empty> Attach(PluginAttach request, ServerCallContext context) => Task.FromResult(new Empty());

    public override Task<PluginInfo> GetPluginInfo(Empty request, ServerCallContext context) =>
        Task.FromResult(new PluginInfo { Version = "0.0.0" });

    private Task<T> Do<T>(Func<T> work)
    {
        try
        {
            lock (_lock)
            {
                return Task.FromResult(work());
            }
        }
        catch (CloudException refused)
        {
            throw new RpcException(new Status(StatusCode.Unknown, $"{refused.Code}: {refused.Message}"));
        }
    }
}
