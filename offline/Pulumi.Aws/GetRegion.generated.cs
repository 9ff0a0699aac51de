// Written by eng/generate_pulumi_aws.py from eng/pulumi-aws.json: change these, not this file.
#nullable enable
using System.Threading.Tasks;

namespace Pulumi.Aws;

/// <summary>aws:index/getRegion:getRegion</summary>
public static class GetRegion
{
    public static Task<GetRegionResult> InvokeAsync(GetRegionArgs? args = null, InvokeOptions? options = null)
        => Deployment.Instance.InvokeAsync<GetRegionResult>("aws:index/getRegion:getRegion", args ?? new GetRegionArgs(), Utilities.Defaults(options));

    public static Output<GetRegionResult> Invoke(GetRegionInvokeArgs? args = null, InvokeOptions? options = null)
        => Deployment.Instance.Invoke<GetRegionResult>("aws:index/getRegion:getRegion", args ?? new GetRegionInvokeArgs(), Utilities.Defaults(options));

    public static Output<GetRegionResult> Invoke(GetRegionInvokeArgs args, InvokeOutputOptions options)
        => Deployment.Instance.Invoke<GetRegionResult>("aws:index/getRegion:getRegion", args ?? new GetRegionInvokeArgs(), Utilities.Defaults(options));
}

public sealed class GetRegionArgs : global::Pulumi.InvokeArgs
{
    [Input("endpoint")] public string? Endpoint { get; set; }
    [Input("region")] public string? Region { get; set; }
}

public sealed class GetRegionInvokeArgs : global::Pulumi.InvokeArgs
{
    [Input("endpoint")] public Input<string>? Endpoint { get; set; }
    [Input("region")] public Input<string>? Region { get; set; }
}

[OutputType]
public sealed class GetRegionResult
{
    public readonly string Description;
    public readonly string Endpoint;
    public readonly string Region;

    [OutputConstructor]
    private GetRegionResult(string @description, string @endpoint, string @region)
    {
        Description = @description;
        Endpoint = @endpoint;
        Region = @region;
    }
}
