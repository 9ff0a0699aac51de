namespace MlopsBatch.Platform;

/// <summary>AWS's partitions, told from a region's name.</summary>
internal static class AwsPartition
{
    /// <summary>The part of an ARN after <c>arn:</c>.</summary>
    public static string Of(string region) =>
        region switch
        {
            _ when region.StartsWith("cn-", StringComparison.Ordinal) => "aws-cn",
            _ when region.StartsWith("us-gov-", StringComparison.Ordinal) => "aws-us-gov",
            _ when region.StartsWith("us-iso-", StringComparison.Ordinal) => "aws-iso",
            _ when region.StartsWith("us-isob-", StringComparison.Ordinal) => "aws-iso-b",
            _ => "aws",
        };

    /// <summary>What the names of services end in.</summary>
    public static string DnsSuffix(string region) =>
        region.StartsWith("cn-", StringComparison.Ordinal) ? "amazonaws.com.cn" : "amazonaws.com";
}
