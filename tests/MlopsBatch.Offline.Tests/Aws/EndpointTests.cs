using System.Runtime.Loader;
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

/// <summary>
/// Each client talks to the host that AWS's own rules give, in every region of every partition: official-endpoints.txt, which
/// eng/generate_official_endpoints.py writes from botocore's data.
/// </summary>
public sealed class EndpointTests
{
    private static readonly string[][] Official =
    [
        .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Aws", "official-endpoints.txt"))
            .Where(line => !line.StartsWith('#'))
            .Select(line => line.Split('\t')),
    ];

    [Theory]
    [InlineData("plain", false, false)]
    [InlineData("fips", true, false)]
    [InlineData("dualstack", false, true)]
    [InlineData("fips+dualstack", true, true)]
    public void The_host_is_the_one_that_the_official_rules_give(string kind, bool fips, bool dualStack)
    {
        var expected = (
            from row in Official
            where row[1] == kind
            from region in row[3].Split(' ')
            select (Service: row[0], Region: region, Url: row[2].Replace("{region}", region, StringComparison.Ordinal) + "/")
        ).ToList();

        expected.Count.ShouldBe(4 * 53, "services by regions");
        expected.Select(one => (one.Service, one.Region, Resolve(one.Service, one.Region, fips, dualStack))).ShouldBe(expected);
    }

    /// <summary>All of AWS's partitions have both today: one that lacks them is loaded into an AWSSDK.Core of its own.</summary>
    [Theory]
    [InlineData(true, false, "FIPS is enabled but this partition does not support FIPS")]
    [InlineData(false, true, "DualStack is enabled but this partition does not support DualStack")]
    [InlineData(true, true, "FIPS and DualStack are enabled, but this partition does not support one or both")]
    public void A_partition_without_such_endpoints_is_told_so(bool fips, bool dualStack, string message)
    {
        var file = Path.GetTempFileName();
        var context = new AssemblyLoadContext(nameof(A_partition_without_such_endpoints_is_told_so), isCollectible: true);
        try
        {
            File.WriteAllText(
                file,
                """
                {
                  "version": "1.1",
                  "partitions": [
                    {
                      "id": "aws", "regionRegex": "^nn-.*$", "regions": {},
                      "outputs": {
                        "name": "aws", "dnsSuffix": "plain", "dualStackDnsSuffix": "dual", "supportsFIPS": false, "supportsDualStack": false
                      }
                    }
                  ]
                }
                """
            );
            Named(typeof(ClientConfig), "Amazon.Runtime.Internal.Endpoints.StandardLibrary.Partition")
                .GetMethod("LoadPartitions", [typeof(string)])!
                .Invoke(null, [file]);
            dynamic config = Activator.CreateInstance(Load<AmazonSecretsManagerConfig>())!;
            dynamic request = Activator.CreateInstance(Load<GetSecretValueRequest>())!;
            dynamic parameters = Activator.CreateInstance(Load<ServiceOperationEndpointParameters>(), [request])!;
            config.AuthenticationRegion = "nn-test-1";
            config.UseFIPSEndpoint = fips;
            config.UseDualstackEndpoint = dualStack;

            string fault = Should.Throw<Exception>(() => config.DetermineServiceOperationEndpoint(parameters)).Message;

            fault.ShouldBe(message);
        }
        finally
        {
            context.Unload();
            File.Delete(file);
        }

        Type Load<T>() => Named(typeof(T), typeof(T).FullName!);
        Type Named(Type beside, string name) => context.LoadFromAssemblyPath(beside.Assembly.Location).GetType(name, throwOnError: true)!;
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

    private static string Resolve(string service, string region, bool fips, bool dualStack)
    {
        (ClientConfig config, AmazonWebServiceRequest request) = service switch
        {
            "events" => ((ClientConfig)new AmazonEventBridgeConfig(), (AmazonWebServiceRequest)new PutEventsRequest()),
            "sagemaker" => (new AmazonSageMakerConfig(), new ListModelPackagesRequest()),
            "secretsmanager" => (new AmazonSecretsManagerConfig(), new GetSecretValueRequest()),
            _ => (new AmazonSimpleNotificationServiceConfig(), new PublishRequest()),
        };
        config.RegionEndpoint = RegionEndpoint.GetBySystemName(region);
        (config.UseFIPSEndpoint, config.UseDualstackEndpoint) = (fips, dualStack);
        return config.DetermineServiceOperationEndpoint(new ServiceOperationEndpointParameters(request)).URL;
    }
}
