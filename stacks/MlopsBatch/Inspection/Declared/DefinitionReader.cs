using System.Text.Json.Nodes;

namespace MlopsBatch.Inspection.Declared;

/// <summary>
/// Reads steps, their order and the S3 URIs that they read and write out of a definition's JSON: the very text that
/// SageMaker gets. It knows no step of ours by name, so a changed definition changes the picture.
/// </summary>
internal static class DefinitionReader
{
    /// <summary>Arguments below which URIs are outputs; everywhere else they are inputs.</summary>
    private static readonly string[] Outputs = ["ProcessingOutputConfig", "OutputDataConfig", "TransformOutput"];

    public static IReadOnlyList<DeclaredStep> Read(string pipeline, string definition)
    {
        var root = JsonNode.Parse(definition)!.AsObject();
        var flat = Flatten(root["Steps"]!.AsArray(), branch: null, isIf: false).ToList();
        var values = new DefinitionValues(
            flat.ToDictionary(one => one.Step["Name"]!.ToString(), one => one.Step),
            root["Parameters"]?.AsArray() ?? []
        );
        return [.. flat.Select(one => Read(pipeline, one.Step, one.Branch, one.IsIf, values))];
    }

    private static IEnumerable<(JsonObject Step, string? Branch, bool IsIf)> Flatten(JsonArray steps, string? branch, bool isIf)
    {
        foreach (var step in steps.Select(step => step!.AsObject()))
        {
            yield return (step, branch, isIf);
            foreach (var (key, holds) in new[] { ("IfSteps", true), ("ElseSteps", false) })
            {
                if (step["Arguments"]?[key] is not JsonArray nested)
                {
                    continue;
                }

                foreach (var one in Flatten(nested, step["Name"]!.ToString(), holds))
                {
                    yield return one;
                }
            }
        }
    }

    private static DeclaredStep Read(string pipeline, JsonObject step, string? branch, bool isIf, DefinitionValues values)
    {
        List<string> after = [],
            reads = [],
            writes = [],
            files = [];
        Walk(step, isOutput: false, isInUri: false);
        after.AddRange((step["DependsOn"] as JsonArray ?? []).Select(name => name!.ToString()));
        return new()
        {
            Pipeline = pipeline,
            Name = step["Name"]!.ToString(),
            Type = step["Type"]!.ToString(),
            Arguments = (JsonObject)step["Arguments"]!,
            RetryPolicies = step["RetryPolicies"] as JsonArray,
            Condition = ConditionOf(step),
            Branch = branch,
            IsIf = isIf,
            After = [.. after.Distinct()],
            Reads = [.. reads.Distinct()],
            Writes = [.. writes.Distinct()],
            PropertyFiles = [.. files.Distinct()],
        };

        void Walk(JsonNode? node, bool isOutput, bool isInUri)
        {
            if (DefinitionValues.StepOf(node) is { } other)
            {
                after.Add(other);
            }

            if (values.FileOf(node) is { } file)
            {
                files.Add(file);
            }

            // Of a URI that is joined, the parts are walked only for the steps that they refer to.
            if (!isInUri && values.Text(node) is { } text && text.StartsWith("s3://", StringComparison.Ordinal))
            {
                (isOutput ? writes : reads).Add(text);
                isInUri = true;
            }

            foreach (var (key, value) in Members(node))
            {
                Walk(value, isOutput || Outputs.Contains(key), isInUri);
            }
        }
    }

    /// <summary>What is inside, but for a condition's branches: those are steps of their own.</summary>
    private static IEnumerable<(string Key, JsonNode? Value)> Members(JsonNode? node) =>
        node switch
        {
            JsonArray list => list.Select(item => ("", item)),
            JsonObject map => map.Where(member => member.Key is not ("IfSteps" or "ElseSteps"))
                .Select(member => (member.Key, member.Value)),
            _ => [],
        };

    /// <summary>A condition in words; null for other steps.</summary>
    private static string? ConditionOf(JsonObject step)
    {
        if (step["Arguments"]?["Conditions"] is not JsonArray conditions)
        {
            return null;
        }

        return string.Join(
            "\nand ",
            conditions.Select(condition =>
                $"{Side(condition!["LeftValue"])} {Sign(condition["Type"]!.ToString())} {Side(condition["RightValue"])}"
            )
        );

        static string Side(JsonNode? value) =>
            value switch
            {
                JsonObject map when map["Std:JsonGet"]?["Path"] is { } path => path.ToString(),
                JsonObject map when map["Get"] is { } reference => reference.ToString().Split('.')[^1],
                _ => value?.ToJsonString() ?? "…",
            };

        static string Sign(string type) =>
            type switch
            {
                "Equals" => "=",
                "LessThan" => "<",
                "LessThanOrEqualTo" => "≤",
                "GreaterThan" => ">",
                "GreaterThanOrEqualTo" => "≥",
                _ => type,
            };
    }
}
