using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using MlopsBatch.Offline;

namespace Amazon.SimpleNotificationService;

/// <summary>Settings of the client; what isn't set comes from the environment and the profile.</summary>
public class AmazonSimpleNotificationServiceConfig : ClientConfig
{
    public AmazonSimpleNotificationServiceConfig()
        : base(ServiceDefaults.Provider)
    {
        base.ServiceId = "SNS";
        AuthenticationServiceName = "sns";
        EndpointProvider = new ServiceEndpoints(
            "sns",
            host => host is { DualStack: false, IsInGovCloud: true } ? host with { Name = "sns" } : host
        );
    }

    public override string RegionEndpointServiceName => "sns";

    public override string ServiceVersion => "2010-03-31";

    public override string UserAgent => ServiceDefaults.UserAgent;

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        EndpointProvider.ResolveEndpoint(ServiceEndpoints.Parameters(this));
}
