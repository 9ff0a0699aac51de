using MlopsBatch.LocalCloud.Access;

namespace MlopsBatch.LocalCloud.Http;

/// <summary>An access key and whose it is.</summary>
public sealed record AccessKey
{
    /// <summary>Twenty characters: <c>AKIA…</c>, or <c>ASIA…</c> for a session.</summary>
    public required string Id { get; init; }

    /// <summary>Forty characters.</summary>
    public required string Secret { get; init; }

    /// <summary>The principal that requests signed with it come from: an account's root or a session of a role.</summary>
    public required Principal Principal { get; init; }

    /// <summary>The principal's account, twelve digits.</summary>
    public string AccountId => Principal.Account!;

    /// <summary>What GetCallerIdentity calls UserId: a role's session is <c>{role}:{session}</c>, a root its account.</summary>
    public string UserId => Principal.Type == PrincipalType.Role ? $"{Principal.Arn.Split('/')[^1]}:{Principal.Name}" : AccountId;

    /// <summary>Only of a session: what has to be sent along.</summary>
    public string? SessionToken { get; init; }

    /// <summary>When the session ends; null for a key that stays.</summary>
    public DateTimeOffset? Expiration { get; init; }
}
