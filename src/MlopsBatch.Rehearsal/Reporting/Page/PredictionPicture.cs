using System.Text;
using MlopsBatch.Pipelines.Projects;

namespace MlopsBatch.Rehearsal.Reporting.Page;

/// <summary>Predicted against true numbers; on the dashed line both are the same.</summary>
internal static class PredictionPicture
{
    private const int Size = 300,
        Margin = 24;

    public static string Draw(IReadOnlyList<PointReport> points)
    {
        var values = points.SelectMany(point => new[] { point.Truth, point.Predicted }).ToList();
        var (low, high) = (values.Min(), values.Max());
        var range = high > low ? high - low : 1;
        var svg = new StringBuilder(
            $"""<svg class="square" viewBox="0 0 {Size} {Size}" role="img" aria-label="predicted against true">"""
        );
        svg.Append($"""<line x1="{At(low)}" y1="{Up(low)}" x2="{At(high)}" y2="{Up(high)}" class="same"/>""");
        foreach (var point in points)
        {
            svg.Append($"""<circle cx="{At(point.Truth)}" cy="{Up(point.Predicted)}" r="2.5" class="point"/>""");
        }

        var words = $"{Figure.Of(low)} to {Figure.Of(high)}";
        return svg.Append($"""<text class="soft" x="{Size / 2}" y="{Size - 6}" text-anchor="middle">true: {words}</text>""")
            .Append($"""<text class="soft" x="{-Size / 2}" y="14" transform="rotate(-90)" text-anchor="middle">predicted</text></svg>""")
            .ToString();

        string At(double value) => ChartText.At(Margin + ((Size - (2 * Margin)) * ((value - low) / range)));
        string Up(double value) => ChartText.At(Size - Margin - ((Size - (2 * Margin)) * ((value - low) / range)));
    }
}
