using System.Diagnostics.CodeAnalysis;

namespace MlopsBatch.Aws;

/// <summary>
/// A part of AWS with accounts, regions, names of hosts and a console of its own. Sources: the partitions of AWS's SDKs
/// (https://github.com/boto/botocore/blob/develop/botocore/data/partitions.json); for the consoles, each partition's user guide.
/// </summary>
public sealed class Partition
{
    private readonly string[] _prefixes;

    private Partition(string id, string dnsSuffix, string? consoleDomain, string[] prefixes, string regions)
    {
        (Id, DnsSuffix, ConsoleDomain, _prefixes) = (id, dnsSuffix, consoleDomain, prefixes);
        Regions = regions.Split(' ');
    }

    /// <summary>Every partition.</summary>
    public static IReadOnlyList<Partition> All { get; } =
    [
        new(
            "aws",
            "amazonaws.com",
            "console.aws.amazon.com",
            ["us", "eu", "ap", "sa", "ca", "me", "af", "il", "mx"],
            "af-south-1 ap-east-1 ap-east-2 ap-northeast-1 ap-northeast-2 ap-northeast-3 ap-south-1 ap-south-2 ap-southeast-1 "
                + "ap-southeast-2 ap-southeast-3 ap-southeast-4 ap-southeast-5 ap-southeast-6 ap-southeast-7 ca-central-1 ca-west-1 "
                + "eu-central-1 eu-central-2 eu-north-1 eu-south-1 eu-south-2 eu-west-1 eu-west-2 eu-west-3 il-central-1 "
                + "me-central-1 me-south-1 mx-central-1 sa-east-1 us-east-1 us-east-2 us-west-1 us-west-2"
        ),
        new("aws-cn", "amazonaws.com.cn", "console.amazonaws.cn", ["cn"], "cn-north-1 cn-northwest-1"),
        new("aws-us-gov", "amazonaws.com", "console.amazonaws-us-gov.com", ["us-gov"], "us-gov-east-1 us-gov-west-1"),
        new("aws-eusc", "amazonaws.eu", "console.amazonaws-eusc.eu", ["eusc-de"], "eusc-de-east-1"),
        new("aws-iso", "c2s.ic.gov", null, ["us-iso"], "us-iso-east-1 us-iso-west-1"),
        new("aws-iso-b", "sc2s.sgov.gov", null, ["us-isob"], "us-isob-east-1 us-isob-west-1"),
        new("aws-iso-e", "cloud.adc-e.uk", null, ["eu-isoe"], "eu-isoe-west-1"),
        new("aws-iso-f", "csp.hci.ic.gov", null, ["us-isof"], "us-isof-east-1 us-isof-south-1"),
    ];

    /// <summary>The part of an ARN after <c>arn:</c>.</summary>
    public string Id { get; }

    /// <summary>What the names of services' hosts end in.</summary>
    public string DnsSuffix { get; }

    /// <summary>What the console's host ends in; null in the isolated partitions, whose consoles no link from outside reaches.</summary>
    public string? ConsoleDomain { get; }

    /// <summary>The regions that there were when this list was made; others are told by their prefix.</summary>
    public IReadOnlyList<string> Regions { get; }

    /// <summary>What a region's name looks like, as a regular expression of JSON Schema.</summary>
    public static string RegionPattern { get; } = $"^({string.Join('|', All.SelectMany(one => one._prefixes))})-[a-z]+-[0-9]+$";

    /// <summary>The region's partition.</summary>
    /// <exception cref="ArgumentException">It has no region's form; the message says so.</exception>
    public static Partition OfRegion(string region) =>
        TryOfRegion(region, out var partition)
            ? partition
            : throw new ArgumentException($"\"{region}\" is no region of AWS, which are named as eu-west-1 is.");

    /// <summary>The region's partition, told by its name, so that a region that is new gets its own as well.</summary>
    public static bool TryOfRegion([NotNullWhen(true)] string? region, [NotNullWhen(true)] out Partition? partition)
    {
        // PREFIX-DIRECTION-NUMBER, as in us-gov-west-1: the prefix decides.
        partition =
            region?.Split('-') is [.. var prefix, { Length: > 0 } direction, { Length: > 0 } number]
            && direction.All(char.IsAsciiLetterLower)
            && number.All(char.IsAsciiDigit)
                ? All.FirstOrDefault(one => one._prefixes.Contains(string.Join('-', prefix)))
                : null;
        return partition is not null;
    }

    /// <summary>A service's host in a region, which is also the service's principal where that is of a region (CloudWatch Logs).</summary>
    public string ServiceHost(string service, string region) => $"{service}.{region}.{DnsSuffix}";

    /// <summary>The console's address in a region, without a slash at its end; null where no link from outside reaches it.</summary>
    public string? Console(string region) => ConsoleDomain is null ? null : $"https://{region}.{ConsoleDomain}";

    /// <summary>A page of a service's console; null where no link from outside reaches it.</summary>
    /// <param name="region">The region.</param>
    /// <param name="service">The service's place in the console, such as <c>sqs/v3</c>.</param>
    /// <param name="route">The page, which the console reads after <c>#</c>, such as <c>/queues</c>.</param>
    public string? ConsolePage(string region, string service, string route) =>
        Console(region) is { } console ? $"{console}/{service}/home?region={region}#{route}" : null;

    /// <summary>The ARN of one of the partition's resources.</summary>
    public Arn Arn(string service, string region, string account, string resource) => new(Id, service, region, account, resource);

    /// <summary>The ARN of a bucket, or of objects in it.</summary>
    public Arn S3(string bucketAndKey) => Arn("s3", "", "", bucketAndKey);

    /// <summary>The ARN of an identity of an account, such as <c>role/name</c> or <c>root</c>.</summary>
    public Arn Iam(string account, string resource) => Arn("iam", "", account, resource);

    public override string ToString() => Id;
}
