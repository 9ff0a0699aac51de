using MlopsBatch.Platform.Iam;

namespace MlopsBatch.Platform.Storage;

/// <summary>Statements that every key of ours has. <c>"Resource": "*"</c> in a key's policy is that key.</summary>
internal static class KeyStatements
{
    private static readonly string[] Administrative =
    [
        "kms:CancelKeyDeletion",
        "kms:CreateAlias",
        "kms:CreateGrant",
        "kms:DeleteAlias",
        "kms:DescribeKey",
        "kms:DisableKey",
        "kms:DisableKeyRotation",
        "kms:EnableKey",
        "kms:EnableKeyRotation",
        "kms:GetKeyPolicy",
        "kms:GetKeyRotationStatus",
        "kms:ListAliases",
        "kms:ListGrants",
        "kms:ListKeyPolicies",
        "kms:ListResourceTags",
        "kms:ListRetirableGrants",
        "kms:PutKeyPolicy",
        "kms:RevokeGrant",
        "kms:ScheduleKeyDeletion",
        "kms:TagResource",
        "kms:UntagResource",
        "kms:UpdateAlias",
        "kms:UpdateKeyDescription",
    ];

    private static readonly string[] Use =
    [
        "kms:Decrypt",
        "kms:Encrypt",
        "kms:GenerateDataKey",
        "kms:GenerateDataKeyWithoutPlaintext",
        "kms:ReEncryptFrom",
        "kms:ReEncryptTo",
    ];

    /// <summary>The account's administrators, by their own IAM policies.</summary>
    public static Statement Administration(Account account) =>
        new Statement("Administration", Administrative, new[] { "*" }).By(StatementPrincipal.Aws(account.Root));

    /// <summary>Roles of this account that were granted the key.</summary>
    public static Statement UseByGrants(Account account) =>
        new Statement("UseByGrantedRoles", Use, new[] { "*" })
            .By(StatementPrincipal.Aws(account.Root))
            .When("StringEquals", "kms:CallerAccount", account.Id);

    /// <summary>Roles of this account that let SageMaker attach encrypted volumes; a key of ours has this in
    /// <see cref="Administration"/>.</summary>
    public static Statement VolumesByGrants(Account account) =>
        new Statement("VolumesByGrantedRoles", ["kms:CreateGrant", "kms:DescribeKey"], new[] { "*" })
            .By(StatementPrincipal.Aws(account.Root))
            .When("StringEquals", "kms:CallerAccount", account.Id);

    /// <summary>Services that encrypt or decrypt on behalf of this account's resources.</summary>
    public static Statement UseByServices(Account account, params string[] services) =>
        new Statement("UseByServices", ["kms:Decrypt", "kms:GenerateDataKey"], new[] { "*" })
            .By(StatementPrincipal.Service(services))
            .When("StringEquals", "aws:SourceAccount", account.Id);

    /// <summary>CloudWatch Logs, for this account's log groups
    /// (https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html).</summary>
    public static Statement UseByLogs(Account account) =>
        new Statement(
            "UseByLogs",
            ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey", "kms:ReEncryptFrom", "kms:ReEncryptTo"],
            new[] { "*" }
        )
            .By(StatementPrincipal.Service(account.Partition.ServiceHost("logs", account.Region)))
            .When("ArnLike", "kms:EncryptionContext:aws:logs:arn", account.Arn("logs", "log-group:*"));
}
