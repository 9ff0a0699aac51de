using MlopsBatch.Aws.Iam;
using MlopsBatch.CiRights;
using MlopsBatch.Tests.Stack;

namespace MlopsBatch.Tests.Proof;

/// <summary>
/// The actor that deploys: CI's role as eng/bootstrap.sh makes it, with its fixed and its derived policies, may do its work and
/// not make itself more than it is (https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html).
/// </summary>
public class DeploymentPageTests
{
    private const string Account = "111122223333";
    private const string Iam = $"arn:aws:iam::{Account}";
    private const string Bus = "events:eu-west-1:111122223333:event-bus/";
    private const string Boundary = $"{Iam}:policy/mlops-batch-boundary";
    private const string Main = "project_path:group/project:ref_type:branch:ref:main";
    private const string Branch = "project_path:group/project:ref_type:branch:ref:mine";

    /// <summary>What ./mlops bootstrap policies makes for stack dev.</summary>
    private static readonly Lazy<Task<CiPolicies>> Derived = new(async () =>
    {
        var context = TestStacks.Context("dev");
        return new(context, await TestStacks.EvaluateAsync("dev"), Account);
    });

    [Theory]
    [InlineData("iam:CreateRole", "role/mlops-batch-dev-abalone-jobs", true)]
    [InlineData("iam:PutRolePolicy", "role/mlops-batch-dev-abalone-jobs", true)]
    [InlineData("iam:PutRolePermissionsBoundary", "role/mlops-batch-dev-notifications", true)]
    [InlineData("iam:CreateRole", "role/another", true, AuthorizationOutcome.ImplicitDeny)]
    [InlineData("iam:CreateRole", "role/mlops-batch-dev-abalone-jobs", false, AuthorizationOutcome.ImplicitDeny)]
    [InlineData("iam:PutRolePolicy", "role/mlops-batch-dev-abalone-jobs", false, AuthorizationOutcome.ImplicitDeny)]
    [InlineData("iam:AttachRolePolicy", "role/mlops-batch-dev-abalone-jobs", false, AuthorizationOutcome.ImplicitDeny)]
    [InlineData("iam:PutRolePolicy", "role/mlops-batch-ci", true, AuthorizationOutcome.ExplicitDeny)]
    [InlineData("iam:UpdateAssumeRolePolicy", "role/mlops-batch-ci", true, AuthorizationOutcome.ExplicitDeny)]
    [InlineData("iam:CreatePolicyVersion", "policy/mlops-batch-boundary", true, AuthorizationOutcome.ExplicitDeny)]
    [InlineData("iam:DeleteRolePermissionsBoundary", "role/mlops-batch-dev-abalone-jobs", true, AuthorizationOutcome.ExplicitDeny)]
    [InlineData("iam:CreateUser", "user/mlops-batch-user", true, AuthorizationOutcome.ImplicitDeny)]
    [InlineData("iam:PassRole", "role/another", true, AuthorizationOutcome.ImplicitDeny)]
    public async Task It_makes_roles_within_the_boundary_only(
        string action,
        string resource,
        bool isBounded,
        AuthorizationOutcome outcome = AuthorizationOutcome.Allowed
    ) => (await DecideAsync(action, $"{Iam}:{resource}", ("iam:PermissionsBoundary", isBounded ? Boundary : null))).ShouldBe(outcome);

    [Theory]
    [InlineData("sagemaker:UpdateModelPackage", "sagemaker:eu-west-1:111122223333:model-package/abalone/1", "Approved")]
    [InlineData("sagemaker:UpdateModelPackage", "sagemaker:eu-west-1:111122223333:model-package/abalone/1", "Rejected")]
    [InlineData("sagemaker:CreateModelPackage", "sagemaker:eu-west-1:111122223333:model-package/abalone/1", "Approved")]
    public async Task It_decides_on_no_version(string action, string resource, string status) =>
        (await DecideAsync(action, $"arn:aws:{resource}", ("sagemaker:ModelApprovalStatus", status))).ShouldBe(
            AuthorizationOutcome.ExplicitDeny
        );

    /// <summary>Deployed, rolled back, failed: GitLab's jobs put these events onto the account's own bus.</summary>
    [Theory]
    [InlineData("events:PutEvents", "arn:aws:events:eu-west-1:111122223333:event-bus/default")]
    [InlineData("sagemaker:UpdatePipeline", "arn:aws:sagemaker:eu-west-1:111122223333:pipeline/abalone-training")]
    [InlineData("sts:AssumeRole", "arn:aws:iam::111122223333:role/mlops-batch-dev-registry-reader")]
    public async Task It_does_its_work(string action, string resource) =>
        (await DecideAsync(action, resource)).ShouldBe(AuthorizationOutcome.Allowed);

