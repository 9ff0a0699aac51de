using MlopsBatch.LocalCloud.Access;

namespace MlopsBatch.LocalCloud.Kms;

/// <summary>What services do with the keys of what they keep for a caller.</summary>
internal static class KeyUse
{
    /// <summary>Uses a key of any account on behalf of a caller; nothing without a key, or with one that AWS manages.</summary>
    /// <param name="cloud">Where the key is.</param>
    /// <param name="caller">Whose right it needs.</param>
    /// <param name="own">The account in which a key without ARN is.</param>
    /// <param name="via">The service that keeps the data, such as <c>sqs</c>.</param>
    /// <param name="key">Id, ARN or alias; null for none.</param>
    /// <param name="actions">For example <c>kms:Decrypt</c>.</param>
    public static void Use(Cloud cloud, Caller caller, string own, string via, string? key, params string[] actions)
    {
        if (string.IsNullOrEmpty(key) || key.StartsWith("alias/aws/", StringComparison.Ordinal))
        {
            return;
        }
        var account = key.StartsWith("arn:", StringComparison.Ordinal) ? key.Split(':')[4] : own;
        var host = $"{via}.{cloud.Options.Region}.amazonaws.com";
        var kms = cloud.Account(account).As(caller.Principal.Type == PrincipalType.Service ? caller : caller with { Via = host });
        foreach (var action in actions)
        {
            kms.Service<KmsService>().Use(action, key);
        }
    }
}
