// Written by eng/generate_pulumi_aws.py from eng/pulumi-aws.json: change these, not this file.
#nullable enable
namespace Pulumi.Aws.Iam;

[EnumType]
public readonly struct PolicyDocumentVersion : IEquatable<PolicyDocumentVersion>
{
    private readonly string _value;

    private PolicyDocumentVersion(string value) => _value = value;

    public static PolicyDocumentVersion PolicyDocumentVersion_2012_10_17 { get; } = new("2012-10-17");
    public static PolicyDocumentVersion PolicyDocumentVersion_2008_10_17 { get; } = new("2008-10-17");

    public static bool operator ==(PolicyDocumentVersion left, PolicyDocumentVersion right) => left.Equals(right);

    public static bool operator !=(PolicyDocumentVersion left, PolicyDocumentVersion right) => !left.Equals(right);

    public static explicit operator string(PolicyDocumentVersion value) => value._value;

    public bool Equals(PolicyDocumentVersion other) => string.Equals(_value, other._value, StringComparison.Ordinal);

    public override bool Equals(object? obj) => obj is PolicyDocumentVersion other && Equals(other);

    public override int GetHashCode() => _value?.GetHashCode() ?? 0;

    public override string ToString() => _value;
}

[EnumType]
public readonly struct PolicyStatementEffect : IEquatable<PolicyStatementEffect>
{
    private readonly string _value;

    private PolicyStatementEffect(string value) => _value = value;

    public static PolicyStatementEffect ALLOW { get; } = new("Allow");
    public static PolicyStatementEffect DENY { get; } = new("Deny");

    public static bool operator ==(PolicyStatementEffect left, PolicyStatementEffect right) => left.Equals(right);

    public static bool operator !=(PolicyStatementEffect left, PolicyStatementEffect right) => !left.Equals(right);

    public static explicit operator string(PolicyStatementEffect value) => value._value;

    public bool Equals(PolicyStatementEffect other) => string.Equals(_value, other._value, StringComparison.Ordinal);

    public override bool Equals(object? obj) => obj is PolicyStatementEffect other && Equals(other);

    public override int GetHashCode() => _value?.GetHashCode() ?? 0;

    public override string ToString() => _value;
}
