using MlopsBatch.Aws;
using MlopsBatch.Inspection;
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
                PolicyTests.GivesOnlyNamed
            ),
            SecurityRow.Statements(
                33,
                "IAM",
                "Nothing is allowed on every resource but what AWS doesn't let anyone narrow.",
                Allowed,
                PolicyTests.StaysHome
            ),
            new(
                34,
                "IAM",
                "No policy of AWS's own and no administrator's policy is attached.",
                graph =>
                    [
                        .. graph.OfType(ResourceTypes.Role).Select(role => Seen(role, role.Inputs["managedPolicyArns"] is null)),
                        .. graph
                            .OfType(ResourceTypes.PolicyAttachment)
                            .Select(one => Seen(one, Arn.Parse(one.Text("policyArn")!).Account != "aws")),
                    ]
            ),
            SecurityRow.Statements(
                35,
                "IAM",
                "Roles are taken by named services for this account, or by named accounts with a condition.",
                graph => graph.StatementsOf(PolicyKind.Trust),
                // Lambda takes a function's role without saying which function's.
                statement => PolicyTests.IsBound(statement, trusted: ServiceRole.Lambda)
            ),
            SecurityRow.Statements(
                36,
                "IAM",
                "No way to more rights; roles are passed to named services only.",
                Allowed,
                statement =>
                    AccessAnswer.All([PolicyTests.GivesNone(statement, Escalation), PolicyTests.PassesToNamed(statement)])
            ),
            new(
                37,
                "IAM",
                "There are no users with keys; CI takes roles by OIDC.",
                graph =>
                    graph
                        .Stack.Resources.Where(resource =>
                            resource.Type is ResourceTypes.Role or ResourceTypes.User or ResourceTypes.AccessKey
                        )
                        .Select(resource => Seen(resource, resource.Type == ResourceTypes.Role))
            ),
            SecurityRow.Each(
                38,
                "KMS",
                "Keys are rotated.",
                ResourceTypes.Key,
                (key, _) => key.Inputs["enableKeyRotation"]?.GetValue<bool>() == true
            ),
            SecurityRow.Asked(
                39,
                "KMS",
                "Keys have a policy of their own, without everyone in it.",
                ResourceTypes.Key,
                (key, _) =>
                    DeclaredPolicy.Of(key) is { } policy
                        ? AccessAnswer.All(policy.Statements.Select(PolicyTests.KeepsEveryoneOut))
                        : new(false, "it has KMS's own, which leaves everything to identities' policies")
            ),
            SecurityRow.Statements(
                40,
                "KMS",
                "Nobody may decrypt with every key.",
                graph => Allowed(graph).Where(statement => PolicyTests.Gives(statement, "kms:Decrypt")),
                PolicyTests.DecryptsNamedKeys
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

    private static CheckEvidence Seen(RecordedResource resource, bool isMet) => new(resource.Name, resource.Urn, isMet);

    private static IEnumerable<DeclaredStatement> Allowed(DeclaredStack graph) =>
        graph.StatementsOf(PolicyKind.Identity).Where(statement => statement.IsAllow);
}
