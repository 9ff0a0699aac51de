namespace MlopsBatch.Tests.Proof;

/// <summary>Every resource is what it has to be, and waits for what it needs, in every example.</summary>
public class StructureTests
{
    public static TheoryData<string> Places => [.. Place.All.Select(place => place.Stack)];

    [Theory]
    [MemberData(nameof(Places))]
    public async Task Everything_is_what_it_has_to_be(string stack)
    {
        var place = Place.All.Single(one => one.Stack == stack);
        var graph = await place.EvaluateAsync();
        var faults = StructureProof.Faults(graph, Shapes.Of(place, graph)).Concat(PatternProof.Faults(place, graph)).ToList();
        faults.ShouldBeEmpty($"{faults.Count} faults:\n{string.Join('\n', faults)}");
    }
}
