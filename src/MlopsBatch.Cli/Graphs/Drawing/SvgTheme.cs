using System.Text;

namespace MlopsBatch.Cli.Graphs.Drawing;

/// <summary>
/// The style sheet inside the SVG: plain classes (viewers that know no CSS variables show them, too), for light and for dark.
/// </summary>
internal static class SvgTheme
{
    public static string Css(IEnumerable<Tone> tones)
    {
        var all = tones.DistinctBy(tone => tone.Name).OrderBy(tone => tone.Name, StringComparer.Ordinal).ToList();
        var css = new StringBuilder();
        css.Append("text{font-family:-apple-system,\"Segoe UI\",Roboto,Helvetica,Arial,sans-serif}\n");
        css.Append(
            ".h1{font-size:20px;font-weight:600}.h2{font-size:14px;font-weight:600}.sub{font-size:12px}"
                + ".name{font-size:13px;font-weight:600}"
                + ".small{font-size:11px}.badge{font-size:10px;font-weight:700}\n"
        );
        css.Append(".line{fill:none;stroke-width:1.6}.dash{stroke-dasharray:5 4}.shape{stroke-width:1.4}.muted{opacity:.55}\n");
        css.Append(Colours("#ffffff", "#f7f8fa", "#dfe3e8", "#1b2430", "#566170", 0.10));
        foreach (var tone in all)
        {
            css.Append(Of(tone.Name, tone.Light));
        }

        css.Append("@media (prefers-color-scheme:dark){\n");
        css.Append(Colours("#0f1419", "#161c23", "#2c3641", "#e8edf3", "#a3afbd", 0.16));
        foreach (var tone in all)
        {
            css.Append(Of(tone.Name, tone.Dark));
        }

        return css.Append("}\n").ToString();
    }

    private static string Colours(string page, string panel, string border, string ink, string quiet, double tint) =>
        string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $".page{{fill:{page}}}.panel{{fill:{panel};stroke:{border}}}.ground{{fill:{panel}}}text{{fill:{ink}}}"
                + $".sub,.small{{fill:{quiet}}}.badge{{fill:{page}}}.tint{{fill-opacity:{tint}}}\n"
        );

    private static string Of(string name, string colour) => $".s-{name}{{stroke:{colour}}}.f-{name}{{fill:{colour}}}\n";
}
