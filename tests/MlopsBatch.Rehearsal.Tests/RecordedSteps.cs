namespace MlopsBatch.Rehearsal.Tests;

/// <summary>
/// What steps gave, kept for the rehearsals of the same data that are about something else than the steps: whichever comes first runs
/// them, one rehearsal after the other.
/// </summary>
[CollectionDefinition(nameof(RecordedSteps))]
public sealed class RecordedSteps : ICollectionFixture<RecordedSteps>, IDisposable
{
    private readonly TestFolder _folder = new();

    public DirectoryInfo Folder => new(_folder.Path);

    public void Dispose() => _folder.Dispose();
}
