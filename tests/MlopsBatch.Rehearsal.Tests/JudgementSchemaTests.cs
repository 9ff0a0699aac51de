using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using MlopsBatch.Rehearsal.Reporting;

namespace MlopsBatch.Rehearsal.Tests;

/// <summary>What a rehearsal's report takes over from the scripts' reports is there under the same names, and of the same kinds.</summary>
public sealed class JudgementSchemaTests
{
    private static readonly NullabilityInfoContext Nullability = new();

    [Fact]
    public void Each_member_is_one_of_the_scripts_reports() =>
        typeof(JudgementReport)
            .GetProperties()
            .Where(member => Schemas().All(schema => Member(schema, member) is null))
            .Select(member => member.Name)
            .ShouldBeEmpty();

    [Theory]
    [InlineData("evaluation")]
    [InlineData("model_quality")]
    public void Each_member_has_the_kind_that_the_schema_says(string name)
    {
        var schema = Schema(name);
        Faults(schema, schema, typeof(JudgementReport), name, isRoot: true).ShouldBeEmpty();
    }

    private static IEnumerable<string> Faults(JsonNode root, JsonNode schema, Type type, string path, bool isRoot = false)
    {
        foreach (var member in type.GetProperties().Where(member => member.GetCustomAttribute<JsonIgnoreAttribute>() is null))
        {
            var at = $"{path}.{JsonNamingPolicy.CamelCase.ConvertName(member.Name)}";
            var found = Member(schema, member);
            if (found is null)
            {
                // Each report has some of the root's members; what is within them is the same everywhere.
                if (!isRoot)
                {
                    yield return $"{at}: not in the schema";
                }
                continue;
            }

            var rule = Resolved(root, found);
            var kinds = Kinds(rule);
            if (kinds.Contains("null") && Nullability.Create(member).WriteState == NullabilityState.NotNull)
            {
                yield return $"{at}: may be null";
            }
            if (!kinds.Overlaps(KindsOf(member.PropertyType)))
            {
                yield return $"{at}: {string.Join('|', kinds)} is no {member.PropertyType.Name}";
            }

            var item = ItemOf(member.PropertyType);
            var inner = item ?? member.PropertyType;
            if (inner.Namespace!.StartsWith("MlopsBatch", StringComparison.Ordinal))
            {
                foreach (var fault in Faults(root, Resolved(root, item is null ? rule : rule["items"]!), inner, at))
                {
                    yield return fault;
                }
            }
        }
    }

    /// <summary>An evaluation keeps what is about the metric together.</summary>
    private static JsonNode? Member(JsonNode schema, PropertyInfo member)
    {
        var name = JsonNamingPolicy.CamelCase.ConvertName(member.Name);
        return schema["properties"]?[name] ?? schema["properties"]?["metric"]?["properties"]?[name];
    }

    private static JsonNode Resolved(JsonNode root, JsonNode rule) =>
        rule["$ref"] is { } reference ? root["$defs"]![reference.ToString().Split('/')[^1]]! : rule;

    private static HashSet<string> Kinds(JsonNode rule) =>
        rule switch
        {
            JsonObject when rule["type"] is JsonArray several => [.. several.Select(kind => kind!.ToString())],
            JsonObject when rule["type"] is { } one => [one.ToString()],
            _ => [.. rule["enum"]!.AsArray().Select(value => value!.GetValueKind() == JsonValueKind.String ? "string" : "integer")],
        };

    private static string[] KindsOf(Type type) =>
        (Nullable.GetUnderlyingType(type) ?? type) switch
        {
            var one when one == typeof(string) => ["string"],
            var one when one == typeof(bool) => ["boolean"],
            var one when one == typeof(int) || one == typeof(long) => ["integer"],
            var one when one == typeof(double) => ["number", "integer"],
            var one when ItemOf(one) is not null => ["array"],
            _ => ["object"],
        };

    private static Type? ItemOf(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? type.GetGenericArguments()[0] : null;

    private static JsonNode[] Schemas() => [Schema("evaluation"), Schema("model_quality")];

    private static JsonNode Schema(string name) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(TestOptions.ProjectRoot(), "scripts", "schemas", $"{name}.schema.json")))!;
}
