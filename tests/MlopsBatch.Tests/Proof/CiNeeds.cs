namespace MlopsBatch.Tests.Proof;

/// <summary>What GitLab's jobs have to be able to do in an account, and what never: the roles that eng/bootstrap.sh makes.</summary>
internal static class CiNeeds
{
    public const string Deploy = "mlops-batch-ci";
    public const string Preview = "mlops-batch-ci-preview";
    private const string Pages = "https://docs.gitlab.com/ci/cloud_services/aws/";
    private const string Boundaries = "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html";
    private const string State = "https://www.pulumi.com/docs/iac/concepts/state-and-backends/";

    private static readonly Demand Bounded = new(
        "iam:PermissionsBoundary",
        CiRoles.Boundary,
        $"arn:aws:iam::{CiRoles.Account}:policy/another"
    );

    /// <summary>Who, what, on which resources, only if; and why.</summary>
    public static IReadOnlyList<Need> All { get; } =
    [
        new(Actor.Role(Deploy), State, ["s3:GetObject", "s3:PutObject", "s3:DeleteObject"], [CiRoles.StateObjects]),
        new(Actor.Role(Deploy), State, ["kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey"], [CiRoles.StateKey]),
        new(
            Actor.Role(Deploy),
            Boundaries,
            ["iam:CreateRole", "iam:PutRolePolicy"],
            [CiRoles.Role("mlops-batch-dev-abalone-jobs"), CiRoles.Role("mlops-batch-dev-notifications")],
            Bounded
        ),
        new(
            Actor.Role(Deploy),
            Sources.Spec,
            ["iam:GetRole", "iam:TagRole"],
            [CiRoles.Role("mlops-batch-dev-abalone-jobs")]
        ),
        new(
            Actor.Role(Deploy),
            Sources.Spec,
            ["iam:PassRole"],
            [CiRoles.Role("mlops-batch-dev-abalone-jobs")],
            new Demand("iam:PassedToService", "sagemaker.amazonaws.com", "ec2.amazonaws.com")
        ),
        new(
            Actor.Role(Deploy),
            Sources.Spec,
            ["sagemaker:CreatePipeline", "sagemaker:UpdatePipeline"],
            [CiRoles.Here("sagemaker", "pipeline/abalone-training")]
        ),
        new(
            Actor.Role(Deploy),
            Sources.Spec,
            ["lambda:UpdateFunctionCode"],
            [CiRoles.Here("lambda", "function:mlops-batch-dev-notifications")]
        ),
        new(Actor.Role(Deploy), Sources.Spec, ["events:PutEvents"], [CiRoles.Here("events", "event-bus/default")])
        {
            Circumstances = [("events:source", "mlops-batch"), ("events:detail-type", "MlopsBatch Model Deployed")],
        },
        new(Actor.Role(Deploy), Sources.RegistrySharing, ["sts:AssumeRole"], [CiRoles.Role("mlops-batch-dev-registry-reader")]),
        new(Actor.Role(Preview), State, ["s3:GetObject"], [CiRoles.StateObjects]),
        new(Actor.Role(Preview), State, ["kms:Decrypt"], [CiRoles.StateKey]),
        new(
            Actor.Role(Preview),
            Sources.Spec,
            ["events:PutEvents"],
            [CiRoles.Here("events", "event-bus/default")],
            new("events:source", "mlops-batch", "aws.sagemaker", MayBeMissing: true),
            new("events:detail-type", "MlopsBatch Stack Drift", "MlopsBatch Model Deployed", MayBeMissing: true)
        ),
        new(Actor.Role(Preview), Sources.RegistrySharing, ["sts:AssumeRole"], [CiRoles.Role("mlops-batch-dev-registry-reader")]),
        .. Taken(Deploy, CiRoles.Main),
        .. Taken(Preview, CiRoles.Branch),
    ];

