namespace MlopsBatch.Rehearsal.People;

/// <summary>Decides about versions in a rehearsal.</summary>
public interface IDataScientist
{
    /// <summary>Decides about a version.</summary>
    /// <param name="question">What is asked, and what the rehearsal would do by itself.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>The decision; null: none, and what needs one is left out.</returns>
    Task<VersionDecision?> DecideAsync(VersionQuestion question, CancellationToken cancellation);
}
