namespace MlopsBatch.Checks.Security;

/// <summary>What several rows ask of a statement.</summary>
internal static class PolicyTests
{
    public static bool DeniesPlainHttp(PolicyStatement statement) =>
        !statement.IsAllow
        && statement.Principals.Contains("*")
        && statement.Conditions.GetValueOrDefault("aws:SecureTransport") is ["false"];

    /// <summary>A service acts on behalf of a named account or resource; an account is limited to named roles.</summary>
    public static bool IsBound(PolicyStatement statement) =>
        !statement.Principals.Contains("*")
        && new[] { "aws:SourceAccount", "aws:SourceArn", "aws:PrincipalArn", "aws:PrincipalAccount", "aws:PrincipalOrgID" }.Any(
            statement.Conditions.ContainsKey
        );
}
