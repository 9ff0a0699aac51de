using MlopsBatch.Aws;
using MlopsBatch.Inspection.Declared;
using MlopsBatch.Platform.Iam;

namespace MlopsBatch.Checks.Security;

/// <summary>Rows about roles, policies and keys. Sources: Checkov, cdk-nag IAM4, IAM5, KMS5, IAM.*, KMS.*.</summary>
internal static class IdentityRows
{
    /// <summary>
    /// Ways to more rights than one has
    /// (https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html).
    /// </summary>
    private static readonly string[] Escalation =
    [
        "iam:AddUserToGroup",
        "iam:AttachGroupPolicy",
        "iam:AttachRolePolicy",
        "iam:AttachUserPolicy",
        "iam:CreateAccessKey",
        "iam:CreateLoginProfile",
        "iam:CreatePolicyVersion",
        "iam:CreateRole",
        "iam:CreateServiceLinkedRole",
        "iam:CreateUser",
        "iam:DeleteRolePermissionsBoundary",
        "iam:PutGroupPolicy",
        "iam:PutRolePermissionsBoundary",
        "iam:PutRolePolicy",
        "iam:PutUserPolicy",
        "iam:SetDefaultPolicyVersion",
        "iam:UpdateAssumeRolePolicy",
        "iam:UpdateLoginProfile",
        "kms:PutKeyPolicy",
        "lambda:AddPermission",
        "lambda:UpdateFunctionCode",
        "sts:AssumeRole",
    ];

    public static IEnumerable<SecurityRow> All =>
        [
            SecurityRow.Statements(
                32,
                "IAM",
                "Nothing allows every action, or every action of a service.",
                Allowed,
                statement => !PolicyTests.GivesUnnamed(statement)
            ),
            SecurityRow.Statements(
                33,
                "IAM",
                "Nothing is allowed on every resource but what AWS doesn't let anyone narrow.",
                Allowed,
                statement => !PolicyTests.GivesElsewhere(statement) || FunctionRows.IsUnscopable(statement)
            ),
            new(
                34,
                "IAM",
                "No policy of AWS's own and no administrator's policy is attached.",
                graph => graph.OfType(ResourceTypes.Role).Select(role => role.Name),
                graph =>
                    graph
                        .OfType(ResourceTypes.Role)
                        .Where(role => role.Inputs["managedPolicyArns"] is not null)
                        .Concat(
                            graph
                                .OfType(ResourceTypes.PolicyAttachment)
                                .Where(attachment => Arn.Parse(attachment.Text("policyArn")!).Account == "aws")
                        )
                        .Select(resource => resource.Name)
            ),
            SecurityRow.Statements(
                35,
                "IAM",
                "Roles are taken by named services for this account, or by named accounts with a condition.",
                graph => graph.StatementsOf(PolicyKind.Trust),
                statement => PolicyTests.IsBound(statement) || statement.Principals is [ServiceRole.Lambda]
            ),
            SecurityRow.Statements(
                36,
                "IAM",
                "No way to more rights; roles are passed to named services only.",
                Allowed,
                statement =>
                    !Escalation.Any(action => Gives(statement, action))
                    && (
                        !Gives(statement, "iam:PassRole")
                        || (statement.Demands("iam:PassedToService") && !PolicyTests.GivesElsewhere(statement))
                    )
            ),
            new(
                37,
                "IAM",
                "There are no users with keys; CI takes roles by OIDC.",
                graph => graph.OfType(ResourceTypes.Role).Select(role => role.Name),
                graph =>
                    graph
                        .Stack.Resources.Where(resource => resource.Type is ResourceTypes.User or ResourceTypes.AccessKey)
                        .Select(resource => resource.Name)
            ),
            SecurityRow.Each(
                38,
                "KMS",
                "Keys are rotated.",
                ResourceTypes.Key,
                (key, _) => key.Inputs["enableKeyRotation"]?.GetValue<bool>() == true
            ),
            SecurityRow.Each(
                39,
                "KMS",
                "Keys have a policy of their own, without everyone in it.",
                ResourceTypes.Key,
                (key, _) =>
                    DeclaredPolicy.Of(key) is { } policy
                    && policy.Statements.All(statement => !statement.IsAllow || !PolicyTests.LetsEveryoneIn(statement))
            ),
            SecurityRow.Statements(
                40,
                "KMS",
                "Nobody may decrypt with every key.",
                graph =>
                    Allowed(graph).Where(statement => Gives(statement, "kms:Decrypt")),
                statement => !PolicyTests.Gives(statement, "kms:Decrypt", PolicyTests.AnotherKey)
            ),
            SecurityRow.Each(
                41,
                "KMS",
                "Keys are on, and their deletion is guarded by protection and 30 days.",
                ResourceTypes.Key,
                (key, _) =>
                    key.Protect
                    && key.Inputs["isEnabled"]?.GetValue<bool>() != false
                    && key.Inputs["deletionWindowInDays"]?.GetValue<long>() >= 30
            ),
        ];

    private static bool Gives(DeclaredStatement statement, string action) =>
        PolicyTests.Resources(statement).Any(resource => PolicyTests.Gives(statement, action, resource));

    private static IEnumerable<DeclaredStatement> Allowed(DeclaredStack graph) =>
        graph.StatementsOf(PolicyKind.Identity).Where(statement => statement.IsAllow);
}
