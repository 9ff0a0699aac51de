using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using MlopsBatch.Offline;

namespace Amazon.SageMaker;

/// <summary>Settings of the client; what isn't set comes from the environment and the profile.</summary>
public class AmazonSageMakerConfig : ClientConfig
{
    public AmazonSageMakerConfig()
        : base(ServiceDefaults.Provider)
    {
        base.ServiceId = "SageMaker";
        AuthenticationServiceName = "sagemaker";
        EndpointProvider = new ServiceEndpoints(
            "api.sagemaker",
            host =>
                host is { Fips: true, DualStack: false, Partition.name: "aws" or "aws-us-gov" }
                    ? host with
                    {
                        Name = "api-fips.sagemaker",
                    }
                    : host
        );
    }

    public override string RegionEndpointServiceName => "api.sagemaker";

    public override string ServiceVersion => "2017-07-24";

    public override string UserAgent => ServiceDefaults.UserAgent;

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        EndpointProvider.ResolveEndpoint(ServiceEndpoints.Parameters(this));
}
