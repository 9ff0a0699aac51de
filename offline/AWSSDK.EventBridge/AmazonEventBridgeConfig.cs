using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using MlopsBatch.Offline;

namespace Amazon.EventBridge;

/// <summary>Settings of the client; what isn't set comes from the environment and the profile.</summary>
public class AmazonEventBridgeConfig : ClientConfig
{
    public AmazonEventBridgeConfig()
        : base(ServiceDefaults.Provider)
    {
        base.ServiceId = "EventBridge";
        AuthenticationServiceName = "events";
        EndpointProvider = new ServiceEndpoints(
            "events",
            host => host.IsInGovCloud || host is { DualStack: true, Partition.name: "aws-us-gov" } ? host with { Name = "events" } : host
        );
    }

    public override string RegionEndpointServiceName => "events";

    public override string ServiceVersion => "2015-10-07";

    public override string UserAgent => ServiceDefaults.UserAgent;

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        EndpointProvider.ResolveEndpoint(ServiceEndpoints.Parameters(this));
}
