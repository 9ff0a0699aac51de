using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization;

namespace MlopsBatch.Rehearsal.Reporting;

/// <summary>The JSON schema of <c>rehearsal.json</c>, from the records that it is written from; published in <c>docs/</c>.</summary>
internal static class ReportSchema
{
    private static readonly JsonSerializerOptions Strict = new(ReportJson.Default.Options)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        TypeInfoResolver = ReportJson.Default,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The schema, draft 2020-12.</summary>
    public static string Write()
    {
        var options = new JsonSchemaExporterOptions { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = WithNull };
        var node = Strict.GetTypeInfo(typeof(RehearsalReport)).GetJsonSchemaAsNode(options);
        var schema = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = "rehearsal.json",
        };
        foreach (var (name, value) in node.AsObject())
        {
            schema[name] = value?.DeepClone();
        }

        return schema.ToJsonString(Strict) + "\n";
    }

    /// <summary>The exporter forgets null where a number may also be a text such as <c>NaN</c>.</summary>
    private static JsonNode WithNull(JsonSchemaExporterContext context, JsonNode node)
    {
        if (Nullable.GetUnderlyingType(context.TypeInfo.Type) is not null && node["anyOf"] is JsonArray any)
        {
            any.Add(new JsonObject { ["type"] = "null" });
        }

        return node;
    }
}
