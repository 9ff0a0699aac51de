using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Pulumi;

namespace MlopsBatch.Platform.Iam;

/// <summary>Statements as policy JSON in a stable order, so that nothing differs when nothing has changed.</summary>
internal static class PolicyText
{
    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Output<string> Of(IEnumerable<Statement> statements) =>
        Output
            .All(statements.Select(Render))
            .Apply(rendered =>
                new JsonObject
                {
                    ["Version"] = "2012-10-17",
                    ["Statement"] = new JsonArray([.. PolicyMerge.Merge(rendered.Select(text => (JsonObject)JsonNode.Parse(text)!))]),
                }.ToJsonString(Compact)
            );

    /// <summary>A trust policy: it belongs to its role, so it names no resource.</summary>
    public static Output<string> OfTrust(params Statement[] statements) => Of(statements);

    private static Output<string> Render(Statement statement)
    {
        var values = Output.All(statement.Conditions.Select(condition => condition.Values.ToOutput()));
        var names = statement.Principal?.Names.ToOutput() ?? Output.Create(ImmutableArray<string>.Empty);
        return Output
            .Tuple(statement.Resources.ToOutput(), names, values)
            .Apply(parts => Render(statement, parts.Item1, parts.Item2, parts.Item3));
    }

    private static string Render(
        Statement statement,
        ImmutableArray<string> resources,
        ImmutableArray<string> names,
        ImmutableArray<ImmutableArray<string>> values
    )
    {
        var json = new JsonObject { ["Sid"] = statement.Sid, ["Effect"] = statement.IsDenial ? "Deny" : "Allow" };
        if (statement.Principal is { } principal)
        {
            json["Principal"] = principal.Kind == "*" ? "*" : new JsonObject { [principal.Kind] = OneOrMany(names) };
        }

        json["Action"] = OneOrMany(statement.Actions);
        if (resources.Length > 0)
        {
            json["Resource"] = OneOrMany(resources.Distinct());
        }

        if (statement.Conditions.Count > 0)
        {
            json["Condition"] = Conditions(statement.Conditions, values);
        }

        return json.ToJsonString(Compact);
    }

    private static JsonObject Conditions(IReadOnlyList<GrantCondition> conditions, ImmutableArray<ImmutableArray<string>> values)
    {
        var json = new JsonObject();
        foreach (var (condition, allowed) in conditions.Zip(values))
        {
            if (json[condition.Test] is not JsonObject test)
            {
                json[condition.Test] = test = [];
            }

            test[condition.Key] = OneOrMany(allowed);
        }

        return json;
    }

    private static JsonNode OneOrMany(IEnumerable<string> values)
    {
        var all = values.ToList();
        return all is [var single] ? JsonValue.Create(single) : new JsonArray([.. all.Select(value => (JsonNode)JsonValue.Create(value))]);
    }
}
