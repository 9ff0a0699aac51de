using MlopsBatch.Platform.Iam;
using MlopsBatch.Platform.Messaging;
using Pulumi;
using Pulumi.Aws.SecretsManager;

namespace MlopsBatch.Platform.Functions;

/// <summary>The secret with GitLab's token. It is declared without a value, so that neither state nor configuration holds one.</summary>
internal sealed class GitLabTokenSecret
{
    private readonly PlatformKey _key;

    public GitLabTokenSecret(Account account, PlatformKey key, Resource parent)
    {
        _key = key;
        var secret = new Secret(
            "gitlab-token",
            new SecretArgs
            {
                Name = account.Settings.GitLab!.TokenSecretName,
                Description = "Put it with: aws secretsmanager put-secret-value --secret-id NAME --secret-string TOKEN",
                KmsKeyId = key.Arn,
                RecoveryWindowInDays = 30,
                Tags = account.Tags(),
            },
            new() { Parent = parent, Protect = true }
        );
        Arn = secret.Arn;
    }

    public Output<string> Arn { get; }

    public void GrantRead(Grantee grantee)
    {
        grantee.Add(new("ReadToken", ["secretsmanager:GetSecretValue"], Arn));
        _key.GrantDecrypt(grantee);
    }
}
