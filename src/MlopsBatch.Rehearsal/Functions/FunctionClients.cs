using Amazon.EventBridge;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.SageMaker;
using Amazon.SecretsManager;
using Amazon.SimpleNotificationService;
using MlopsBatch.LocalCloud.Http;

namespace MlopsBatch.Rehearsal.Functions;

/// <summary>AWS clients as a function has them, all of which talk to a local cloud's address with one session's keys.</summary>
/// <param name="url">Where the cloud listens.</param>
/// <param name="region">Its region.</param>
/// <param name="key">Whose they are.</param>
public sealed class FunctionClients(string url, string region, AccessKey key)
{
    private readonly AWSCredentials _credentials = key.SessionToken is { } token
        ? new SessionAWSCredentials(key.Id, key.Secret, token)
        : new BasicAWSCredentials(key.Id, key.Secret);

    public Lazy<IAmazonSageMaker> SageMaker => new(() => new AmazonSageMakerClient(_credentials, For(new AmazonSageMakerConfig())));

    public Lazy<IAmazonS3> S3 => new(() => new AmazonS3Client(_credentials, For(new AmazonS3Config { ForcePathStyle = true })));

    public Lazy<IAmazonSimpleNotificationService> Sns =>
        new(() => new AmazonSimpleNotificationServiceClient(_credentials, For(new AmazonSimpleNotificationServiceConfig())));

    public Lazy<IAmazonSecretsManager> SecretsManager =>
        new(() => new AmazonSecretsManagerClient(_credentials, For(new AmazonSecretsManagerConfig())));

    public Lazy<IAmazonEventBridge> EventBridge => new(() => new AmazonEventBridgeClient(_credentials, For(new AmazonEventBridgeConfig())));

    private T For<T>(T config)
        where T : ClientConfig
    {
        config.ServiceURL = url;
        config.AuthenticationRegion = region;
        return config;
    }
}
