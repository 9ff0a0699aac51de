using MlopsBatch.Checks;
using MlopsBatch.Checks.Security;
using MlopsBatch.Inspection;
using MlopsBatch.Inspection.Declared;
using MlopsBatch.Tests.Proof;
using MlopsBatch.Tests.Proof.Mutations;

namespace MlopsBatch.Tests.Checks;

/// <summary>
/// Each row that judges access is shown stacks of which one policy is broken, generated from the examples, and fails by naming it.
/// </summary>
public class BrokenPolicyTests
{
    private const int Most = 8;

    /// <summary>Row, kind of the fault, and whether it is about a policy's statement; every such fault has to be seen.</summary>
    private static readonly (int Row, string Kind, Func<DeclaredStatement, string, bool> IsAbout)[] Faults =
    [
        (2, "drop statement", (one, _) => Is(one, ResourceTypes.BucketPolicy) && !one.IsAllow),
        (5, "alter principal", (one, _) => Is(one, ResourceTypes.BucketPolicy, "access-logs") && one.IsAllow),
        (9, "drop condition", (one, what) => Is(one, ResourceTypes.BucketPolicy) && one.IsAllow && what.Contains("aws:PrincipalArn")),
        (12, "drop statement", (one, _) => Is(one, ResourceTypes.TopicPolicy) && !one.IsAllow),
        (13, "widen principal", (one, _) => Is(one, ResourceTypes.TopicPolicy) && one.IsAllow),
        (14, "drop condition", (one, _) => Is(one, ResourceTypes.TopicPolicy) && one.IsAllow),
        (15, "alter principal", (one, what) => Is(one, ResourceTypes.QueuePolicy, "undelivered-mails") && what.Contains("sns.")),
        (15, "alter principal", (one, what) => Is(one, ResourceTypes.Key, "platform") && what.Contains("sns.")),
        (18, "drop statement", (one, _) => Is(one, ResourceTypes.QueuePolicy) && !one.IsAllow),
        (20, "widen action", (one, _) => Is(one, ResourceTypes.QueuePolicy) && one.IsAllow),
        (21, "alter resource", (one, what) => Is(one, ResourceTypes.RolePolicy, "notifications") && what.Contains(":sqs:")),
        (31, "widen action", (one, _) => Is(one, ResourceTypes.RolePolicy, "notifications") && one.IsAllow),
        (32, "widen action", (one, _) => IsIdentity(one) && one.IsAllow),
        (33, "widen resource", (one, _) => IsIdentity(one) && one.IsAllow),
        (35, "drop condition", (one, _) => Is(one, ResourceTypes.Role) && Conditions(one) == 1),
        (36, "drop condition", (one, what) => IsIdentity(one) && what.Contains("iam:PassedToService")),
        (39, "widen principal", (one, _) => Is(one, ResourceTypes.Key) && one.IsAllow),
        (40, "widen resource", (one, _) => IsIdentity(one) && one.IsAllow && one.Actions.Contains("kms:Decrypt")),
        (42, "alter principal", (one, what) => Is(one, ResourceTypes.QueuePolicy, "undelivered-events") && what.Contains("events.")),
        (42, "alter principal", (one, _) => Is(one, ResourceTypes.LogResourcePolicy)),
        (42, "alter principal", (one, what) => Is(one, ResourceTypes.Role, "abalone-start") && what.StartsWith("events.")),
        (42, "alter resource", (one, what) => Is(one, ResourceTypes.RolePolicy, "abalone-start") && what.Contains(":sqs:")),
        (43, "drop condition", (one, what) => Is(one, ResourceTypes.EventBusPolicy) && what.Contains("aws:PrincipalArn")),
        (47, "alter principal", (one, what) => Is(one, ResourceTypes.Key, "platform") && what.StartsWith("logs.")),
        (48, "alter principal", (one, what) => Is(one, ResourceTypes.TopicPolicy, "operations") && what.StartsWith("cloudwatch.")),
        (48, "alter principal", (one, what) => Is(one, ResourceTypes.Key, "platform") && what.StartsWith("cloudwatch.")),
        (48, "drop action", (one, what) => Is(one, ResourceTypes.RolePolicy, "dead-letter-mails") && what.Contains("sqs:")),
    ];

