using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal.Endpoints.StandardLibrary;

namespace MlopsBatch.Offline;

/// <summary><c>https://{host}.{region}.{suffix of the partition}</c>, or the URL that the configuration names.</summary>
/// <param name="host">First part of the host's name, for instance <c>api.sagemaker</c>.</param>
internal sealed class ServiceEndpoints(string host) : IEndpointProvider
{
    public const string Region = "Region",
        Url = "Endpoint",
        UseFips = "UseFIPS",
        UseDualStack = "UseDualStack";

    public Endpoint ResolveEndpoint(EndpointParameters parameters)
    {
        if (parameters[Url] is string url)
        {
            return
                parameters[UseFips] is true ? throw new AmazonClientException(Custom("FIPS"))
                : parameters[UseDualStack] is true ? throw new AmazonClientException(Custom("Dualstack"))
                : new Endpoint(url);
        }

        if (parameters[UseFips] is true || parameters[UseDualStack] is true)
        {
            throw new AmazonClientException(
                $"FIPS and dual-stack endpoints of {host} need the official package: build with PackageFeed=nuget."
            );
        }

        if (parameters[Region] is not string region)
        {
            throw new AmazonClientException($"No region for {host}: set AWS_REGION or the configuration's RegionEndpoint.");
        }

        return new Endpoint($"https://{host}.{region}.{Fn.Partition(region).dnsSuffix}/");
    }

    private static string Custom(string kind) => $"Invalid Configuration: {kind} and custom endpoint are not supported";

    public static EndpointParameters Parameters(IClientConfig config) =>
        new()
        {
            [Region] = config.RegionEndpoint?.SystemName ?? config.AuthenticationRegion,
            [Url] = config.ServiceURL,
            [UseFips] = config.UseFIPSEndpoint,
            [UseDualStack] = config.UseDualstackEndpoint,
        };
}
