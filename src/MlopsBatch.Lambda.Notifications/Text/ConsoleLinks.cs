using MlopsBatch.Lambda.Common.Text;

namespace MlopsBatch.Lambda.Notifications.Text;

/// <summary>Links into the AWS console of a partition and region; null where the partition's console isn't known.</summary>
internal sealed class ConsoleLinks
{
    private readonly string? _host;
    private readonly string? _partition;
    private readonly string _region;

    public ConsoleLinks(string? region)
    {
        _region = region is not null && region.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') ? region : "";
        _partition = _region.Length == 0 ? null : PartitionOf(_region);
        _host = _partition switch
        {
            "aws" => $"https://{_region}.console.aws.amazon.com",
            "aws-cn" => $"https://{_region}.console.amazonaws.cn",
            "aws-us-gov" => $"https://{_region}.console.amazonaws-us-gov.com",
            "aws-eusc" => $"https://{_region}.console.amazonaws-eusc.eu",
            _ => null,
        };
    }

    /// <summary>The partition's name in ARNs.</summary>
    public string Partition => _partition ?? "aws";

    /// <summary>SageMaker Studio: the domain's own address if its id is known, else the console's way into it.</summary>
    public string? Studio(string? domainId) =>
        _partition == "aws" && domainId is { Length: > 0 }
            ? $"https://studio-{domainId}.studio.{_region}.sagemaker.aws/"
            : Page("sagemaker", "/studio");

    /// <summary>The log streams whose name starts with <paramref name="streamPrefix"/>.</summary>
    public string? Logs(string logGroup, string streamPrefix) =>
        Page("cloudwatch", null, $"logsV2:log-groups/log-group/{Twice(logGroup)}$3FlogStreamNameFilter$3D{Twice(streamPrefix)}");

    public string? Object(string bucket, string key) =>
        _host is null ? null : $"{_host}/s3/object/{Uri.EscapeDataString(bucket)}?region={_region}&prefix={Uri.EscapeDataString(key)}";

    public string? Alarm(string name) => Page("cloudwatch", null, $"alarmsV2:alarm/{Uri.EscapeDataString(name)}");

    public string? Queue(Arn queue) =>
        Page("sqs/v3", $"/queues/{Uri.EscapeDataString($"https://sqs.{_region}.{DnsSuffix}/{queue.Account}/{queue.Resource}")}");

    public string? Rule(Arn rule) =>
        Page(
            "events",
            $"/{string.Join('/', rule.ResourceParts.Count == 3 ? ["eventbus", rule.ResourceParts[1], "rules", rule.ResourceParts[2]] : new[] { "eventbus", "default", "rules", rule.ResourceParts[^1] })}"
        );

    private string DnsSuffix =>
        _partition switch
        {
            "aws-cn" => "amazonaws.com.cn",
            "aws-eusc" => "amazonaws.eu",
            _ => "amazonaws.com",
        };

    private static string? PartitionOf(string region) =>
        region switch
        {
            _ when region.StartsWith("cn-", StringComparison.Ordinal) => "aws-cn",
            _ when region.StartsWith("us-gov-", StringComparison.Ordinal) => "aws-us-gov",
            _ when region.StartsWith("eusc-", StringComparison.Ordinal) => "aws-eusc",
            // The isolated partitions have no console that can be reached from a mail.
            _ when region.Contains("-iso", StringComparison.Ordinal) => null,
            _ => "aws",
        };

    // CloudWatch's console wants names in its fragment escaped twice, with $ for the outer %.
    private static string Twice(string text) =>
        Uri.EscapeDataString(Uri.EscapeDataString(text)).Replace("%", "$", StringComparison.Ordinal);

    private string? Page(string service, string? route, string? fragment = null) =>
        _host is null ? null : $"{_host}/{service}/home?region={_region}#{route}{fragment}";
}
