using Amazon.Runtime;
using Amazon.SimpleNotificationService.Model;

namespace Amazon.SimpleNotificationService;

/// <summary>Amazon SNS (https://docs.aws.amazon.com/sns/latest/api/).</summary>
public interface IAmazonSimpleNotificationService : IAmazonService, IDisposable
{
    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonSimpleNotificationServiceConfig();

    static IAmazonService IAmazonService.CreateDefaultServiceClient(AWSCredentials awsCredentials, ClientConfig clientConfig) =>
        new AmazonSimpleNotificationServiceClient(awsCredentials, (AmazonSimpleNotificationServiceConfig)clientConfig);

    /// <summary>Sends a message to a topic (https://docs.aws.amazon.com/sns/latest/api/API_Publish.html).</summary>
    /// <exception cref="InvalidParameterException">A parameter breaks a rule, for instance a message above 256 KiB.</exception>
    /// <exception cref="NotFoundException">There is no such topic.</exception>
    /// <exception cref="AuthorizationErrorException">The caller may not publish to this topic.</exception>
    /// <exception cref="KMSAccessDeniedException">The caller may not use the topic's key.</exception>
    Task<PublishResponse> PublishAsync(PublishRequest request, CancellationToken cancellationToken = default);
}
