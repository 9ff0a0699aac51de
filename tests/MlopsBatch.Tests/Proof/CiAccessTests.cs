using MlopsBatch.Aws.Iam;

namespace MlopsBatch.Tests.Proof;

/// <summary>GitLab's jobs can do what a deployment needs, and none of what would make them more than that.</summary>
public class CiAccessTests
{
    [Fact]
    public void What_a_job_needs_is_allowed_under_its_conditions_only()
    {
        var faults =
            from need in CiNeeds.All
            from resource in need.Samples
            from action in need.Actions
            from fault in Faults(need, action, resource)
            select fault;
        faults.ShouldBeEmpty();
    }

    [Fact]
    public void What_a_job_must_never_do_is_refused()
    {
        var allowed =
            from never in CiNeeds.Nevers
            from action in never.Actions
            from resource in never.Resources
            let context = never.Context.Aggregate(RequestContext.Empty, (keys, one) => keys.With(one.Key, one.Value))
            let decision = CiRoles.Decide(Actor.Role(never.Role), action, resource, context)
            where decision.Outcome is not (AuthorizationOutcome.ImplicitDeny or AuthorizationOutcome.ExplicitDeny)
            select $"{never.Role} {never.What}: {action} on {resource}: {decision.Message}";
        allowed.ShouldBeEmpty();
    }

    /// <summary>A branch's job has the looking role only, whatever audience it asks for.</summary>
    [Fact]
    public void A_branch_that_does_not_deploy_takes_no_deploying_role() =>
        CiRoles
            .Decide(
                new(ActorKind.Federated, CiRoles.Branch),
                "sts:AssumeRoleWithWebIdentity",
                CiRoles.Role(CiNeeds.Deploy),
                RequestContext.Empty.With($"{CiRoles.GitLab}:aud", "mlops-batch-dev").With($"{CiRoles.GitLab}:sub", CiRoles.Branch)
            )
            .IsAllowed.ShouldBeFalse();

    private static IEnumerable<string> Faults(Need need, string action, string resource)
    {
        var full = need.Circumstances.Aggregate(
            need.Demands.Aggregate(RequestContext.Empty, (keys, demand) => keys.With(demand.Key, demand.Good)),
            (keys, one) => keys.With(one.Key, one.Value)
        );
        if (CiRoles.Decide(need.Actor, action, resource, full) is { IsAllowed: false } refused)
        {
            yield return $"{need.Actor} needs {action} on {resource}: {refused.Message}; {string.Join("; ", refused.NearMisses)}";
        }

        foreach (var demand in need.Demands)
        {
            if (!demand.MayBeMissing && CiRoles.Decide(need.Actor, action, resource, full.Without(demand.Key)).IsAllowed)
            {
                yield return $"{need.Actor}: {action} on {resource} without {demand.Key} is allowed";
            }

            if (demand.Bad is { } bad && CiRoles.Decide(need.Actor, action, resource, full.With(demand.Key, bad)).IsAllowed)
            {
                yield return $"{need.Actor}: {action} on {resource} is allowed with {demand.Key} {bad}";
            }
        }
    }
}
