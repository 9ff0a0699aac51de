using MlopsBatch.Platform.Iam;
using Pulumi;

namespace MlopsBatch.Platform.Storage;

/// <summary>The key of data, models and job volumes: made here, or given and left as it is.</summary>
internal sealed class DataKey
{
    private readonly IReadOnlyList<string> _former;

    public DataKey(Account account, Resource parent)
    {
        _former = account.Settings.Bucket.FormerKmsKeyArns;
        if (account.Settings.Bucket.KmsKeyArn is { } given)
        {
            Arn = Output.Create(given);
            Requirements =
            [
                new(
                    given,
                    "a key policy that lets roles of this account use it as their own policies say",
                    PolicyText.Of([KeyStatements.UseByGrants(account), KeyStatements.VolumesByGrants(account)])
                ),
                .. Sharing(account) is { } sharing
                    ? [new(given, "a key policy that lets the deploy accounts decrypt models", PolicyText.Of([sharing]))]
                    : Array.Empty<Requirement>(),
            ];
            return;
        }

        Arn = OwnKey.Make(
            account,
            "data",
            "Data, models and job volumes",
            [
                KeyStatements.Administration(account),
                KeyStatements.UseByGrants(account),
                .. new[] { Sharing(account) }.OfType<Statement>(),
            ],
            parent
        );
    }

    public Output<string> Arn { get; }

    public IReadOnlyList<Requirement> Requirements { get; } = [];

    /// <summary>Reading what is encrypted with it.</summary>
    public void GrantDecrypt(Grantee grantee)
    {
        grantee.Add(new("DecryptData", ["kms:Decrypt", "kms:DescribeKey"], Arn));
        GrantFormer(grantee);
    }

    /// <summary>Putting objects that S3 encrypts with it; parts of large ones are decrypted when they are joined.</summary>
    public void GrantEncrypt(Grantee grantee)
    {
        grantee.Add(new("EncryptData", ["kms:Decrypt", "kms:GenerateDataKey"], Arn));
        GrantFormer(grantee);
    }

    /// <summary>Letting SageMaker attach encrypted volumes to jobs.</summary>
    public void GrantVolumes(Grantee grantee)
    {
        grantee.Add(
            new(
                "UseDataKey",
                [
                    "kms:Decrypt",
                    "kms:DescribeKey",
                    "kms:Encrypt",
                    "kms:GenerateDataKey",
                    "kms:GenerateDataKeyWithoutPlaintext",
                    "kms:ReEncryptFrom",
                    "kms:ReEncryptTo",
                ],
                Arn
            )
        );
        GrantFormer(grantee);
        grantee.Add(new Statement("EncryptVolumes", ["kms:CreateGrant"], Arn).When("Bool", "kms:GrantIsForAWSResource", new[] { "true" }));
    }

    /// <summary>What was encrypted with a key that the bucket had before.</summary>
    private void GrantFormer(Grantee grantee)
    {
        if (_former.Count > 0)
        {
            grantee.Add(new("DecryptFormerData", ["kms:Decrypt", "kms:DescribeKey"], _former.ToArray()));
        }
    }

    private static Statement? Sharing(Account account) =>
        account.Settings.DeployAccounts.Count == 0
            ? null
            : CrossAccount.Limit(account, new("DeployAccountsDecrypt", ["kms:Decrypt", "kms:DescribeKey"], new[] { "*" }));
}
