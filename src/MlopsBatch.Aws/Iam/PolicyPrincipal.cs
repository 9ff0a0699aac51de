namespace MlopsBatch.Aws.Iam;

/// <summary>One principal that a statement names.</summary>
/// <param name="Kind">What kind of principal.</param>
/// <param name="Value">ARN, account id, service or provider; <c>*</c> for everyone.</param>
public sealed record PolicyPrincipal(PrincipalKind Kind, string Value)
{
    /// <summary>Everyone.</summary>
    public static PolicyPrincipal Everyone { get; } = new(PrincipalKind.Everyone, "*");

    /// <summary>Whether it is anybody: <c>"*"</c> or <c>{"AWS": "*"}</c>.</summary>
    public bool IsAnybody => Value == "*" && Kind is (PrincipalKind.Everyone or PrincipalKind.Aws);

    public override string ToString() => Kind == PrincipalKind.Everyone ? "*" : $"{Kind}: {Value}";
}
