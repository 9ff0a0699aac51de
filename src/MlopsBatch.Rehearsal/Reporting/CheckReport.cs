namespace MlopsBatch.Rehearsal.Reporting;

/// <summary>One expectation of the loop.</summary>
/// <param name="Id">Its row in the closed loop, <c>L1</c> to <c>L10</c>.</param>
/// <param name="What">What was expected.</param>
/// <param name="Passed">Whether it was seen.</param>
/// <param name="Evidence">What was seen.</param>
public sealed record CheckReport(string Id, string What, bool Passed, string Evidence)
{
    /// <summary>The events between what was done and what was seen: their places in the report's events, from 1.</summary>
    public IReadOnlyList<int> Events { get; init; } = [];

    /// <summary>The mails that were sent meanwhile: their places in the report's notifications, from 1.</summary>
    public IReadOnlyList<int> Mails { get; init; } = [];
}
