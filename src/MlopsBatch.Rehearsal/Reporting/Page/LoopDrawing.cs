using System.Text.RegularExpressions;

namespace MlopsBatch.Rehearsal.Reporting.Page;

/// <summary>The picture of the loop as a part of the page: its badges and arrows lead to what was seen of their rows.</summary>
internal static class LoopDrawing
{
    /// <param name="svg">The picture; badges are texts such as <c>L3</c>, arrows' texts begin so.</param>
    /// <param name="id">The picture's id in the page.</param>
    /// <param name="checks">What was expected and seen.</param>
    public static string Of(string svg, string id, IEnumerable<CheckReport> checks)
    {
        var rows = checks.GroupBy(check => check.Id).ToDictionary(row => row.Key, row => row.All(check => check.Passed));
        // The picture's style is the picture's own.
        var scoped = svg.Replace("<style>", $"<style>#{id}{{", StringComparison.Ordinal)
            .Replace("</style>", "}</style>", StringComparison.Ordinal);
        var linked = Regex.Replace(
            scoped,
            @"<text[^>]*>(L\d+)( ·[^<]*)?</text>",
            badge =>
            {
                var row = badge.Groups[1].Value;
                return rows.TryGetValue(row, out var passed)
                    ? $"<a href=\"#{row}\"><title>{row} {(passed ? "seen" : "missed")}</title>{badge.Value}</a>"
                    : badge.Value;
            }
        );
        return $"<div id=\"{id}\">{linked}</div>";
    }
}