    [Theory]
    [InlineData("trust-deploy", "mlops-batch-dev", Main, true)]
    [InlineData("trust-deploy", "mlops-batch-dev", Branch, false)]
    [InlineData("trust-deploy", "mlops-batch-staging", Main, false)]
    [InlineData("trust-deploy", "mlops-batch-dev", "project_path:group/beside:ref_type:branch:ref:main", false)]
    [InlineData("trust-preview", "mlops-batch-dev", Branch, true)]
    [InlineData("trust-preview", "mlops-batch-staging", Branch, false)]
    [InlineData("trust-preview", "mlops-batch-dev", "project_path:group/beside:ref_type:branch:ref:main", false)]
    public void Jobs_of_another_environment_project_or_branch_take_no_role(string file, string audience, string subject, bool isTaken) =>
        PolicyEvaluator
            .Decide(
                new(
                    RequestPrincipal.Federated($"{Iam}:oidc-provider/gitlab.example.com"),
                    "sts:AssumeRoleWithWebIdentity",
                    $"{Iam}:role/mlops-batch-ci"
                )
                {
                    ResourceAccount = Account,
                    Context = RequestContext.Empty.With("gitlab.example.com:aud", audience).With("gitlab.example.com:sub", subject),
                    ResourcePolicy = new("trust", Policy(file)),
                }
            )
            .IsAllowed.ShouldBe(isTaken);

    private static async Task<AuthorizationOutcome> DecideAsync(
        string action,
        string resource,
        params (string Key, string? Value)[] context
    ) =>
        PolicyEvaluator
            .Decide(
                new(RequestPrincipal.Role($"{Iam}:role/mlops-batch-ci", "job"), action, resource)
                {
                    ResourceAccount = Account,
                    Context = context.Aggregate(RequestContext.Empty, (keys, one) => keys.With(one.Key, one.Value)),
                    IdentityPolicies =
                    [
                        new("deploy", Policy("deploy")),
                        .. (await Derived.Value).Deploy.Select(text => new NamedPolicy("derived", PolicyDocument.Parse(text))),
                    ],
                    // Whatever has a policy of its own leaves it to the account's.
                    ResourcePolicy = new(
                        "resource",
                        PolicyDocument.Parse(
                            $$$"""{"Statement":{"Effect":"Allow","Principal":{"AWS":"{{{Iam}}}:root"},"Action":"*","Resource":"*"}}"""
                        )
                    ),
                }
            )
            .Outcome;

    /// <summary>Anyone who may push a branch has this role: it tells of drift and of nothing else, and reads no data.</summary>
    [Theory]
    [InlineData("events:PutEvents", Bus + "default", "MlopsBatch Stack Drift", AuthorizationOutcome.Allowed)]
    [InlineData("events:PutEvents", Bus + "default", "MlopsBatch Model Deployed", AuthorizationOutcome.ImplicitDeny)]
    [InlineData("events:PutEvents", Bus + "other", "MlopsBatch Stack Drift", AuthorizationOutcome.ImplicitDeny)]
    [InlineData("s3:GetObject", "s3:::example-mlops/p/abalone/training/data/raw/a.csv", null, AuthorizationOutcome.ImplicitDeny)]
    [InlineData("s3:PutObject", "s3:::example-mlops-state-dev/.pulumi/stacks/dev.json", null, AuthorizationOutcome.ImplicitDeny)]
    [InlineData("s3:GetObject", "s3:::example-mlops-state-dev/.pulumi/stacks/dev.json", null, AuthorizationOutcome.Allowed)]
    public async Task Any_branch_may_look_only(string action, string resource, string? detailType, AuthorizationOutcome outcome) =>
        PolicyEvaluator
            .Decide(
                new(RequestPrincipal.Role($"{Iam}:role/mlops-batch-ci-preview", "job"), action, $"arn:aws:{resource}")
                {
                    ResourceAccount = Account,
                    Context = RequestContext.Empty.With("events:source", "mlops-batch").With("events:detail-type", detailType),
                    IdentityPolicies =
                    [
                        new("preview", Policy("preview")),
                        .. (await Derived.Value).Preview.Select(text => new NamedPolicy("derived", PolicyDocument.Parse(text))),
                    ],
                    // Whatever has a policy of its own leaves it to the account's.
                    ResourcePolicy = new(
                        "resource",
                        PolicyDocument.Parse(
                            $$$"""{"Statement":{"Effect":"Allow","Principal":{"AWS":"{{{Iam}}}:root"},"Action":"*","Resource":"*"}}"""
                        )
                    ),
                }
            )
            .Outcome.ShouldBe(outcome);

    /// <summary>A policy as eng/bootstrap.sh fills it.</summary>
    private static PolicyDocument Policy(string file) =>
        PolicyDocument.Parse(
            new Dictionary<string, string>
            {
                ["STATE_BUCKET"] = "example-mlops-state-dev",
                ["KEY_ARN"] = $"arn:aws:kms:eu-west-1:{Account}:key/1",
                ["READER_ARN"] = $"{Iam}:role/mlops-batch-*-registry-reader",
                ["GITLAB_HOST"] = "gitlab.example.com",
                ["PROJECT_PATH"] = "group/project",
                ["BRANCH"] = "main",
                ["ENVIRONMENT"] = "dev",
                ["REGION"] = "eu-west-1",
                ["ACCOUNT"] = Account,
            }.Aggregate(
                File.ReadAllText(Path.Combine(TestStacks.Root.FullName, "eng", "bootstrap", $"{file}.json")),
                (text, one) => text.Replace(one.Key, one.Value)
            )
        );
}
