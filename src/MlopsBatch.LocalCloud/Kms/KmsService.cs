using System.Collections.Concurrent;
using System.Collections.Immutable;
using MlopsBatch.LocalCloud.Access;

namespace MlopsBatch.LocalCloud.Kms;

/// <summary>KMS of one account.</summary>
public sealed class KmsService : AccountService
{
    private readonly ConcurrentDictionary<string, KmsKey> _keys = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _aliases = new(StringComparer.Ordinal);

    internal KmsService(CloudAccount account)
        : base(account) { }

    public KmsKey CreateKey(string policy)
    {
        Authorize("kms:CreateKey", "*");
        var id = Account.Cloud.Ids.NextGuid("kms key " + Account.Id).ToString();
        return _keys[id] = new KmsKey(id, Account.Arn("kms", $"key/{id}"), policy);
    }

    public KmsKey PutKeyPolicy(string key, string policy)
    {
        var found = Key(key);
        Authorize("kms:PutKeyPolicy", found.Arn, found.Policy);
        return _keys[found.Id] = found with { Policy = policy };
    }

    /// <summary>Deletes a key; the waiting time that AWS imposes isn't kept.</summary>
    public void ScheduleKeyDeletion(string key)
    {
        var found = Key(key);
        Authorize("kms:ScheduleKeyDeletion", found.Arn, found.Policy);
        _keys.TryRemove(found.Id, out _);
    }

    /// <param name="alias"><c>alias/…</c></param>
    /// <param name="key">The key's id or ARN.</param>
    public void PutAlias(string alias, string key)
    {
        var found = Key(key);
        Authorize("kms:CreateAlias", found.Arn, found.Policy);
        _aliases[alias] = found.Id;
    }

    public void DeleteAlias(string alias) => _aliases.TryRemove(alias, out _);

    /// <summary>A key by id, ARN or alias.</summary>
    /// <exception cref="CloudException">NotFoundException.</exception>
    public KmsKey DescribeKey(string key)
    {
        var found = Key(key);
        Authorize("kms:DescribeKey", found.Arn, found.Policy);
        return found;
    }

    /// <summary>Lets a service of AWS use a key for a resource, such as a volume. The grant itself isn't kept.</summary>
    /// <param name="key">Id, ARN or alias.</param>
    /// <exception cref="CloudException">NotFoundException or AccessDenied.</exception>
    public void CreateGrant(string key)
    {
        var found = Key(key);
        var context = ImmutableDictionary<string, string>
            .Empty.Add("kms:CallerAccount", Caller.Principal.Account ?? Account.Id)
            .Add("kms:GrantIsForAWSResource", "true");
        Authorize("kms:CreateGrant", found.Arn, found.Policy, context);
    }

    /// <summary>Uses a key for one's data.</summary>
    /// <param name="action"><c>kms:Decrypt</c>, <c>kms:GenerateDataKey</c> or the like.</param>
    /// <param name="key">Id, ARN or alias.</param>
    /// <exception cref="CloudException">NotFoundException or AccessDenied.</exception>
    public void Use(string action, string key)
    {
        var found = Key(key);
        var context = ImmutableDictionary<string, string>.Empty.Add("kms:CallerAccount", Caller.Principal.Account ?? Account.Id);
        Authorize(action, found.Arn, found.Policy, Caller.Via is { } via ? context.Add("kms:ViaService", via) : context);
    }

    internal KmsKey? Find(string key)
    {
        var name = key.StartsWith("arn:", StringComparison.Ordinal) ? key.Split(':', 6)[^1] : key;
        var id = _aliases.GetValueOrDefault(name) ?? (name.StartsWith("key/", StringComparison.Ordinal) ? name["key/".Length..] : name);
        return _keys.GetValueOrDefault(id);
    }

    private KmsKey Key(string key) =>
        Find(key) ?? throw new CloudException("NotFoundException", $"There is no key '{key}' in account {Account.Id}.");
}
