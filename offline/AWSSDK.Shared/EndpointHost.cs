using Amazon.Runtime.Internal.Endpoints.StandardLibrary;

namespace MlopsBatch.Offline;

/// <summary>An endpoint's host, <c>{Name}.{Region}.{Suffix}</c>, and what was asked for.</summary>
internal sealed record EndpointHost(string Name, string Region, string Suffix, Partition Partition, bool Fips, bool DualStack)
{
    /// <summary>GovCloud's regions proper, whose plain endpoints are FIPS ones.</summary>
    public bool IsInGovCloud => Region is "us-gov-east-1" or "us-gov-west-1";
}
