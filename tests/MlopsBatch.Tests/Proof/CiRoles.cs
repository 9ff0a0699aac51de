using System.Collections.Immutable;
using MlopsBatch.Aws.Iam;
using MlopsBatch.Tests.Stack;

namespace MlopsBatch.Tests.Proof;

/// <summary>The roles of GitLab's jobs, with the policies that eng/bootstrap.sh gives them.</summary>
internal static class CiRoles
{
    public const string Account = Place.Registry;
    public const string GitLab = "gitlab.example.com";
    public const string Main = "project_path:group/project:ref_type:branch:ref:main";
    public const string Branch = "project_path:group/project:ref_type:branch:ref:mine";
    public const string Boundary = $"arn:aws:iam::{Account}:policy/mlops-batch-boundary";
    public const string StateObjects = "arn:aws:s3:::example-mlops-state-dev/.pulumi/stacks/dev.json";
    public const string StateKey = $"arn:aws:kms:{Place.Region}:{Account}:key/1";

    /// <summary>https://docs.aws.amazon.com/aws-managed-policy/latest/reference/PowerUserAccess.html.</summary>
    private const string PowerUser = """
        {"Statement":[
          {"Effect":"Allow","NotAction":["iam:*","organizations:*","account:*"],"Resource":"*"},
          {"Effect":"Allow","Action":["account:GetAccountInformation","iam:CreateServiceLinkedRole","iam:DeleteServiceLinkedRole",
            "iam:ListRoles","organizations:DescribeOrganization"],"Resource":"*"}]}
        """;

    /// <summary>
    /// What these roles come near of https://docs.aws.amazon.com/aws-managed-policy/latest/reference/ReadOnlyAccess.html.
    /// </summary>
    private const string ReadOnly = """
        {"Statement":{"Effect":"Allow","Action":["events:Describe*","events:List*","iam:Get*","iam:List*","kms:Describe*","kms:Get*",
          "kms:List*","lambda:Get*","lambda:List*","s3:Get*","s3:List*","sagemaker:Describe*","sagemaker:List*"],"Resource":"*"}}
        """;

    /// <summary>Other accounts' roles and keys leave nothing to the caller's policies; the account's own do.</summary>
    private static readonly NamedPolicy OwnAccount = new(
        "left to the account",
        PolicyDocument.Parse(
            $$$"""{"Statement":{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::{{{Account}}}:root"},"Action":"*","Resource":"*"}}"""
        )
    );

    public static string Role(string name) => $"arn:aws:iam::{Account}:role/{name}";

    public static string Here(string service, string rest) => $"arn:aws:{service}:{Place.Region}:{Account}:{rest}";

    public static AuthorizationDecision Decide(Actor actor, string action, string resource, RequestContext context)
    {
        var role = actor.Kind == ActorKind.Role ? actor.Name : null;
        return PolicyEvaluator.Decide(
            new(
                role is null
                    ? RequestPrincipal.Federated($"arn:aws:iam::{Account}:oidc-provider/{GitLab}")
                    : RequestPrincipal.Role(Role(role), "job"),
                action,
                resource
            )
            {
                ResourceAccount = resource.Split(':')[4] is { Length: > 0 } owner ? owner : Account,
                Context = context,
                IdentityPolicies = role is null ? [] : PoliciesOf(role),
                ResourcePolicy = IsCi(resource) && action.StartsWith("sts:", StringComparison.Ordinal) ? TrustOf(resource) : OwnAccount,
            }
        );
    }

    /// <summary>The role's own policies: files of eng/bootstrap, and AWS's own where the script still attaches one.</summary>
    private static ImmutableArray<NamedPolicy> PoliciesOf(string role)
    {
        var script = File.ReadAllText(Path.Combine(TestStacks.Root.FullName, "eng", "bootstrap.sh"));
        var (own, managed, policy) =
            role == CiNeeds.Deploy
                ? (new[] { "deploy", "roles" }, "PowerUserAccess", PowerUser)
                : (["preview"], "ReadOnlyAccess", ReadOnly);
        return
        [
            .. own.Where(name => File.Exists(PathOf(name))).Select(name => new NamedPolicy(name, Policy(name))),
            .. script.Contains(managed, StringComparison.Ordinal)
                ? new[] { new NamedPolicy(managed, PolicyDocument.Parse(policy)) }
                : [],
        ];
    }

    private static bool IsCi(string resource) => resource.Contains($":role/{CiNeeds.Deploy}", StringComparison.Ordinal);

    private static NamedPolicy TrustOf(string role) =>
        role.EndsWith(CiNeeds.Preview, StringComparison.Ordinal)
            ? new("trust-preview", Policy("trust-preview"))
            : new("trust-deploy", Policy("trust-deploy"));

    private static string PathOf(string file) => Path.Combine(TestStacks.Root.FullName, "eng", "bootstrap", $"{file}.json");

    /// <summary>A policy as eng/bootstrap.sh fills it.</summary>
    public static PolicyDocument Policy(string file) =>
        PolicyDocument.Parse(
            new Dictionary<string, string>
            {
                ["STATE_BUCKET"] = "example-mlops-state-dev",
                ["KEY_ARN"] = StateKey,
                ["READER_ARN"] = Role("mlops-batch-*-registry-reader"),
                ["GITLAB_HOST"] = GitLab,
                ["PROJECT_PATH"] = "group/project",
                ["BRANCH"] = "main",
                ["ENVIRONMENT"] = "dev",
                ["REGION"] = Place.Region,
                ["ACCOUNT"] = Account,
            }.Aggregate(File.ReadAllText(PathOf(file)), (text, one) => text.Replace(one.Key, one.Value))
        );
}
