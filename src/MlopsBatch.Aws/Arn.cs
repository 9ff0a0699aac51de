using System.Diagnostics.CodeAnalysis;

namespace MlopsBatch.Aws;

/// <summary>
/// An Amazon Resource Name, <c>arn:partition:service:region:account:resource</c>; equal if every part is. Patterns of policies
/// (<c>arn:aws:sagemaker:*:*:model-package/*</c>) are read as well.
/// Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html
/// </summary>
/// <param name="Partition">For instance <c>aws</c> or <c>aws-cn</c>.</param>
/// <param name="Service">The service's namespace, for instance <c>sns</c>.</param>
/// <param name="Region">Empty for resources of no region, such as roles and buckets.</param>
/// <param name="Account">Twelve digits; empty for resources whose name is unique by itself, such as buckets; <c>aws</c> for
/// AWS's own.</param>
/// <param name="Resource">What comes after the account: an id, or a type and an id with <c>/</c> or <c>:</c> between them.</param>
public sealed record Arn(string Partition, string Service, string Region, string Account, string Resource)
{
    private const int Parts = 6;

    /// <summary>The longest that any service takes.</summary>
    private const int MaxLength = 2048;

    /// <summary>Services whose resources have a name and no type, so that what is before the first separator isn't one.</summary>
    private static readonly string[] Untyped = ["s3", "sns", "sqs", "execute-api"];

    /// <summary>What the resource is, such as <c>role</c>; empty where the service has no types (S3, SNS, SQS).</summary>
    public string ResourceType => Separator is var at && at < 0 ? "" : Resource[..at];

    /// <summary>The resource without its type: <c>{group}/{version}</c> of a model package, the name of a topic.</summary>
    public string ResourceId => Separator is var at && at < 0 ? Resource : Resource[(at + 1)..];

    /// <summary>The resource's parts: <c>pipeline/name/execution/id</c> has four, <c>function:name:alias</c> three.</summary>
    public IReadOnlyList<string> ResourceParts => Resource.Split('/', ':');

    /// <summary>The last of the resource's parts: the name, in most services.</summary>
    public string Name => ResourceParts[^1];

    private int Separator => Untyped.Contains(Service) ? -1 : Resource.AsSpan().IndexOfAny('/', ':');

    /// <summary>What ARNs of a kind look like, as a regular expression that JSON Schema takes, too (ECMA 262).</summary>
    /// <param name="service">The service's namespace.</param>
    /// <param name="region">Expression of the region; empty where the service is global.</param>
    /// <param name="account">Expression of the account.</param>
    /// <param name="resource">Expression of all behind it.</param>
    public static string Expression(string service, string region, string account, string resource) =>
        $"^arn:({string.Join('|', Aws.Partition.All.Select(one => one.Id))}):{service}:{region}:({account}):{resource}$";

    /// <summary>Reads an ARN.</summary>
    /// <exception cref="FormatException">It is none; the message says why.</exception>
    public static Arn Parse(string text) => TryParse(text, out var arn, out var reason) ? arn : throw new FormatException(reason);

    /// <summary>Reads an ARN.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out Arn? arn) => TryParse(text, out arn, out _);

    /// <summary>Reads an ARN.</summary>
    /// <param name="text">What may be one.</param>
    /// <param name="arn">The ARN; null if it is none.</param>
    /// <param name="reason">Why it is none, as a sentence with the text and what is needed; null if it is one.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out Arn? arn, [NotNullWhen(false)] out string? reason)
    {
        var parts = text?.Split(':', Parts) ?? [];
        var missing = parts switch
        {
            _ when string.IsNullOrEmpty(text) => "is empty",
            _ when text.Length > MaxLength => $"is longer than {MaxLength} characters",
            _ when text.Any(char.IsControl) => "has a control character",
            _ when parts[0] != "arn" => "doesn't begin with \"arn:\"",
            _ when parts.Length < Parts => $"has {parts.Length} parts of {Parts}",
            _ when parts[1].Length == 0 => "has no partition",
            _ when parts[2].Length == 0 => "has no service",
            _ when parts[4].Length > 0 && !IsAccount(parts[4]) => $"has \"{parts[4]}\" for an account",
            _ when parts[5].Length == 0 => "has no resource",
            _ => null,
        };
        arn = missing is null ? new(parts[1], parts[2], parts[3], parts[4], parts[5]) : null;
        reason = missing is null ? null : $"\"{text}\" is no ARN: it {missing}; an ARN is arn:PARTITION:SERVICE:REGION:ACCOUNT:RESOURCE.";
        return missing is null;
    }

    /// <summary>Whether the text is the ARN of a resource of the service and, if one is named, of the type.</summary>
    public static bool IsOf(string service, string? text, string? resourceType = null) =>
        TryParse(text, out var arn) && arn.Service == service && (resourceType is null || arn.ResourceType == resourceType);

    public override string ToString() => $"arn:{Partition}:{Service}:{Region}:{Account}:{Resource}";

    private static bool IsAccount(string text) =>
        text is "aws" || text.Contains('*') || text.Contains('?') || (text.Length == 12 && text.All(char.IsAsciiDigit));
}
