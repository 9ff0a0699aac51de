using MlopsBatch.Aws.Iam;
using MlopsBatch.Inspection.Declared;

namespace MlopsBatch.Tests.Proof;

/// <summary>Everybody can do what their work needs, and nothing beside it, in every example.</summary>
public class AccessTests
{
    public static TheoryData<string> Places => [.. Place.All.Select(place => place.Stack)];

    [Theory]
    [MemberData(nameof(Places))]
    public async Task Everybody_may_do_what_they_need_and_nothing_beside_it(string stack)
    {
        var place = Place.All.Single(one => one.Stack == stack);
        var graph = await place.EvaluateAsync();
        var faults = Needs.Proof(place, graph).Faults(new DeclaredAccess(graph, place)).ToList();
        faults.ShouldBeEmpty($"{faults.Count} faults:\n{string.Join('\n', faults.Take(300))}");
    }

    [Fact]
    public async Task Every_role_and_every_policy_is_somebodys()
    {
        foreach (var place in Place.All)
        {
            var graph = await place.EvaluateAsync();
            var known = Needs.Proof(place, graph).Actors.Select(actor => actor.Name).ToHashSet();
            graph
                .Resources.Where(resource => resource.Type is ResourceTypes.Role or ResourceTypes.Policy)
                .Select(resource => resource.Name)
                // It only denies, and is held to that below.
                .Except(known.Append("no-approvals"))
                .ShouldBeEmpty(place.Stack);
        }
    }

    /// <summary>Separation of duties: whoever builds or deploys, with whatever else they may do, decides on no version.</summary>
    [Theory]
    [InlineData("sagemaker:UpdateModelPackage", "Approved")]
    [InlineData("sagemaker:UpdateModelPackage", "Rejected")]
    [InlineData("sagemaker:CreateModelPackage", "Approved")]
    public async Task Whoever_builds_or_deploys_decides_on_no_version(string action, string status)
    {
        foreach (var place in Place.All)
        {
            var graph = await place.EvaluateAsync();
            var policies = graph
                .Resources.Where(one => one.Name is "no-approvals" or "abalone-jobs")
                .Select(DeclaredPolicy.Of)
                .OfType<DeclaredPolicy>();
            foreach (var policy in policies.Where(one => one.Kind == PolicyKind.Identity))
            {
                var everything = PolicyDocument.Parse("""{"Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}""");
                PolicyEvaluator
                    .Decide(
                        new(
                            RequestPrincipal.Role(place.Role("any"), "session"),
                            action,
                            $"arn:aws:sagemaker:{Place.Region}:{Place.Registry}:model-package/besides/7"
                        )
                        {
                            ResourceAccount = place.Account,
                            Context = RequestContext.Empty.With("sagemaker:ModelApprovalStatus", status),
                            IdentityPolicies = [new("everything", everything), new(policy.Resource.Title, policy.Document)],
                        }
                    )
                    .Outcome.ShouldBe(AuthorizationOutcome.ExplicitDeny, $"{place} {policy.Resource.Title}");
            }
        }
    }
}
