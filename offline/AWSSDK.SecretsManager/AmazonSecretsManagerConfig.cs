using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using MlopsBatch.Offline;

namespace Amazon.SecretsManager;

/// <summary>Settings of the client; what isn't set comes from the environment and the profile.</summary>
public class AmazonSecretsManagerConfig : ClientConfig
{
    public AmazonSecretsManagerConfig()
        : base(ServiceDefaults.Provider)
    {
        base.ServiceId = "Secrets Manager";
        AuthenticationServiceName = "secretsmanager";
        EndpointProvider = new ServiceEndpoints(
            "secretsmanager",
            // Its usual names answer over IPv6, too.
            host => host.Partition.name is "aws" or "aws-us-gov" || host is { Fips: false, Partition.name: "aws-cn" }
                ? host with { Suffix = host.Partition.dnsSuffix }
                : host
        );
    }

    public override string RegionEndpointServiceName => "secretsmanager";

    public override string ServiceVersion => "2017-10-17";

    public override string UserAgent => ServiceDefaults.UserAgent;

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        EndpointProvider.ResolveEndpoint(ServiceEndpoints.Parameters(this));
}
