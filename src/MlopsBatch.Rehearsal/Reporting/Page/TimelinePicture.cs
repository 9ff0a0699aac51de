using System.Globalization;
using System.Text;
using MlopsBatch.Pipelines.Projects;

namespace MlopsBatch.Rehearsal.Reporting.Page;

/// <summary>When each step of each execution ran: one bar a step, as SVG.</summary>
internal static class TimelinePicture
{
    private const int Width = 960,
        Left = 210,
        Row = 20,
        Top = 26;

    public static string Draw(RehearsalReport report)
    {
        var end = Math.Max(1, report.DurationSeconds);
        var rows = report.Executions.Sum(execution => 1 + execution.Steps.Count(step => step.Seconds > 0));
        var height = Top + (rows * Row) + 10;
        var svg = new StringBuilder($"""<svg viewBox="0 0 {Width} {height}" role="img" aria-label="When each step ran">""");
        for (var tick = 0.0; tick <= end; tick += TickOf(end))
        {
            svg.Append(
                $"""<line x1="{X(tick, end)}" x2="{X(tick, end)}" y1="{Top - 6}" y2="{height - 6}" stroke="var(--line)"/><text class="soft" x="{X(tick, end)}" y="14" text-anchor="middle">{tick.ToString("0", CultureInfo.InvariantCulture)} s</text>"""
            );
        }

        var y = Top;
        foreach (var execution in report.Executions)
        {
            svg.Append($"""<text x="8" y="{y + 13}" font-weight="600">{ReportPage.Text(execution.Pipeline)}</text>""");
            y += Row;
            foreach (var step in execution.Steps.Where(step => step.Seconds > 0))
            {
                var width = Math.Max(
                    2,
                    double.Parse(X(step.StartSeconds + step.Seconds, end), CultureInfo.InvariantCulture)
                        - double.Parse(X(step.StartSeconds, end), CultureInfo.InvariantCulture)
                );
                var colour = step.Status == "Succeeded" ? "var(--bar)" : "var(--bad)";
                svg.Append(
                    $"""<text class="soft" x="20" y="{y + 13}">{ReportPage.Text(step.Name)}</text><rect x="{X(step.StartSeconds, end)}" y="{y + 3}" width="{width.ToString("0.#", CultureInfo.InvariantCulture)}" height="{Row - 7}" rx="2" fill="{colour}"><title>{ReportPage.Text(step.Name)}: {Figure.Of(step.Seconds)} s</title></rect>"""
                );
                y += Row;
            }
        }

        return svg.Append("</svg>").ToString();
    }

    private static double TickOf(double end) =>
        end switch
        {
            <= 12 => 1,
            <= 60 => 5,
            <= 300 => 30,
            _ => 60 * Math.Ceiling(end / 600),
        };

    private static string X(double seconds, double end) =>
        (Left + ((Width - Left - 20) * seconds / end)).ToString("0.#", CultureInfo.InvariantCulture);
}
