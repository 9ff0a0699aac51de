using System.Collections.Immutable;

namespace MlopsBatch.LocalCloud.Sns;

/// <summary>A standard topic.</summary>
/// <param name="Arn">Its ARN.</param>
/// <param name="DisplayName">The sender's name in mails; may be empty.</param>
/// <param name="KmsKey">Id, ARN or alias of the key; null for none.</param>
public sealed record Topic(string Arn, string DisplayName = "", string? KmsKey = null)
{
    /// <summary>The topic's policy as JSON; null for the default, which lets the account's own principals in.</summary>
    public string? Policy { get; init; }

    public ImmutableList<Subscription> Subscriptions { get; init; } = [];

    public string Name => Arn.Split(':')[^1];
}
