using System.Globalization;
using System.Net;
using System.Text;
using MlopsBatch.Rehearsal.Progress;

namespace MlopsBatch.Rehearsal.Reporting;

/// <summary>The report as one HTML page that needs nothing else: no script, no font, no picture from elsewhere.</summary>
internal static class ReportPage
{
    private const string Style = """
        :root { color-scheme: light dark; --ink: #1c2733; --soft: #5b6b7b; --paper: #ffffff; --line: #dde4ea; --good: #1d7f4e; --bad: #b3261e; --bar: #2f6fb3; --tint: #f4f7fa; --warn: #b26a00; }
        @media (prefers-color-scheme: dark) { :root { --ink: #e6edf3; --soft: #9aa7b4; --paper: #12181f; --line: #2b3640; --good: #4cc38a; --bad: #ff8a80; --bar: #6fb1f5; --tint: #1a222b; --warn: #ffb74d; } }
        body { font: 15px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); max-width: 62rem; margin: 2rem auto; padding: 0 1rem; }
        h1 { margin: 0 0 .2rem; } h2 { margin: 2.2rem 0 .6rem; font-size: 1.15rem; } .soft { color: var(--soft); }
        table { border-collapse: collapse; width: 100%; } th, td { text-align: left; padding: .35rem .6rem; border-bottom: 1px solid var(--line); vertical-align: top; }
        th { font-weight: 600; color: var(--soft); } .good { color: var(--good); } .bad { color: var(--bad); } .what { min-width: 20rem; } .number { text-align: right; font-variant-numeric: tabular-nums; }
        svg { width: 100%; height: auto; background: var(--tint); border-radius: 6px; } svg text { font: 12px system-ui, sans-serif; fill: var(--ink); } svg .soft { fill: var(--soft); }
        """;

    public static string Write(RehearsalReport report)
    {
        var page = new StringBuilder();
        var verdict = report.Outcome == RehearsalRun.Passed ? "good" : "bad";
        page.Append(
            $"""
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Rehearsal {Text(report.Outcome)}</title><style>{Style}</style></head><body>
            <h1>Rehearsal <span class="{verdict}">{Text(report.Outcome)}</span></h1>
            <p class="soft">{Text(report.Data.Source)}: {report.Data.Rows} rows, {report.Data.Columns} columns. {Text(
                report.Metric.Name
            )} decides at {Number(report.Metric.Threshold)} ({Text(report.Metric.ThresholdSource)}). {Seconds(
                report.DurationSeconds
            )} in all, {Seconds(report.ScriptSeconds)} of it with a step at work; seed {report.Seed}.</p>
            <h2>What was expected, and what was seen</h2><table>
            """
        );
        foreach (var check in report.Checks)
        {
            page.Append(
                $"""<tr><td class="{(check.Passed ? "good" : "bad")}">{(check.Passed ? "✓" : "✗")}</td><td>{Text(check.Id)}</td><td class="what">{Text(check.What)}</td><td class="soft">{Text(check.Evidence)}</td></tr>"""
            );
        }

        page.Append("</table><h2>When each step ran</h2>").Append(TimelinePicture.Draw(report));
        page.Append("<h2>How good each version is</h2>").Append(MetricPicture.Draw(report));
        page.Append("<table><tr><th>version</th><th>status</th><th>from</th><th class=\"number\">")
            .Append(Text(report.Metric.Name))
            .Append("</th><th class=\"number\">naive baseline</th><th>hyperparameters</th></tr>");
        foreach (var version in report.ModelPackages)
        {
            page.Append(
                $"""<tr><td>{version.Version}</td><td>{Text(version.Status)}</td><td>{Text(version.Source)}</td><td class="number">{Metric(version.Metrics, report.Metric.Name)}</td><td class="number">{Metric(version.Metrics, "naive")}</td><td>{Text(string.Join(" ", version.Hyperparameters.Select(pair => $"{pair.Key}={pair.Value}")))}</td></tr>"""
            );
        }

        page.Append("</table><h2>Executions</h2>");
        foreach (var execution in report.Executions)
        {
            Append(page, execution);
        }

        return page.Append("</body></html>\n").ToString();
    }

    internal static string Text(string text) => WebUtility.HtmlEncode(text);

    internal static string Seconds(double seconds) => seconds.ToString("0.0", CultureInfo.InvariantCulture) + " s";

    internal static string Number(double number) => Sentence.Number(number);

    private static string Metric(IReadOnlyDictionary<string, double> metrics, string name) =>
        metrics.TryGetValue(name, out var value) ? Number(value) : "–";

    private static void Append(StringBuilder page, ExecutionReport execution)
    {
        page.Append(
            $"""
            <h3>{Text(execution.Pipeline)} <span class="{(execution.Status == "Succeeded" ? "good" : "bad")}">{Text(
                execution.Status
            )}</span> <span class="soft">started by {Text(execution.Trigger)}</span></h3>
            """
        );
        if (execution.FailureReason is { } failure)
        {
            page.Append($"<p>{Text(failure)}</p>");
        }

        page.Append("<table><tr><th>step</th><th>type</th><th>status</th><th class=\"number\">took</th><th></th></tr>");
        foreach (var step in execution.Steps)
        {
            page.Append(
                $"""<tr><td>{Text(step.Name)}</td><td class="soft">{Text(step.Type)}</td><td class="{(step.Status == "Succeeded" ? "good" : "bad")}">{Text(step.Status)}</td><td class="number">{Seconds(step.Seconds)}</td><td>{Text(step.FailureReason ?? "")}</td></tr>"""
            );
        }

        page.Append("</table>");
        if (execution.Violations.Count == 0)
        {
            return;
        }

        page.Append("<table><tr><th>drifted feature</th><th>check</th><th class=\"number\">distance</th></tr>");
        foreach (var violation in execution.Violations)
        {
            page.Append(
                $"""<tr><td>{Text(violation.Feature)}</td><td>{Text(violation.Check)}</td><td class="number">{(violation.Distance is { } distance ? Number(distance) : "–")}</td></tr>"""
            );
        }

        page.Append("</table>");
    }
}
