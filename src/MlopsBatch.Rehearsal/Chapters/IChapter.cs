namespace MlopsBatch.Rehearsal.Chapters;

/// <summary>A part of the loop that stands alone, but for what has to be there before.</summary>
internal interface IChapter
{
    /// <summary>One word, for <c>--only</c>.</summary>
    string Name { get; }

    /// <summary>What it shows, as the end of a sentence.</summary>
    string Title { get; }

    /// <summary>Names of the chapters that have to be played before.</summary>
    IReadOnlyList<string> Needs { get; }

    /// <summary>The rows of the loop, <c>L1</c> to <c>L10</c>, for which it brings evidence.</summary>
    IReadOnlyList<string> Rows { get; }

    /// <summary>Plays it.</summary>
    /// <returns>Whether chapters that need it can be played.</returns>
    Task<bool> PlayAsync(Stage stage, CancellationToken cancellation);
}
