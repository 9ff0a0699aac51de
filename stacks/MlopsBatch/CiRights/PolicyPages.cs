using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using MlopsBatch.Aws;

namespace MlopsBatch.CiRights;

/// <summary>Statements as policy documents that IAM takes: what says the same is said once, and none is longer than a managed policy
/// may be.</summary>
internal static class PolicyPages
{
    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What a document has around its statements.</summary>
    private static readonly int Frame = Page([]).Length;

    /// <summary>Resources of one statement, so that a statement about a hundred models can be cut.</summary>
    private const int Most = 40;

    public static ImmutableArray<string> Of(IEnumerable<CiStatement> statements)
    {
        var pages = new List<List<string>>();
        var length = 0;
        var sids = new Dictionary<string, int>();
        foreach (var statement in Merged(statements).SelectMany(Cut))
        {
            var nth = sids[statement.Sid] = sids.GetValueOrDefault(statement.Sid) + 1;
            var sid = nth == 1 ? statement.Sid : string.Create(CultureInfo.InvariantCulture, $"{statement.Sid}{nth}");
            var text = statement.ToJson(sid).ToJsonString(Compact);
            if (pages.Count == 0 || length + text.Length + 1 > Quotas.ManagedPolicy.Most)
            {
                pages.Add([]);
                length = Frame;
            }

            pages[^1].Add(text);
            length += text.Length + 1;
        }

        return [.. pages.Select(Page)];
    }

    private static string Page(IEnumerable<string> statements) =>
        new JsonObject
        {
            ["Version"] = "2012-10-17",
            ["Statement"] = new JsonArray([.. statements.Select(text => JsonNode.Parse(text))]),
        }.ToJsonString(Compact);

    /// <summary>First what is about the same resources, then what allows the same.</summary>
    private static IEnumerable<CiStatement> Merged(IEnumerable<CiStatement> statements) =>
        Union(
            Union(
                statements.Where(statement => !statement.Actions.IsEmpty && !statement.Resources.IsEmpty),
                statement => $"{string.Join(' ', statement.Resources)} {statement.Condition?.ToJsonString()}"
            ),
            statement => $"{string.Join(' ', statement.Actions)} {statement.Condition?.ToJsonString()}"
        );

    private static IEnumerable<CiStatement> Union(IEnumerable<CiStatement> statements, Func<CiStatement, string> key) =>
        statements
            .GroupBy(key)
            .Select(same =>
                same.Aggregate((one, other) =>
                    one with
                    {
                        Actions = one.Actions.Union(other.Actions),
                        Resources = one.Resources.Union(other.Resources),
                    }
                )
            );

    private static IEnumerable<CiStatement> Cut(CiStatement statement) =>
        statement.Resources.Chunk(Most).Select(portion => statement with { Resources = [.. portion] });
}
