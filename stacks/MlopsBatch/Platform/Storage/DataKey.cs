using MlopsBatch.Platform.Iam;
using Pulumi;
using Pulumi.Aws.Kms;

namespace MlopsBatch.Platform.Storage;

/// <summary>The key of data, models and job volumes: made here, or given and left as it is.</summary>
internal sealed class DataKey
{
    public DataKey(Account account, Resource parent)
    {
        if (account.Settings.Bucket.KmsKeyArn is { } given)
        {
            Arn = Output.Create(given);
            if (Sharing(account) is { } statements)
            {
                Requirements = [new(given, "a key policy that lets the deploy accounts decrypt models", PolicyText.Of([statements]))];
            }

            return;
        }

        var key = new Key("data", new KeyArgs
        {
            Description = $"Data, models and job volumes of {account.Names.Of()}",
            EnableKeyRotation = true,
            DeletionWindowInDays = 30,
            Policy = PolicyText.Of([KeyPolicy.Administration(account), KeyPolicy.UseByGrants(account), .. new[] { Sharing(account) }.OfType<Statement>()]),
            Tags = account.Tags(),
        }, new() { Parent = parent, Protect = true });
        _ = new Pulumi.Aws.Kms.Alias("data", new AliasArgs { Name = $"alias/{account.Names.Of("data")}", TargetKeyId = key.KeyId }, new() { Parent = parent });
        Arn = key.Arn;
    }

    public Output<string> Arn { get; }

    public IReadOnlyList<Requirement> Requirements { get; } = [];

    /// <summary>Reading what is encrypted with it.</summary>
    public void GrantDecrypt(Grantee grantee) => grantee.Add(new("DecryptData", ["kms:Decrypt", "kms:DescribeKey"], Arn));

    /// <summary>Reading and writing, and letting SageMaker attach encrypted volumes.</summary>
    public void GrantUse(Grantee grantee)
    {
        grantee.Add(new("UseDataKey", ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey", "kms:GenerateDataKeyWithoutPlaintext", "kms:ReEncryptFrom", "kms:ReEncryptTo"], Arn));
        grantee.Add(new Statement("EncryptVolumes", ["kms:CreateGrant"], Arn).When("Bool", "kms:GrantIsForAWSResource", new[] { "true" }));
    }

    private static Statement? Sharing(Account account) => account.Settings.DeployAccounts.Count == 0
        ? null
        : CrossAccount.Limit(account, new("DeployAccountsDecrypt", ["kms:Decrypt", "kms:DescribeKey"], new[] { "*" }));
}
