using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.SecretsManager.Model;
using MlopsBatch.Offline;

namespace Amazon.SecretsManager;

/// <inheritdoc cref="IAmazonSecretsManager"/>
public class AmazonSecretsManagerClient : AmazonServiceClient, IAmazonSecretsManager
{
    /// <summary>Credentials and region of the environment.</summary>
    public AmazonSecretsManagerClient()
        : base(new AmazonSecretsManagerConfig()) { }

    /// <summary>Credentials of the environment.</summary>
    public AmazonSecretsManagerClient(AmazonSecretsManagerConfig config)
        : base(config) { }

    public AmazonSecretsManagerClient(AWSCredentials credentials, AmazonSecretsManagerConfig clientConfig)
        : base(credentials, clientConfig) { }

    protected override IServiceMetadata ServiceMetadata { get; } = new ServiceName("Secrets Manager");

    public virtual Task<GetSecretValueResponse> GetSecretValueAsync(
        GetSecretValueRequest request,
        CancellationToken cancellationToken = default
    ) =>
        InvokeAsync<GetSecretValueResponse>(
            request,
            new InvokeOptions { RequestMarshaller = Operations.GetSecretValue, ResponseUnmarshaller = Operations.GetSecretValue },
            cancellationToken
        );

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline) => ServicePipeline.Shape(pipeline);
}
