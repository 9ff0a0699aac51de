using MlopsBatch.Aws.Iam;
using MlopsBatch.Inspection.Declared;

namespace MlopsBatch.Checks.Security;

/// <summary>What several rows ask of a statement.</summary>
internal static class PolicyTests
{
    public static bool DeniesPlainHttp(DeclaredStatement statement) =>
        !statement.IsAllow
        && statement.Principals.Contains("*")
        && statement.Conditions.Any(condition =>
            condition is { Key: "aws:SecureTransport", Values: ["false"], Operator: { Name: "Bool", Qualifier: SetQualifier.None } }
        );

    /// <summary>A service acts on behalf of a named account or resource; an account is limited to named roles.</summary>
    public static bool IsBound(DeclaredStatement statement) =>
        !statement.Principals.Contains("*")
        && new[] { "aws:SourceAccount", "aws:SourceArn", "aws:PrincipalArn", "aws:PrincipalAccount", "aws:PrincipalOrgID" }.Any(
            statement.Demands
        );
}
