using Amazon;
using Amazon.EventBridge;
using Amazon.EventBridge.Model;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.SageMaker;
using Amazon.SageMaker.Model;
using Amazon.SecretsManager;
using Amazon.SecretsManager.Model;
using Amazon.SimpleNotificationService;
using Amazon.SimpleNotificationService.Model;

namespace MlopsBatch.Offline.Tests.Aws;

/// <summary>Hosts as in https://docs.aws.amazon.com/general/latest/gr/aws-service-information.html.</summary>
public sealed class EndpointTests
{
    public static TheoryData<ClientConfig, AmazonWebServiceRequest, string> Services() =>
        new()
        {
            { new AmazonSimpleNotificationServiceConfig(), new PublishRequest(), "sns" },
            { new AmazonSecretsManagerConfig(), new GetSecretValueRequest(), "secretsmanager" },
            { new AmazonEventBridgeConfig(), new PutEventsRequest(), "events" },
            { new AmazonSageMakerConfig(), new ListModelPackagesRequest(), "api.sagemaker" },
        };

    [Theory]
    [MemberData(nameof(Services), DisableDiscoveryEnumeration = true)]
    public void The_host_follows_region_and_partition(ClientConfig config, AmazonWebServiceRequest request, string host)
    {
        Resolve(RegionEndpoint.EUWest1).ShouldBe($"https://{host}.eu-west-1.amazonaws.com/");
        Resolve(RegionEndpoint.CNNorth1).ShouldBe($"https://{host}.cn-north-1.amazonaws.com.cn/");

        string Resolve(RegionEndpoint region)
        {
            config.RegionEndpoint = region;
            return config.DetermineServiceOperationEndpoint(new ServiceOperationEndpointParameters(request)).URL;
        }
    }

    [Fact]
    public void A_client_closes_without_a_call()
    {
        var client = new AmazonSageMakerClient(
            FakeService.Credentials,
            new AmazonSageMakerConfig { RegionEndpoint = RegionEndpoint.EUWest1 }
        );
        client.Config.RegionEndpoint.ShouldBe(RegionEndpoint.EUWest1);
        Should.NotThrow(client.Dispose);
    }
}
