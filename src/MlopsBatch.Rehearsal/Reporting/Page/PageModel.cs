namespace MlopsBatch.Rehearsal.Reporting.Page;

/// <summary>What the template shows.</summary>
/// <param name="Report">All that is known.</param>
/// <param name="Style">The style sheet.</param>
/// <param name="Passed">Whether everything was as expected.</param>
/// <param name="Verdict">The outcome in one sentence.</param>
/// <param name="Rows">The rows of the closed loop, in order.</param>
/// <param name="Executions">The executions, told apart by whether they ended as they should.</param>
/// <param name="Versions">The model registry.</param>
/// <param name="Timeline">When each step ran, as SVG.</param>
/// <param name="Metrics">How good each version is, as SVG; null without versions.</param>
/// <param name="Loops">The loop of each account as its stack declares it, as SVG.</param>
internal sealed record PageModel(
    RehearsalReport Report,
    string Style,
    bool Passed,
    string Verdict,
    IReadOnlyList<LoopRowView> Rows,
    IReadOnlyList<ExecutionView> Executions,
    IReadOnlyList<VersionRow> Versions,
    string Timeline,
    string? Metrics,
    IReadOnlyList<string> Loops
)
{
    public static PageModel Of(RehearsalReport report, string style, IReadOnlyList<string> pictures) =>
        new(
            report,
            style,
            report.Outcome == RehearsalRun.Passed,
            VerdictOf(report),
            LoopRowView.Of(report.Checks),
            [.. report.Executions.Select((execution, index) => ExecutionView.Of(execution, index + 1, report))],
            [.. report.ModelPackages.Select(version => VersionRow.Of(version, report))],
            TimelinePicture.Draw(report),
            MetricPicture.Draw(report),
            [.. pictures.Select((picture, index) => LoopDrawing.Of(picture, $"loop-{index + 1}", report.Checks))]
        );

    private static string VerdictOf(RehearsalReport report)
    {
        var missed = report.Checks.Where(check => !check.Passed).ToList();
        return missed.Count == 0
            ? $"The loop closes: all {report.Checks.Count} expectations were met."
            : $"The loop doesn't close: {missed.Count} of {report.Checks.Count} expectations were missed, in "
                + $"{string.Join(", ", missed.Select(check => check.Id).Distinct())}. First: {missed[0].What} ({missed[0].Evidence}).";
    }
}