    [Fact]
    public async Task A_row_that_asks_policies_fails_by_naming_the_one_that_is_broken()
    {
        var unseen = new List<string>();
        var seen = new List<int>();
        foreach (var place in new[] { Place.Single, Place.Dev })
        {
            var graph = await place.EvaluateAsync();
            var statements = graph
                .Resources.Select(DeclaredPolicy.Of)
                .OfType<DeclaredPolicy>()
                .SelectMany(policy => policy.Statements)
                .ToLookup(one => $"{one.Owner}, {one.Sid}");
            var mutants = PolicyMutants
                .Of(graph)
                .Select(mutant => (Mutant: mutant, Parts: mutant.Title.Split(": ", 2)))
                .Select(one =>
                    (one.Mutant, Statement: statements[one.Parts[0]].FirstOrDefault(), What: one.Parts.ElementAtOrDefault(1) ?? "")
                )
                .Where(one => one.Statement is not null && IsReadable(one.Mutant, one.Statement))
                .ToList();
            foreach (var (row, kind, isAbout) in Faults)
            {
                var broken = mutants.Where(one => one.Mutant.Kind == kind && isAbout(one.Statement!, one.What)).ToArray();
                new Random(row).Shuffle(broken);
                foreach (var (mutant, statement, _) in broken.Take(Most))
                {
                    seen.Add(row);
                    if (!Names(row, place, mutant.Graph, statement!.Policy.Resource))
                    {
                        unseen.Add($"row {row} in {place}: {mutant}");
                    }
                }
            }
        }

        unseen.ShouldBeEmpty();
        // Of row 29 the test below.
        Faults.Select(one => one.Row).Distinct().Except(seen).ShouldBeEmpty();
        SecurityChecklist
            .Rows.Where(row => row.AsksPolicies)
            .Select(row => row.Number)
            .ShouldBe(seen.Append(29).Distinct().Order());
    }

    /// <summary>Lambda keeps who may call a function as permissions, not as a policy's text.</summary>
    [Theory]
    [InlineData("sourceArn", null)]
    [InlineData("sourceAccount", null)]
    [InlineData("sourceAccount", "999900001111")]
    [InlineData("principal", "*")]
    [InlineData("action", "lambda:*")]
    public async Task A_permission_for_others_fails_its_row(string input, string? value)
    {
        var graph = await Place.Single.EvaluateAsync();
        var permission = graph.OfType(ResourceTypes.Permission).First();
        Names(29, Place.Single, graph, permission).ShouldBeFalse();
        Names(29, Place.Single, graph.With(permission.WithInput(input, value)), permission).ShouldBeTrue();
    }

    /// <summary>The judge of the check and the one of the proof put policies together on their own; they have to agree.</summary>
    [Fact]
    public async Task The_check_allows_what_the_proof_finds_allowed()
    {
        foreach (var place in new[] { Place.Single, Place.Dev })
        {
            var graph = await place.EvaluateAsync();
            var (proof, access) = (Needs.Proof(place, graph), new DeclaredAccess(graph, place));
            var check = new DeclaredStack(Stack(place, graph)).Authorization;
            var different =
                from need in proof.Needs
                where need.Actor.Kind is ActorKind.Role or ActorKind.Service
                from action in need.Actions
                from resource in need.Samples
                where resource.Contains(place.Account) || resource.StartsWith($"arn:aws:s3:::{place.Bucket}/")
                let context = need
                    .Demands.Aggregate(
                        Aws.Iam.RequestContext.Empty.With("aws:SecureTransport", "true").With("kms:CallerAccount", place.Account),
                        (keys, demand) => keys.With(demand.Key, demand.Good)
                    )
                let caller = need.Actor.Principal(graph, place.Role(need.Actor.Name))
                where
                    check.Decide(caller, action, resource, context).IsAllowed
                    != access.Decide(need.Actor, action, resource, context).IsAllowed
                select $"{place} {need.Actor} {action} {resource}";
            different.ShouldBeEmpty();
        }
    }

    /// <summary>AWS takes no policy without a statement, and neither does the check.</summary>
    private static bool IsReadable(Mutant mutant, DeclaredStatement statement)
    {
        try
        {
            return DeclaredPolicy.Of(mutant.Graph.Resources.Single(one => one.Urn == statement.Policy.Resource.Urn)) is not null;
        }
        catch (Aws.Iam.PolicyFormatException)
        {
            return false;
        }
    }

    private static bool Names(int row, Place place, DeclaredGraph graph, RecordedResource broken) =>
        SecurityChecklist
            .Rows.Single(one => one.Number == row)
            .Evidence(new DeclaredStack(Stack(place, graph)))
            .Where(one => !one.IsMet && !Waivers.All.Any(waiver => waiver.Covers(row, one.Resource)))
            .Any(one =>
                one.Urn == broken.Urn
                || $"{one.Resource} {one.Because}".Contains(broken.Name, StringComparison.Ordinal)
                || (broken.Arn is { } arn && one.Because?.Contains(arn, StringComparison.Ordinal) == true)
            );

    private static EvaluatedStack Stack(Place place, DeclaredGraph graph) =>
        new(place.Stack, graph.Resources, []) { Account = place.Account, Region = Place.Region };

    private static bool Is(DeclaredStatement one, string type, string? name = null) =>
        one.Policy.Resource.Type == type && (name is null || one.Policy.Resource.Name == name);

    private static bool IsIdentity(DeclaredStatement one) => one.Policy.Kind == PolicyKind.Identity;

    private static int Conditions(DeclaredStatement one) => one.Conditions.Length;
}
