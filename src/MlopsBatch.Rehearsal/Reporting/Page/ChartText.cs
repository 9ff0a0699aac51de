using System.Globalization;

namespace MlopsBatch.Rehearsal.Reporting.Page;

/// <summary>Numbers and text as SVG wants them.</summary>
internal static class ChartText
{
    /// <summary>A coordinate, to a tenth of a pixel.</summary>
    public static string At(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);
}
