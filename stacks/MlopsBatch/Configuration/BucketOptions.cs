using System.ComponentModel.DataAnnotations;
using MlopsBatch.Configuration.Binding;

namespace MlopsBatch.Configuration;

/// <summary>
/// The data bucket, with its key and the jobs' role. What is <i>given</i> (<see cref="Existing"/>, <see cref="KmsKeyArn"/>,
/// <see cref="RoleArn"/>) is used and never modified; what it needs is an output and a line of <c>./mlops check</c>.
/// </summary>
public sealed record BucketOptions
{
    /// <summary>Globally unique name (Amazon S3's rules: 3 to 63 lower-case letters, digits, dots, hyphens).</summary>
    [
        Required,
        Pattern(
            "^(?!.*\\.\\.)[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$",
            "3 to 63 lower-case letters, digits, '.' or '-', beginning and ending with a letter or digit",
            IsOwnName = true
        ),
        Example("my-company-mlops")
    ]
    public string Name { get; init; } = "";

    /// <summary>Key prefix of everything this stack writes, without slashes at its ends.</summary>
    [Pattern(Patterns.Prefix, Patterns.PrefixNeeds), StringLength(256), Example("mlops")]
    public string Prefix { get; init; } = "";

    /// <summary>The bucket is there already and belongs to someone else.</summary>
    public bool Existing { get; init; }

    /// <summary>A key that is there already; left out, the stack makes one.</summary>
    [ArnOf(ArnKind.Key), Example("arn:aws:kms:eu-west-1:111122223333:key/11111111-2222-3333-4444-555555555555")]
    public string? KmsKeyArn { get; init; }

    /// <summary>Keys that the bucket had before: what they encrypted stays readable, and nothing new is encrypted with them.</summary>
    [ArnOf(ArnKind.Key), Example("arn:aws:kms:eu-west-1:111122223333:key/11111111-2222-3333-4444-555555555555")]
    public IReadOnlyList<string> FormerKmsKeyArns { get; init; } = [];

    /// <summary>An execution role for the jobs that is there already; left out, the stack makes one.</summary>
    [ArnOf(ArnKind.Role), Example("arn:aws:iam::111122223333:role/sagemaker-execution")]
    public string? RoleArn { get; init; }

    /// <summary>Days that intermediate data (processed splits, combined tables) stay before they expire.</summary>
    [Range(1, 3650), Example("90")]
    public int IntermediateDays { get; init; } = 90;

    /// <summary>Days that replaced versions of an object stay.</summary>
    [Range(1, 3650), Example("90")]
    public int NoncurrentDays { get; init; } = 90;
}
