using MlopsBatch.Rehearsal.Progress;
using MlopsBatch.Rehearsal.Reporting;

namespace MlopsBatch.Rehearsal.Tests;

internal static class TestRehearsal
{
    /// <summary>A whole rehearsal that shows nothing.</summary>
    public static Task<RehearsalReport> PlayAsync(RehearsalOptions options) =>
        new RehearsalRun(options, new PlainProgress(TextWriter.Null, TimeProvider.System), TimeProvider.System).RunAsync(
            CancellationToken.None
        );
}
