using System.Text.Json.Nodes;
using MlopsBatch.Inspection;
using MlopsBatch.Inspection.Declared;

namespace MlopsBatch.Tests.Proof.Mutations;

/// <summary>Faults in policies: a statement, an action, a resource, a condition or a principal dropped, altered or widened.</summary>
internal static class PolicyMutants
{
    /// <summary>Elements of a statement that hold one text or a list of texts.</summary>
    private static readonly (string Element, string Name)[] Lists = [("Action", "action"), ("Resource", "resource")];

    public static IEnumerable<Mutant> Of(DeclaredGraph graph) =>
        from resource in graph.Resources
        let text = DeclaredPolicy.TextOf(resource)
        where text is not null
        let statements = Statements(JsonNode.Parse(text)!).Count
        from index in Enumerable.Range(0, statements)
        from mutant in Of(graph, resource, text, index)
        select mutant;

    private static IEnumerable<Mutant> Of(DeclaredGraph graph, RecordedResource resource, string text, int index)
    {
        var policy = new PolicyText(graph, resource, text, index);
        var statement = policy.Statement();
        yield return policy.Mutant("drop statement", "", (all, one) => all.Remove(one));
        yield return policy.Mutant("turn effect", "", (_, one) => one["Effect"] = one["Effect"]!.ToString() == "Allow" ? "Deny" : "Allow");
        foreach (var mutant in Lists.SelectMany(list => OfList(policy, statement, list.Element, list.Name)))
        {
            yield return mutant;
        }

        foreach (var mutant in OfConditions(policy, statement).Concat(OfPrincipals(policy, statement)))
        {
            yield return mutant;
        }
    }

    private static IEnumerable<Mutant> OfList(PolicyText policy, JsonObject statement, string element, string name)
    {
        if (statement[element] is not { } node)
        {
            yield break;
        }

        var values = Texts(node);
        foreach (var value in values)
        {
            var others = values.Where(one => one != value).ToList();
            if (others.Count > 0)
            {
                yield return policy.Mutant($"drop {name}", value, (_, one) => one[element] = List(others));
            }

            if (Wider(element, value) is { } wider && wider != value)
            {
                yield return policy.Mutant($"widen {name}", $"{value} to {wider}", (_, one) => one[element] = List([.. others, wider]));
            }

            if (element == "Resource" && value != "*")
            {
                var beside = Beside(value);
                yield return policy.Mutant("alter resource", $"{value} to {beside}", (_, one) => one[element] = List([.. others, beside]));
            }
        }
    }

    private static string? Wider(string element, string value) =>
        element == "Resource" ? "*"
        : value.Contains(':') ? $"{value.Split(':')[0]}:*"
        : null;

    private static string Beside(string arn) =>
        arn.Contains("/*", StringComparison.Ordinal) ? arn.Replace("/*", "-neighbour/*", StringComparison.Ordinal)
        : arn.EndsWith('*') ? $"{arn[..^1]}-neighbour*"
        : $"{arn}-neighbour";

    private static IEnumerable<Mutant> OfConditions(PolicyText policy, JsonObject statement)
    {
        foreach (var (test, keys) in statement["Condition"] as JsonObject ?? [])
        {
            foreach (var (key, value) in (JsonObject)keys!)
            {
                var of = $"{test} {key}";
                yield return policy.Mutant("drop condition", of, (_, one) => Drop(one, test, key));
                foreach (var text in Texts(value!))
                {
                    var altered = text is "true" or "false" ? $"{text != "true"}".ToLowerInvariant() : Beside(text);
                    var list = Texts(value!).Select(one => one == text ? altered : one).ToList();
                    yield return policy.Mutant(
                        "alter condition",
                        $"{of} {text} to {altered}",
                        (_, one) => one["Condition"]![test]![key] = List(list)
                    );
                }
            }
        }
    }

    private static void Drop(JsonObject statement, string test, string key)
    {
        var conditions = (JsonObject)statement["Condition"]!;
        var keys = (JsonObject)conditions[test]!;
        keys.Remove(key);
        if (keys.Count == 0)
        {
            conditions.Remove(test);
        }

        if (conditions.Count == 0)
        {
            statement.Remove("Condition");
        }
    }

    private static IEnumerable<Mutant> OfPrincipals(PolicyText policy, JsonObject statement)
    {
        if (statement["Principal"] is not JsonObject principals)
        {
            yield break;
        }

        foreach (var (kind, node) in principals)
        {
            var values = Texts(node!);
            foreach (var value in values)
            {
                var others = values.Where(one => one != value).ToList();
                if (others.Count > 0)
                {
                    yield return policy.Mutant("drop principal", value, (_, one) => one["Principal"]![kind] = List(others));
                }

                var other = kind == "Service" ? "ec2.amazonaws.com" : "arn:aws:iam::777788889999:root";
                yield return policy.Mutant(
                    "alter principal",
                    $"{value} to {other}",
                    (_, one) => one["Principal"]![kind] = List([.. others, other])
                );
            }
        }

        yield return policy.Mutant("widen principal", "to everybody", (_, one) => one["Principal"] = "*");
    }

    private static JsonArray Statements(JsonNode document) => document["Statement"] as JsonArray ?? [document["Statement"]!.DeepClone()];

    private static List<string> Texts(JsonNode node) =>
        node is JsonArray list ? [.. list.Select(one => one!.ToString())] : [node.ToString()];

    private static JsonArray List(IEnumerable<string> values) => new([.. values.Select(one => (JsonNode)one)]);

    /// <summary>One statement of a policy, to be changed in a copy.</summary>
    private sealed record PolicyText(DeclaredGraph Graph, RecordedResource Resource, string Text, int Index)
    {
        public JsonObject Statement() => (JsonObject)Statements(JsonNode.Parse(Text)!)[Index]!;

        public Mutant Mutant(string kind, string what, Action<JsonArray, JsonObject> change)
        {
            var document = JsonNode.Parse(Text)!;
            var statements = (JsonArray)Statements(document).DeepClone();
            var services = Services(statements);
            change(statements, (JsonObject)statements[Index]!);
            document["Statement"] = statements;
            var (input, _) = DeclaredPolicy.Inputs[Resource.Type];
            var name = Statement()["Sid"]?.ToString() ?? $"statement {Index}";
            return new(
                kind,
                $"{Resource.Title}, {name}: {what}".TrimEnd(' ', ':'),
                Graph.With(Resource.WithInput(input, document.ToJsonString()))
            )
            {
                Policy = new(IsIdentity ? Resource.Name : null, services),
            };
        }

        /// <summary>Of the one statement, but for a policy's own kind: a key's says kms:* of whatever it names.</summary>
        private string[] Services(JsonArray statements) =>
            [.. Texts(statements[Index]!["Action"] ?? "*").Select(action => action.Split(':')[0]).Distinct()];

        private bool IsIdentity => Resource.Type is ResourceTypes.RolePolicy or ResourceTypes.Policy;
    }
}
