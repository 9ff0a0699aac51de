using Amazon.EventBridge;
using Amazon.S3;
using Amazon.SageMaker;
using Amazon.SimpleNotificationService;

namespace MlopsBatch.Lambda.Notifications;

/// <summary>The function's ways to AWS, made when first used. A host that has others, such as a test's or a local cloud's, gives
/// them.</summary>
public sealed record NotificationClients
{
    public Lazy<IAmazonSageMaker> SageMaker { get; init; } = new(() => new AmazonSageMakerClient());

    public Lazy<IAmazonS3> S3 { get; init; } = new(() => new AmazonS3Client());

    public Lazy<IAmazonEventBridge> EventBridge { get; init; } = new(() => new AmazonEventBridgeClient());

    public Lazy<IAmazonSimpleNotificationService> Sns { get; init; } = new(() => new AmazonSimpleNotificationServiceClient());
}
