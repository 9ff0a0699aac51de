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

    [Theory]
    [MemberData(nameof(Places))]
    public async Task Whoever_builds_or_deploys_decides_on_no_version(string stack)
    {
        var place = Place.All.Single(one => one.Stack == stack);
        var graph = await place.EvaluateAsync();
        graph.Resources.ShouldContain(resource => resource.Name == "no-approvals");
        SeparationOfDuties.Faults(place, graph).ShouldBeEmpty();
    }
}
