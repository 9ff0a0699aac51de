using System.Collections.Concurrent;
using System.Security.Cryptography;
using MlopsBatch.LocalCloud.Access;

namespace MlopsBatch.LocalCloud.Http;

/// <summary>The access keys that a cloud knows. Safe for use from several threads.</summary>
/// <param name="time">The clock by which sessions end.</param>
public sealed class AccessKeys(TimeProvider time)
{
    private const string IdLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const string SecretLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private readonly ConcurrentDictionary<string, AccessKey> _keys = new(StringComparer.Ordinal);

    /// <summary>A key that stays.</summary>
    /// <param name="principal">Whose it is: an account's root, or a session of a role that doesn't end.</param>
    public AccessKey Issue(Principal principal) =>
        Add(
            new()
            {
                Id = Id("AKIA"),
                Secret = Secret(40),
                Principal = principal,
            }
        );

    /// <summary>A key of a session.</summary>
    /// <param name="principal">A session of a role.</param>
    /// <param name="duration">How long it holds.</param>
    public AccessKey IssueSession(Principal principal, TimeSpan duration) =>
        Add(
            new()
            {
                Id = Id("ASIA"),
                Secret = Secret(40),
                Principal = principal,
                SessionToken = Secret(120),
                Expiration = time.GetUtcNow() + duration,
            }
        );

    /// <summary>A key by its id, or null.</summary>
    public AccessKey? Find(string id) => _keys.GetValueOrDefault(id);

    private AccessKey Add(AccessKey key) => _keys[key.Id] = key;

    private static string Id(string kind) => kind + RandomNumberGenerator.GetString(IdLetters, 16);

    private static string Secret(int length) => RandomNumberGenerator.GetString(SecretLetters, length);
}
