namespace MlopsBatch.Tests.Proof.Mutations;

/// <summary>Whether the proofs of a place see a fault that was planted in what it declares.</summary>
internal sealed class MutationProof
{
    private readonly Place _place;
    private readonly AccessProof _access;
    private readonly IReadOnlyList<Shape> _shapes;
    private readonly HashSet<string> _actors;

    /// <param name="place">The place.</param>
    /// <param name="graph">What it declares, without a fault: the proofs know keys' ids from it.</param>
    public MutationProof(Place place, DeclaredGraph graph)
    {
        _place = place;
        _access = Needs.Proof(place, graph);
        _shapes = Shapes.Of(place, graph);
        _actors = [.. _access.Actors.Select(actor => actor.Name)];
    }

    /// <summary>Every fault that can be planted in the graph.</summary>
    public static IEnumerable<Mutant> Mutants(DeclaredGraph graph) => PolicyMutants.Of(graph).Concat(StructureMutants.Of(graph));

    public bool Sees(Mutant mutant)
    {
        if (mutant.Policy is not { } policy)
        {
            return StructureProof.Faults(mutant.Graph, _shapes).Any() || PatternProof.Faults(_place, mutant.Graph).Any();
        }

        try
        {
            var access = new DeclaredAccess(mutant.Graph, _place);
            Func<Actor, bool>? isAbout = policy.Actor is { } name && _actors.Contains(name) ? actor => actor.Name == name : null;
            return SeparationOfDuties.Faults(_place, mutant.Graph).Any()
                || _access.Faults(access, isAbout, policy.Services.Contains("*") ? null : policy.Services).Any();
        }
        catch (Aws.Iam.PolicyFormatException)
        {
            // AWS refuses it, and so does every test that reads it.
            return true;
        }
    }
}
