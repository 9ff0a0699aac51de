using System.Text.RegularExpressions;
using MlopsBatch.Aws;

namespace MlopsBatch.Configuration.Binding;

/// <summary>What an ARN of a kind looks like.</summary>
/// <param name="Service">The service's namespace.</param>
/// <param name="ResourceType">What stands before the id.</param>
/// <param name="Id">Regular expression of the id.</param>
/// <param name="IsRegional">Whether it names a region.</param>
/// <param name="Needs">The same in words, for the fault.</param>
internal sealed record ArnShape(string Service, string ResourceType, string Id, bool IsRegional, string Needs)
{
    private static readonly Dictionary<ArnKind, ArnShape> Shapes = new()
    {
        [ArnKind.Key] = new("kms", "key", "[A-Za-z0-9-]{1,128}", true, "a KMS key ARN, arn:aws:kms:REGION:ACCOUNT:key/ID"),
        [ArnKind.Role] = new("iam", "role", "[A-Za-z0-9+=,.@_/-]{1,512}", false, "a role ARN, arn:aws:iam::ACCOUNT:role/NAME"),
        [ArnKind.Policy] = new(
            "iam",
            "policy",
            "[A-Za-z0-9+=,.@_/-]{1,512}",
            false,
            "a managed policy's ARN, arn:aws:iam::ACCOUNT:policy/NAME"
        ),
        [ArnKind.EventBus] = new(
            "events",
            "event-bus",
            "[A-Za-z0-9._/-]{1,256}",
            true,
            "an event bus ARN, arn:aws:events:REGION:ACCOUNT:event-bus/NAME"
        ),
        [ArnKind.ModelVersion] = new(
            "sagemaker",
            "model-package",
            "[a-zA-Z0-9-]{1,63}/[1-9][0-9]{0,8}",
            true,
            "a model package version's ARN, arn:aws:sagemaker:REGION:ACCOUNT:model-package/GROUP/VERSION"
        ),
    };

    public static ArnShape Of(ArnKind kind) => Shapes[kind];

    /// <summary>Whether the text is such an ARN, of a partition that there is and a region of it.</summary>
    public bool Fits(string text) =>
        Arn.TryParse(text, out var arn)
        && (arn.Service, arn.ResourceType) == (Service, ResourceType)
        && IsPlaced(arn)
        && (arn.Account.All(char.IsAsciiDigit) ? arn.Account.Length > 0 : arn.Account == "aws" && ResourceType == "policy")
        && Regex.IsMatch(arn.ResourceId, $@"^({Id})\z", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    /// <summary>What such an ARN looks like, as a regular expression of JSON Schema.</summary>
    public string Expression =>
        Arn.Expression(
            Service,
            IsRegional ? "[a-z]+(-[a-z]+)*-[0-9]+" : "",
            ResourceType == "policy" ? "[0-9]{12}|aws" : "[0-9]{12}",
            $"{ResourceType}/({Id})"
        );

    private bool IsPlaced(Arn arn) =>
        IsRegional
            ? Partition.TryOfRegion(arn.Region, out var partition) && partition.Id == arn.Partition
            : arn.Region.Length == 0 && Partition.All.Any(one => one.Id == arn.Partition);
}
