using System.Globalization;
using Xunit.Abstractions;

namespace MlopsBatch.Tests.Proof.Mutations;

/// <summary>
/// A fault anywhere in the declarations is seen by the proofs. The suite plants a seeded sample;
/// MLOPS_MUTANTS sets how many a stack (<c>all</c>: every one), as <c>eng/mutate-declarations.sh</c> does.
/// </summary>
public sealed class MutationTests(ITestOutputHelper output)
{
    private const int Seed = 20261126;
    private const int SampleSize = 60;

    public static TheoryData<string> Places => [.. Place.All.Select(place => place.Stack)];

    [Theory]
    [MemberData(nameof(Places))]
    public async Task A_planted_fault_is_seen(string stack)
    {
        var place = Place.All.Single(one => one.Stack == stack);
        var graph = await place.EvaluateAsync();
        var proof = new MutationProof(place, graph);
        var mutants = Sample([.. MutationProof.Mutants(graph)]);
        var unseen = mutants.AsParallel().AsOrdered().Where(mutant => !proof.Sees(mutant)).ToList();
        foreach (var kind in mutants.GroupBy(mutant => mutant.Kind).OrderBy(kind => kind.Key, StringComparer.Ordinal))
        {
            output.WriteLine($"{stack,-8} {kind.Key,-18} {kind.Count(),6} planted {kind.Count(unseen.Contains),6} unseen");
        }

        foreach (var mutant in unseen)
        {
            output.WriteLine($"UNSEEN {stack} {mutant}");
        }

        var survivors = Survivor.Read();
        unseen
            .Where(mutant => !survivors.Any(survivor => survivor.IsOf(mutant)))
            .Select(mutant => mutant.ToString())
            .ShouldBeEmpty($"{unseen.Count} of {mutants.Count} are unseen in {stack}");
    }

    [Fact]
    public async Task A_reason_to_survive_is_about_a_fault_that_can_be_planted()
    {
        var graphs = await Task.WhenAll(Place.All.Select(place => place.EvaluateAsync()));
        var mutants = graphs.SelectMany(MutationProof.Mutants).ToList();
        Survivor.Read().Where(survivor => !mutants.Any(survivor.IsOf)).ShouldBeEmpty();
    }

    private static List<Mutant> Sample(List<Mutant> all)
    {
        var asked = Environment.GetEnvironmentVariable("MLOPS_MUTANTS");
        if (asked == "all")
        {
            return all;
        }

        var chosen = all.ToArray();
        new Random(Seed).Shuffle(chosen);
        return [.. chosen.Take(asked is null ? SampleSize : int.Parse(asked, CultureInfo.InvariantCulture))];
    }
}
