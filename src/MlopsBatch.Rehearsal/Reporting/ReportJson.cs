using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MlopsBatch.Rehearsal.Reporting;

/// <summary>The report as JSON text, with names in camelCase.</summary>
[JsonSourceGenerationOptions(
    WriteIndented = true,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals
)]
[JsonSerializable(typeof(RehearsalReport))]
internal sealed partial class ReportJson : JsonSerializerContext
{
    public static string Write(RehearsalReport report)
    {
        var readable = new ReportJson(new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        return JsonSerializer.Serialize(report, readable.RehearsalReport) + "\n";
    }
}
