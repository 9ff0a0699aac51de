namespace MlopsBatch.Rehearsal.Mutations;

/// <summary>What became of a rehearsal with a planted fault.</summary>
/// <param name="Kind">What kind of fault it is.</param>
/// <param name="What">The fault.</param>
/// <param name="IsSeen">Whether the rehearsal failed, as it should.</param>
/// <param name="Evidence">By what it failed; for a fault that wasn't seen, that it passed.</param>
public sealed record MutationOutcome(string Kind, string What, bool IsSeen, string Evidence)
{
    /// <summary>Why it needn't be seen; null if it has to be.</summary>
    public string? Reason => Survivor.ReasonFor(Kind, What);
}
