namespace MlopsBatch.Rehearsal.People;

/// <summary>Decides as the scenario has it.</summary>
public sealed class PlayedDataScientist : IDataScientist
{
    /// <inheritdoc/>
    public Task<VersionDecision?> DecideAsync(VersionQuestion question, CancellationToken cancellation) =>
        Task.FromResult<VersionDecision?>((question ?? throw new ArgumentNullException(nameof(question))).Suggestion);
}
