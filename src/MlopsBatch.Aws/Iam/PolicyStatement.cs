using System.Collections.Immutable;

namespace MlopsBatch.Aws.Iam;

/// <summary>A statement with all its parts (IAM user guide, "IAM JSON policy elements reference").</summary>
/// <param name="Effect">Allow or deny.</param>
/// <param name="Actions">Actions, or all others.</param>
public sealed record PolicyStatement(PolicyEffect Effect, PolicyMatch<string> Actions)
{
    /// <summary>Name; unique in its policy.</summary>
    public string? Sid { get; init; }

    /// <summary>Whom it is about; null in an identity's policy, where it is that identity.</summary>
    public PolicyMatch<PolicyPrincipal>? Principals { get; init; }

    /// <summary>Resources, or all others; null in a trust policy, where it is the role.</summary>
    public PolicyMatch<string>? Resources { get; init; }

    /// <summary>All have to hold.</summary>
    public ImmutableArray<PolicyCondition> Conditions { get; init; } = [];

    /// <summary>Whether it allows.</summary>
    public bool IsAllow => Effect == PolicyEffect.Allow;

    public bool Equals(PolicyStatement? other) =>
        other is not null
        && (Sid, Effect, Actions, Principals, Resources) == (other.Sid, other.Effect, other.Actions, other.Principals, other.Resources)
        && Conditions.SequenceEqual(other.Conditions);

    public override int GetHashCode() => HashCode.Combine(Sid, Effect, Actions, Principals, Resources, Conditions.Length);

    /// <summary>Its name, or what it does, for messages.</summary>
    public override string ToString() => Sid ?? $"{Effect} {Actions} on {Resources?.ToString() ?? "its role"}";
}
