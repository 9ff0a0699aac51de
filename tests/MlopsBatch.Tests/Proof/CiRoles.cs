using System.Collections.Immutable;
using MlopsBatch.Aws.Iam;
using MlopsBatch.CiRights;
using MlopsBatch.Inspection;
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

    private static readonly Lazy<CiPolicies> Derived = new(() => Task.Run(DeriveAsync).GetAwaiter().GetResult());

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

    /// <summary>What eng/bootstrap.sh attaches: its own file, and the pages that are derived from the stack's resources.</summary>
    private static ImmutableArray<NamedPolicy> PoliciesOf(string role)
    {
        var (own, derived) = role == CiNeeds.Deploy ? ("deploy", Derived.Value.Deploy) : ("preview", Derived.Value.Preview);
        return
        [
            new(own, Policy(own)),
            .. derived.Select((page, index) => new NamedPolicy($"{own} {index + 1}", PolicyDocument.Parse(page))),
        ];
    }

    private static async Task<CiPolicies> DeriveAsync()
    {
        var context = TestStacks.Context("dev");
        var approved = FixedApprovedModels.First(context.Settings, context.Region, Account);
        return new(context, await StackEvaluator.EvaluateAsync(context, approved, Account), Account);
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
