using System.Collections.Concurrent;
using MlopsBatch.LocalCloud.Kms;

namespace MlopsBatch.LocalCloud.Secrets;

/// <summary>Secrets Manager of one account. A secret is named by its name or its ARN.</summary>
public sealed class SecretsService : AccountService
{
    private readonly ConcurrentDictionary<string, Secret> _secrets = new(StringComparer.Ordinal);

    internal SecretsService(CloudAccount account)
        : base(account) { }

    /// <summary>Makes a secret without a value.</summary>
    /// <returns>Its ARN, which ends in six characters that AWS draws.</returns>
    /// <exception cref="CloudException">ResourceExistsException.</exception>
    public string CreateSecret(string name, string? kmsKey = null)
    {
        var arn = Account.Arn("secretsmanager", $"secret:{name}-{Account.Cloud.Ids.MixedCaseOf(6, "secret", Account.Id, name)}");
        Authorize("secretsmanager:CreateSecret", arn);
        return _secrets.TryAdd(name, new Secret(name, arn, kmsKey, null, null))
            ? arn
            : throw new CloudException("ResourceExistsException", $"There is a secret '{name}' already.");
    }

    public void UpdateKey(string secret, string? kmsKey) =>
        Change("secretsmanager:UpdateSecret", secret, one => one with { KmsKey = kmsKey });

    public void DeleteSecret(string secret)
    {
        var found = Find(secret);
        Authorize("secretsmanager:DeleteSecret", found.Arn);
        _secrets.TryRemove(found.Name, out _);
    }

    /// <returns>The new version's id.</returns>
    public string PutSecretValue(string secret, string value)
    {
        var found = Find(secret);
        var version = Account.Cloud.Ids.NextGuid("secret version " + found.Arn).ToString();
        KeyUse.Use(Account.Cloud, Caller, Account.Id, "secretsmanager", found.KmsKey, "kms:GenerateDataKey", "kms:Decrypt");
        Change("secretsmanager:PutSecretValue", secret, one => one with { Value = value, VersionId = version });
        return version;
    }

    /// <summary>A secret with its value.</summary>
    /// <exception cref="CloudException">ResourceNotFoundException (also while it has no value), or AccessDenied to it or its
    /// key.</exception>
    public Secret GetSecretValue(string secret)
    {
        var found = Find(secret);
        Authorize("secretsmanager:GetSecretValue", found.Arn);
        KeyUse.Use(Account.Cloud, Caller, Account.Id, "secretsmanager", found.KmsKey, "kms:Decrypt");
        return found.Value is null
            ? throw new CloudException(
                "ResourceNotFoundException",
                $"Secrets Manager can't find the specified secret value for staging label: AWSCURRENT ('{found.Name}')."
            )
            : found;
    }

    internal Secret Find(string nameOrArn) =>
        _secrets.Values.FirstOrDefault(secret => secret.Name == nameOrArn || secret.Arn == nameOrArn)
        ?? throw new CloudException("ResourceNotFoundException", $"Secrets Manager can't find the specified secret '{nameOrArn}'.");

    private void Change(string action, string secret, Func<Secret, Secret> change)
    {
        var found = Find(secret);
        Authorize(action, found.Arn);
        _secrets[found.Name] = change(found);
    }
}
