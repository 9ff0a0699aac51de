using System.Net;
using System.Text.Encodings.Web;
using Fluid;
using Fluid.Values;
using MlopsBatch.Pipelines.Projects;

namespace MlopsBatch.Rehearsal.Reporting.Page;

/// <summary>
/// The report as one HTML page that needs nothing else: no script, no font, no picture from elsewhere. <c>report.liquid</c> and
/// <c>report.css</c> say how it looks; what the template prints is escaped, but for the pictures.
/// </summary>
internal static class ReportPage
{
    private static readonly string Style = Resource("report.css");
    private static readonly IFluidTemplate Template = new FluidParser().Parse(Resource("report.liquid"));

    /// <param name="report">What is known.</param>
    /// <param name="pictures">The loop of each account, as SVG.</param>
    public static string Write(RehearsalReport report, IReadOnlyList<string> pictures)
    {
        var context = new TemplateContext(PageModel.Of(report, Style, pictures), Options());
        return Template.Render(context, HtmlEncoder.Default);
    }

    internal static string Text(string text) => WebUtility.HtmlEncode(text);

    private static TemplateOptions Options()
    {
        var options = new TemplateOptions
        {
            MemberAccessStrategy = new UnsafeMemberAccessStrategy { MemberNameStrategy = MemberNameStrategies.CamelCase },
        };
        // Every number goes through the one formatter; the library's own decimals can't hold 1e300.
        options.ValueConverters.Add(value => value is double number ? new StringValue(Figure.Of(number)) : null);
        return options;
    }

    private static string Resource(string name)
    {
        using var stream = typeof(ReportPage).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
