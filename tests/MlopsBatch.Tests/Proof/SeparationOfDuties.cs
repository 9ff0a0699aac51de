using MlopsBatch.Aws.Iam;
using MlopsBatch.Inspection.Declared;

namespace MlopsBatch.Tests.Proof;

/// <summary>Whoever builds or deploys, with whatever else they may do, decides on no version.</summary>
internal static class SeparationOfDuties
{
    private static readonly PolicyDocument Everything = PolicyDocument.Parse(
        """{"Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}"""
    );

    private static readonly (string Action, string Status)[] Decisions =
    [
        ("sagemaker:UpdateModelPackage", "Approved"),
        ("sagemaker:UpdateModelPackage", "Rejected"),
        ("sagemaker:CreateModelPackage", "Approved"),
    ];

    /// <summary>What building and deploying need, beside which no decision may be denied.</summary>
    private static readonly (string Action, string? Status)[] Work =
    [
        ("sagemaker:CreateModelPackage", "PendingManualApproval"),
        ("sagemaker:DescribeModelPackage", null),
        ("sagemaker:CreateModel", null),
        ("sagemaker:UpdatePipeline", null),
    ];

    public static IEnumerable<string> Faults(Place place, DeclaredGraph graph) =>
        from resource in graph.Resources
        where resource.Name is "no-approvals" or "abalone-jobs" or "registry-reader"
        let policy = DeclaredPolicy.Of(resource)
        where policy?.Kind == PolicyKind.Identity
        from asked in Decisions
            .Select(one => (one.Action, Status: (string?)one.Status, Outcome: AuthorizationOutcome.ExplicitDeny))
            .Concat(Work.Select(one => (one.Action, one.Status, Outcome: AuthorizationOutcome.Allowed)))
        from kind in new[] { "model-package/besides/7", "model-package-group/besides" }
        let outcome = Decide(place, policy, asked.Action, kind, asked.Status).Outcome
        where outcome != asked.Outcome && IsAbout(asked.Action, kind)
        select $"{policy.Resource.Title}: {asked.Action} on {kind} to {asked.Status ?? "nothing"} is {outcome}";

    /// <summary>A version is registered in its group; a decision is on the version (Service Authorization Reference, SageMaker).</summary>
    private static bool IsAbout(string action, string kind) =>
        action != "sagemaker:UpdateModelPackage" || kind.StartsWith("model-package/", StringComparison.Ordinal);

    private static AuthorizationDecision Decide(Place place, DeclaredPolicy policy, string action, string resource, string? status) =>
        PolicyEvaluator.Decide(
            new(
                RequestPrincipal.Role(place.Role("any"), "session"),
                action,
                $"arn:aws:sagemaker:{Place.Region}:{Place.Registry}:{resource}"
            )
            {
                ResourceAccount = place.Account,
                Context = status is null ? RequestContext.Empty : RequestContext.Empty.With("sagemaker:ModelApprovalStatus", status),
                IdentityPolicies = [new("everything", Everything), new(policy.Resource.Title, policy.Document)],
            }
        );
}
