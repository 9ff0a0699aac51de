namespace MlopsBatch.Aws.Iam;

/// <summary>How a resource's policy names a caller (IAM user guide, "AWS JSON policy elements: Principal").</summary>
internal static class PrincipalMatcher
{
    public static Naming NamingOf(PolicyPrincipal principal, RequestPrincipal caller) =>
        principal switch
        {
            { IsAnybody: true } => Naming.Caller,
            { Kind: PrincipalKind.Service } => Is(caller.Kind == RequestPrincipalKind.Service && principal.Value == caller.Arn),
            { Kind: PrincipalKind.Federated } => Is(caller.Kind == RequestPrincipalKind.Federated && principal.Value == caller.Arn),
            { Kind: PrincipalKind.Aws } when caller.Account is not null => NamingOf(principal.Value, caller),
            _ => Naming.None,
        };

    private static Naming NamingOf(string value, RequestPrincipal caller) =>
        value == caller.Account
        || (value.StartsWith("arn:", StringComparison.Ordinal) && value.EndsWith($":iam::{caller.Account}:root", StringComparison.Ordinal))
            ? Naming.Account
        : value == caller.Arn ? Naming.Caller
        : value == caller.RoleArn ? Naming.Role
        : Naming.None;

    private static Naming Is(bool named) => named ? Naming.Caller : Naming.None;
}
