using MlopsBatch.Platform.Iam;
using Pulumi;
using Pulumi.Aws.Kms;

namespace MlopsBatch.Platform.Storage;

/// <summary>A key that is made here: rotated each year, deleted only after the longest time to change one's mind, with an alias
/// to find it by.</summary>
internal static class OwnKey
{
    /// <summary>Days from the deletion to its end; KMS takes 7 to 30.</summary>
    private const int DeletionWindowInDays = 30;

    /// <returns>The key's ARN.</returns>
    public static Output<string> Make(Account account, string name, string description, IEnumerable<Statement> policy, Resource parent)
    {
        var key = new Key(
            name,
            new KeyArgs
            {
                Description = $"{description} of {account.Names.Of()}",
                EnableKeyRotation = true,
                DeletionWindowInDays = DeletionWindowInDays,
                Policy = PolicyText.Of(policy),
                Tags = account.Tags(),
            },
            new() { Parent = parent, Protect = true }
        );
        _ = new Pulumi.Aws.Kms.Alias(
            name,
            new AliasArgs { Name = $"alias/{account.Names.Of(name)}", TargetKeyId = key.KeyId },
            new() { Parent = parent }
        );
        return key.Arn;
    }
}