    /// <summary>Neither is allowed to either role, whatever its conditions.</summary>
    public static IReadOnlyList<Never> Nevers { get; } =
    [
        .. new[] { Deploy, Preview }.SelectMany(role =>
            new Never[]
            {
                new(
                    role,
                    "decides on a version, of whatever model",
                    ["sagemaker:UpdateModelPackage"],
                    [CiRoles.Here("sagemaker", "model-package/abalone/7"), CiRoles.Here("sagemaker", "model-package/besides/7")],
                    ("sagemaker:ModelApprovalStatus", "Approved")
                ),
                new(
                    role,
                    "registers a version as approved",
                    ["sagemaker:CreateModelPackage"],
                    [CiRoles.Here("sagemaker", "model-package-group/abalone"), CiRoles.Here("sagemaker", "model-package/abalone/7")],
                    ("sagemaker:ModelApprovalStatus", "Approved")
                ),
                new(
                    role,
                    "makes or changes a role without the boundary, or takes it off",
                    [
                        "iam:AttachRolePolicy",
                        "iam:CreateRole",
                        "iam:PutRolePolicy",
                        "iam:PutRolePermissionsBoundary",
                        "iam:DeleteRolePermissionsBoundary",
                    ],
                    [CiRoles.Role("mlops-batch-dev-abalone-jobs"), CiRoles.Role("another")]
                ),
                new(
                    role,
                    "changes what it, the other one or the boundary may do, or who takes them",
                    [
                        "iam:AttachRolePolicy",
                        "iam:DeleteRolePolicy",
                        "iam:DetachRolePolicy",
                        "iam:PutRolePermissionsBoundary",
                        "iam:PutRolePolicy",
                        "iam:UpdateAssumeRolePolicy",
                    ],
                    [CiRoles.Role(Deploy), CiRoles.Role(Preview)],
                    ("iam:PermissionsBoundary", CiRoles.Boundary)
                ),
                new(
                    role,
                    "changes what it, the other one or the boundary may do, or who takes them",
                    ["iam:CreatePolicyVersion", "iam:DeletePolicy", "iam:SetDefaultPolicyVersion"],
                    [CiRoles.Boundary]
                ),
                new(
                    role,
                    "makes people, keys to the account, or roles of other names",
                    ["iam:CreateUser", "iam:CreateAccessKey", "iam:CreateRole", "iam:PassRole", "iam:AttachUserPolicy"],
                    [CiRoles.Role("another"), $"arn:aws:iam::{CiRoles.Account}:user/mlops-batch-user"],
                    ("iam:PermissionsBoundary", CiRoles.Boundary)
                ),
                new(
                    role,
                    "takes the role of another stage's account",
                    ["sts:AssumeRole"],
                    [$"arn:aws:iam::{Place.Staging}:role/{Deploy}", $"arn:aws:iam::{Place.Production}:role/{Deploy}"]
                ),
            }
        ),
        new(
            Preview,
            "reads or writes data, of whatever model",
            ["s3:GetObject", "s3:PutObject"],
            ["arn:aws:s3:::example-mlops/abalone/training/data/raw/a.csv", "arn:aws:s3:::example-mlops/besides/training/data/raw/a.csv"]
        ),
        new(Preview, "writes the state", ["s3:PutObject", "s3:DeleteObject"], [CiRoles.StateObjects]),
        new(
            Preview,
            "changes anything that is deployed",
            ["sagemaker:UpdatePipeline", "lambda:UpdateFunctionCode", "events:PutRule"],
            [
                CiRoles.Here("sagemaker", "pipeline/abalone-training"),
                CiRoles.Here("lambda", "function:mlops-batch-dev-notifications"),
                CiRoles.Here("events", "rule/mlops-batch-dev-executions"),
            ]
        ),
    ];

    /// <summary>By a job of the project, of the account's environment; the deploying one on the branch that deploys.</summary>
    private static IEnumerable<Need> Taken(string role, string subject) =>
        [
            new(
                new(ActorKind.Federated, subject),
                Pages,
                ["sts:AssumeRoleWithWebIdentity"],
                [CiRoles.Role(role)],
                new Demand($"{CiRoles.GitLab}:aud", "mlops-batch-dev", "mlops-batch-staging"),
                new Demand($"{CiRoles.GitLab}:sub", subject, "project_path:group/beside:ref_type:branch:ref:main")
            ),
        ];
}
