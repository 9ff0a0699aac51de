using System.Text;
using MlopsBatch.Pipelines.Projects;

namespace MlopsBatch.Rehearsal.Reporting.Page;

/// <summary>The distributions of baseline and batch drawn over each other: filled for the baseline, a line for the batch.</summary>
internal static class DistributionPicture
{
    private const int Width = 320,
        Height = 96,
        Bottom = 78,
        Top = 6,
        MostCategories = 8;

    public static string Draw(FeatureReport feature)
    {
        var svg = new StringBuilder(
            $"""<svg viewBox="0 0 {Width} {Height}" role="img" aria-label="{ReportPage.Text(feature.Name)}: baseline and batch">"""
        );
        var isNumeric = feature.Baseline[0].Value is null && feature.Batch[0].Value is null;
        return (isNumeric ? Numbers(svg, feature) : Categories(svg, feature)).Append("</svg>").ToString();
    }

    private static StringBuilder Numbers(StringBuilder svg, FeatureReport feature)
    {
        var all = feature.Baseline.Concat(feature.Batch).ToList();
        var (low, high) = (all.Min(bucket => bucket.Low!.Value), all.Max(bucket => bucket.High!.Value));
        var range = high > low ? high - low : 1;
        var most = all.Max(bucket => Density(bucket, range));
        return svg.Append($"""<path class="base" d="{Outline(feature.Baseline)}"/><path class="batch" d="{Outline(feature.Batch)}"/>""")
            .Append($"""<text class="soft" x="2" y="{Height - 4}">{Figure.Of(low)}</text>""")
            .Append($"""<text class="soft" x="{Width - 2}" y="{Height - 4}" text-anchor="end">{Figure.Of(high)}</text>""");

        string Outline(IReadOnlyList<BucketReport> buckets)
        {
            var path = new StringBuilder($"M{X(buckets[0].Low!.Value)} {Bottom}");
            foreach (var bucket in buckets)
            {
                var y = ChartText.At(Bottom - ((Bottom - Top) * Density(bucket, range) / most));
                path.Append($"L{X(bucket.Low!.Value)} {y}L{X(bucket.High!.Value)} {y}");
            }

            return path.Append($"L{X(buckets[^1].High!.Value)} {Bottom}").ToString();
        }

        string X(double value) => ChartText.At(Width * ((value - low) / range));
    }

    /// <summary>A single value has no width: it gets a fortieth of the picture's.</summary>
    private static double Density(BucketReport bucket, double range) =>
        bucket.Share / Math.Max((bucket.High!.Value - bucket.Low!.Value) / range, 0.025);

    private static StringBuilder Categories(StringBuilder svg, FeatureReport feature)
    {
        var names = feature
            .Baseline.Concat(feature.Batch)
            .GroupBy(Name)
            .OrderByDescending(group => group.Max(bucket => bucket.Share))
            .Take(MostCategories)
            .Select(group => group.Key)
            .ToList();
        var step = (double)Width / names.Count;
        foreach (var (index, name) in names.Index())
        {
            Bar("base", feature.Baseline, index * step);
            Bar("batch", feature.Batch, (index * step) + (step * 0.4));
            var label = ReportPage.Text(name.Length > 8 ? name[..7] + "…" : name);
            var middle = ChartText.At((index + 0.4) * step);
            svg.Append($"""<text class="soft" x="{middle}" y="{Height - 4}" text-anchor="middle">{label}</text>""");

            void Bar(string kind, IEnumerable<BucketReport> buckets, double x)
            {
                var height = (Bottom - Top) * buckets.Where(bucket => Name(bucket) == name).Sum(bucket => bucket.Share);
                svg.Append($"""<rect class="{kind}" x="{ChartText.At(x)}" y="{ChartText.At(Bottom - height)}" """)
                    .Append($"""width="{ChartText.At(step * 0.36)}" height="{ChartText.At(height)}"/>""");
            }
        }

        return svg;
    }

    private static string Name(BucketReport bucket) => bucket.Value ?? Figure.Of(bucket.Low);
}
