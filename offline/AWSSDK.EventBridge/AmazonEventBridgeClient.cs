using Amazon.EventBridge.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using MlopsBatch.Offline;

namespace Amazon.EventBridge;

/// <inheritdoc cref="IAmazonEventBridge"/>
public class AmazonEventBridgeClient : AmazonServiceClient, IAmazonEventBridge
{
    /// <summary>Credentials and region of the environment.</summary>
    public AmazonEventBridgeClient()
        : base(new AmazonEventBridgeConfig()) { }

    /// <summary>Credentials of the environment.</summary>
    public AmazonEventBridgeClient(AmazonEventBridgeConfig config)
        : base(config) { }

    public AmazonEventBridgeClient(AWSCredentials credentials, AmazonEventBridgeConfig clientConfig)
        : base(credentials, clientConfig) { }

    protected override IServiceMetadata ServiceMetadata { get; } = new ServiceName("EventBridge");

    public virtual Task<PutEventsResponse> PutEventsAsync(PutEventsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<PutEventsResponse>(
            request,
            new InvokeOptions { RequestMarshaller = Operations.PutEvents, ResponseUnmarshaller = Operations.PutEvents },
            cancellationToken
        );

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline) => ServicePipeline.Shape(pipeline);
}
