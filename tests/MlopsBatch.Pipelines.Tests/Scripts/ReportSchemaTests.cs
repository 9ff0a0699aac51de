using System.Text.Json.Nodes;
using MlopsBatch.Pipelines.Projects;
using MlopsBatch.Pipelines.Tests.Support;
using MlopsBatch.TestSupport;

namespace MlopsBatch.Pipelines.Tests.Scripts;

/// <summary>
/// What the definitions read of a report, the report always has: the schemas that the scripts' own tests hold the reports to
/// require it, as a single value.
/// </summary>
public class ReportSchemaTests
{
    [Theory]
    [MemberData(nameof(Definitions.Rows), MemberType = typeof(Definitions))]
    public void Each_value_that_a_definition_reads_is_required_by_the_reports_schema(string name, DataQualityEngine engine)
    {
        var definition = Definitions.Named(name, engine).Read();
        var files = definition
            .Steps()
            .SelectMany(step => step["PropertyFiles"]?.AsArray() ?? [])
            .ToDictionary(file => file!.Text("PropertyFileName"), file => file!.Text("FilePath"));
        var reads = Reads(definition).Distinct().ToList();

        // A pipeline that only fails for want of an approved model decides on no report.
        reads.Any().ShouldBe(name != "no-approved-model");
        reads.Select(read => Fault(Schema(files[read.File]), read.Path)).OfType<string>().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("metric.nothing", "metric.nothing isn't in the schema")]
    [InlineData("comparison.gain", "comparison.gain may be missing")]
    [InlineData("metric", "metric is no single value")]
    public void A_value_that_may_be_missing_is_found(string path, string fault) => Fault(Schema("evaluation.json"), path).ShouldBe(fault);

    private static IEnumerable<(string File, string Path)> Reads(JsonNode? node) =>
        node switch
        {
            JsonObject map when map["Std:JsonGet"] is { } get =>
            [
                (get["PropertyFile"]!.Text("Get").Split('.')[^1], get.Text("Path")),
            ],
            JsonObject map => map.SelectMany(member => Reads(member.Value)),
            JsonArray list => list.SelectMany(Reads),
            _ => [],
        };

    private static JsonNode Schema(string report) =>
        JsonNode.Parse(
            File.ReadAllText(
                Path.Combine(Repository.Root.FullName, "scripts", "schemas", $"{Path.GetFileNameWithoutExtension(report)}.schema.json")
            )
        )!;

    private static string? Fault(JsonNode schema, string path)
    {
        var at = schema;
        foreach (var name in path.Split('.'))
        {
            if (at["properties"]?[name] is not { } member)
            {
                return $"{path} isn't in the schema";
            }
            if (!(at["required"]?.AsArray() ?? []).Any(one => one!.GetValue<string>() == name) || IsNullable(at))
            {
                return $"{path} may be missing";
            }
            at = member["$ref"] is { } reference ? schema["$defs"]![reference.GetValue<string>().Split('/')[^1]]! : member;
        }
        return at["type"]?.ToString() is "object" or "array" ? $"{path} is no single value" : null;
    }

    private static bool IsNullable(JsonNode schema) => schema["type"] is JsonArray kinds && kinds.Any(kind => kind!.ToString() == "null");
}
