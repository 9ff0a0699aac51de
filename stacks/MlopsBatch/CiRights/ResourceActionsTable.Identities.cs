using MlopsBatch.Inspection.Declared;

namespace MlopsBatch.CiRights;

public static partial class ResourceActionsTable
{
    /// <summary>Actions that IAM lets be held to roles with one boundary (<c>iam:PermissionsBoundary</c>).</summary>
    public static IReadOnlyList<string> WithinBoundary { get; } =
    [
        "iam:AttachRolePolicy",
        "iam:CreateRole",
        "iam:DeleteRolePolicy",
        "iam:DetachRolePolicy",
        "iam:PutRolePermissionsBoundary",
        "iam:PutRolePolicy",
    ];

    /// <summary>
    /// The same for actions where IAM says so only of late: where a request doesn't tell the boundary, the role's name decides.
    /// </summary>
    public static IReadOnlyList<string> WithinBoundaryIfTold { get; } =
    ["iam:DeleteRole", "iam:UpdateAssumeRolePolicy", "iam:UpdateRole", "iam:UpdateRoleDescription"];

    private static ResourceActions[] Identities =>
        [
            new(ResourceTypes.Role, "iam/role.go")
            {
                Create = ["iam:CreateRole", "iam:TagRole"],
                Read = ["iam:GetRole", "iam:ListAttachedRolePolicies", "iam:ListRolePolicies"],
                Update =
                [
                    "iam:PutRolePermissionsBoundary",
                    "iam:UntagRole",
                    "iam:UpdateAssumeRolePolicy",
                    "iam:UpdateRole",
                    "iam:UpdateRoleDescription",
                ],
                Delete = ["iam:DeleteRole", "iam:ListInstanceProfilesForRole"],
            },
            new(ResourceTypes.RolePolicy, "iam/role_policy.go")
            {
                Create = ["iam:PutRolePolicy"],
                Read = ["iam:GetRolePolicy"],
                Delete = ["iam:DeleteRolePolicy"],
            },
            new(ResourceTypes.PolicyAttachment, "iam/role_policy_attachment.go")
            {
                Create = ["iam:AttachRolePolicy"],
                Read = ["iam:ListAttachedRolePolicies"],
                Delete = ["iam:DetachRolePolicy"],
            },
            new(ResourceTypes.Policy, "iam/policy.go")
            {
                Create = ["iam:CreatePolicy", "iam:TagPolicy"],
                Read = ["iam:GetPolicy", "iam:GetPolicyVersion", "iam:ListPolicyVersions"],
                Update = ["iam:CreatePolicyVersion", "iam:UntagPolicy"],
                Delete = ["iam:DeletePolicy", "iam:DeletePolicyVersion"],
            },
        ];
}
