// Written by eng/generate_pulumi_aws.py from eng/pulumi-aws.json: change these, not this file.
#nullable enable
using System.Threading.Tasks;

namespace Pulumi.Aws;

/// <summary>aws:index/getPartition:getPartition</summary>
public static class GetPartition
{
    public static Task<GetPartitionResult> InvokeAsync(GetPartitionArgs? args = null, InvokeOptions? options = null)
        => Deployment.Instance.InvokeAsync<GetPartitionResult>("aws:index/getPartition:getPartition", args ?? new GetPartitionArgs(), Utilities.Defaults(options));

    public static Output<GetPartitionResult> Invoke(GetPartitionInvokeArgs? args = null, InvokeOptions? options = null)
        => Deployment.Instance.Invoke<GetPartitionResult>("aws:index/getPartition:getPartition", args ?? new GetPartitionInvokeArgs(), Utilities.Defaults(options));

    public static Output<GetPartitionResult> Invoke(GetPartitionInvokeArgs args, InvokeOutputOptions options)
        => Deployment.Instance.Invoke<GetPartitionResult>("aws:index/getPartition:getPartition", args ?? new GetPartitionInvokeArgs(), Utilities.Defaults(options));
}

public sealed class GetPartitionArgs : global::Pulumi.InvokeArgs
{
}

public sealed class GetPartitionInvokeArgs : global::Pulumi.InvokeArgs
{
}

[OutputType]
public sealed class GetPartitionResult
{
    public readonly string DnsSuffix;
    public readonly string Partition;
    public readonly string ReverseDnsPrefix;

    [OutputConstructor]
    private GetPartitionResult(string @dnsSuffix, string @partition, string @reverseDnsPrefix)
    {
        DnsSuffix = @dnsSuffix;
        Partition = @partition;
        ReverseDnsPrefix = @reverseDnsPrefix;
    }
}
