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
        EndpointProvider = new ServiceEndpoints("secretsmanager");
    }

    public override string RegionEndpointServiceName => "secretsmanager";

    public override string ServiceVersion => "2017-10-17";

    public override string UserAgent => ServiceDefaults.UserAgent;

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        EndpointProvider.ResolveEndpoint(ServiceEndpoints.Parameters(this));
}
