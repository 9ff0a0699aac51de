using System.Globalization;
using System.Text;
using MlopsBatch.Pipelines.Projects;

namespace MlopsBatch.Rehearsal.Reporting.Page;

/// <summary>The deciding metric of each version beside its naive baseline, with the threshold, as SVG; null without versions.</summary>
internal static class MetricPicture
{
    private const int Width = 960,
        Left = 210,
        Row = 24;

    public static string? Draw(RehearsalReport report)
    {
        var bars = report
            .ModelPackages.SelectMany(version =>
                new[] { report.Metric.Name, "naive" }
                    .Where(name => version.Metrics.TryGetValue(name, out var value) && double.IsFinite(value))
                    .Select(name =>
                        (
                            Label: name == "naive" ? "naive baseline" : $"version {version.Version}",
                            Value: version.Metrics[name],
                            IsModel: name != "naive"
                        )
                    )
            )
            .ToList();
        if (bars.Count == 0)
        {
            return null;
        }

        var most = Math.Max(bars.Max(bar => Math.Abs(bar.Value)), Math.Abs(report.Metric.Threshold)) * 1.15;
        var height = (bars.Count * Row) + 34;
        var svg = new StringBuilder(
            $"""<svg viewBox="0 0 {Width} {height}" role="img" aria-label="{ReportPage.Text(report.Metric.Name)} by version">"""
        );
        var y = 10;
        foreach (var (label, value, isModel) in bars)
        {
            svg.Append(
                $"""<text class="{(isModel ? "" : "soft")}" x="8" y="{y + 15}">{ReportPage.Text(label)}</text><rect x="{Left}" y="{y + 3}" width="{Span(value, most)}" height="{Row - 8}" rx="2" fill="{(isModel ? "var(--bar)" : "var(--line)")}"/><text x="{Left + 6}" y="{y + 15}"{(isModel ? " style=\"fill:#fff\"" : "")}>{Figure.Of(value)}</text>"""
            );
            y += Row;
        }

        var x = Left + double.Parse(Span(report.Metric.Threshold, most), CultureInfo.InvariantCulture);
        var at = x.ToString("0.#", CultureInfo.InvariantCulture);
        return svg.Append(
                $"""<line x1="{at}" x2="{at}" y1="6" y2="{y + 2}" stroke="var(--warn)" stroke-width="2" stroke-dasharray="5 4"/><text class="soft" x="{at}" y="{y + 16}" text-anchor="middle">threshold {Figure.Of(report.Metric.Threshold)}</text></svg>"""
            )
            .ToString();
    }

    private static string Span(double value, double most) =>
        Math.Max(1, (Width - Left - 20) * Math.Abs(value) / most).ToString("0.#", CultureInfo.InvariantCulture);
}
