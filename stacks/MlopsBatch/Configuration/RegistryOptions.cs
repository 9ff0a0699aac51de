using System.ComponentModel.DataAnnotations;
using MlopsBatch.Configuration.Binding;

namespace MlopsBatch.Configuration;

/// <summary>Where approved versions live, when that is another account. The registry's stack prints these lines to paste.</summary>
public sealed record RegistryOptions
{
    /// <summary>Account that keeps the registry.</summary>
    [Required, Scalar, Pattern(Patterns.Account, Patterns.AccountNeeds), Example("111122223333")]
    public string AccountId { get; init; } = "";

    /// <summary>
    /// Bucket with the registered models' artifacts. Needed by the <c>deploy</c> role; the account that builds has its own.
    /// </summary>
    [
        Pattern(
            "^(?!.*\\.\\.)[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$",
            "3 to 63 lower-case letters, digits, '.' or '-', beginning and ending with a letter or digit"
        ),
        Example("my-company-mlops")
    ]
    public string BucketName { get; init; } = "";

    /// <summary>Key prefix of the registry's own stack (its <c>bucket.prefix</c>), without slashes at its ends.</summary>
    [Pattern(Patterns.Prefix, Patterns.PrefixNeeds), StringLength(256), Example("mlops")]
    public string BucketPrefix { get; init; } = "";

    /// <summary>Key that encrypts those artifacts. Needed by the <c>deploy</c> role.</summary>
    [ArnOf(ArnKind.Key), Example("arn:aws:kms:eu-west-1:111122223333:key/11111111-2222-3333-4444-555555555555")]
    public string KmsKeyArn { get; init; } = "";

    /// <summary>Bus that takes this account's quality violations.</summary>
    [ArnOf(ArnKind.EventBus), Example("arn:aws:events:eu-west-1:111122223333:event-bus/mlops-batch")]
    public string? EventBusArn { get; init; }

    /// <summary>
    /// Role of the registry's account that <c>pulumi up</c> assumes to find the approved version; left out, its own credentials
    /// look it up.
    /// </summary>
    [ArnOf(ArnKind.Role), Example("arn:aws:iam::111122223333:role/mlops-batch-registry-reader")]
    public string? ReaderRoleArn { get; init; }
}
