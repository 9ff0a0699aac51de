using MlopsBatch.Aws;

namespace MlopsBatch.Lambda.Notifications.Text;

/// <summary>Links into the AWS console of a partition and region; null where the partition's console isn't known.</summary>
internal sealed class ConsoleLinks
{
    private readonly string? _host;
    private readonly Partition? _partition;
    private readonly string _region;

    public ConsoleLinks(string? region)
    {
        _region = Partition.TryOfRegion(region, out _partition) ? region : "";
        _host = _partition?.Console(_region);
    }

    /// <summary>SageMaker Studio: the domain's own address if its id is known, else the console's way into it.</summary>
    public string? Studio(string? domainId) =>
        _partition?.Id == "aws" && domainId is { Length: > 0 }
            ? $"https://studio-{domainId}.studio.{_region}.sagemaker.aws/"
            : Page("sagemaker", "/studio");

    /// <summary>The log streams whose name starts with <paramref name="streamPrefix"/>.</summary>
    public string? Logs(string logGroup, string streamPrefix) =>
        Page("cloudwatch", null, $"logsV2:log-groups/log-group/{Twice(logGroup)}$3FlogStreamNameFilter$3D{Twice(streamPrefix)}");

    public string? Object(string bucket, string key) =>
        _host is null ? null : $"{_host}/s3/object/{Uri.EscapeDataString(bucket)}?region={_region}&prefix={Uri.EscapeDataString(key)}";

    public string? Alarm(string name) => Page("cloudwatch", null, $"alarmsV2:alarm/{Uri.EscapeDataString(name)}");

    public string? Rule(Arn rule) =>
        Page(
            "events",
            rule.ResourceParts is [_, var bus, var name]
                ? $"/eventbus/{bus}/rules/{name}"
                : $"/eventbus/default/rules/{rule.ResourceParts[^1]}"
        );

    // CloudWatch's console wants names in its fragment escaped twice, with $ for the outer %.
    private static string Twice(string text) =>
        Uri.EscapeDataString(Uri.EscapeDataString(text)).Replace("%", "$", StringComparison.Ordinal);

    private string? Page(string service, string? route, string? fragment = null) =>
        _partition?.ConsolePage(_region, service, $"{route}{fragment}");
}
