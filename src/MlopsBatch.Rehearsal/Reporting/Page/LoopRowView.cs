namespace MlopsBatch.Rehearsal.Reporting.Page;

/// <summary>A row of the closed loop.</summary>
/// <param name="Id"><c>L1</c> to <c>L10</c>.</param>
/// <param name="Title">What happens there.</param>
/// <param name="Passed">Whether all of it was as expected.</param>
/// <param name="Checks">What was expected, and what was seen.</param>
internal sealed record LoopRowView(string Id, string Title, bool Passed, IReadOnlyList<CheckReport> Checks)
{
    private static readonly string[] Titles =
    [
        "data starts a training",
        "good models are registered",
        "the data scientist is told",
        "the data scientist decides",
        "decisions are rolled out",
        "batches are scored",
        "drift warns",
        "bad quality starts a tuning",
        "changed hyperparameters need a review",
        "failures reach operations",
    ];

    public static IReadOnlyList<LoopRowView> Of(IEnumerable<CheckReport> checks) =>
        [
            .. Titles
                .Select((title, index) => ($"L{index + 1}", title))
                .GroupJoin(
                    checks,
                    row => row.Item1,
                    check => check.Id,
                    (row, found) => (row, found: found.ToList())
                )
                .Where(pair => pair.found.Count > 0)
                .Select(pair => new LoopRowView(pair.row.Item1, pair.row.title, pair.found.All(check => check.Passed), pair.found)),
        ];
}
