using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal.Endpoints.StandardLibrary;

namespace MlopsBatch.Offline;

/// <summary>
/// <c>https://{host}.{region}.{suffix of the partition}</c>, or the URL that the configuration names. FIPS endpoints have a
/// host of their own, dual-stack ones (IPv6 too) a suffix of their own.
/// </summary>
/// <param name="host">First part of the host's name, for instance <c>api.sagemaker</c>; <c>{host}-fips</c> is FIPS's.</param>
/// <param name="exceptions">Where the service departs from that.</param>
internal sealed class ServiceEndpoints(string host, Func<EndpointHost, EndpointHost>? exceptions = null) : IEndpointProvider
{
    public const string Region = "Region",
        Url = "Endpoint",
        UseFips = "UseFIPS",
        UseDualStack = "UseDualStack";

    public Endpoint ResolveEndpoint(EndpointParameters parameters)
    {
        var (fips, dualStack) = (parameters[UseFips] is true, parameters[UseDualStack] is true);
        if (parameters[Url] is string url)
        {
            return
                fips ? throw new AmazonClientException(Custom("FIPS"))
                : dualStack ? throw new AmazonClientException(Custom("Dualstack"))
                : new Endpoint(url);
        }

        if (parameters[Region] is not string region)
        {
            throw new AmazonClientException($"No region for {host}: set AWS_REGION or the configuration's RegionEndpoint.");
        }

        var partition = Fn.Partition(region);
        if ((fips && !partition.supportsFIPS) || (dualStack && !partition.supportsDualStack))
        {
            throw new AmazonClientException(
                fips && dualStack ? "FIPS and DualStack are enabled, but this partition does not support one or both"
                : fips ? "FIPS is enabled but this partition does not support FIPS"
                : "DualStack is enabled but this partition does not support DualStack"
            );
        }

        var general = new EndpointHost(
            fips ? $"{host}-fips" : host,
            region,
            dualStack ? partition.dualStackDnsSuffix : partition.dnsSuffix,
            partition,
            fips,
            dualStack
        );
        var chosen = exceptions?.Invoke(general) ?? general;
        return new Endpoint($"https://{chosen.Name}.{region}.{chosen.Suffix}/");
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
