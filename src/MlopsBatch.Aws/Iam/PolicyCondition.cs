using System.Collections.Immutable;

namespace MlopsBatch.Aws.Iam;

/// <summary>One line of a statement's conditions: the key compared with any of the values.</summary>
/// <param name="Operator">How it is compared.</param>
/// <param name="Key">Condition key, such as <c>aws:SourceAccount</c>.</param>
/// <param name="Values">One of them has to fit; of a negated operator none may.</param>
public sealed record PolicyCondition(ConditionOperator Operator, string Key, ImmutableArray<string> Values)
{
    public bool Equals(PolicyCondition? other) =>
        other is not null && Operator == other.Operator && Key == other.Key && Values.SequenceEqual(other.Values);

    public override int GetHashCode() => HashCode.Combine(Operator, Key, Values.Length);

    public override string ToString() => $"{Operator} {Key} [{string.Join(", ", Values)}]";
}
