using System.Text.Json;

namespace MlopsBatch.LocalCloud.Events;

/// <summary>Turns one entry of a field's list into a test of a leaf value.</summary>
internal sealed class PatternFilters(Action<IReadOnlyList<string>, string> fault)
{
    private static readonly string[] Operators =
    [
        "anything-but",
        "cidr",
        "equals-ignore-case",
        "exists",
        "numeric",
        "prefix",
        "suffix",
        "wildcard",
    ];

    public int WildcardCount { get; private set; }

    public static bool IsAbsence(JsonElement item) =>
        item.ValueKind == JsonValueKind.Object
        && item.GetPropertyCount() == 1
        && item.TryGetProperty("exists", out var value)
        && value.ValueKind == JsonValueKind.False;

    /// <summary>The test, or null after a fault was reported.</summary>
    public Func<JsonElement, bool>? Read(JsonElement item, IReadOnlyList<string> path)
    {
        switch (item.ValueKind)
        {
            case JsonValueKind.String:
            case JsonValueKind.Number:
            case JsonValueKind.True:
            case JsonValueKind.False:
            case JsonValueKind.Null:
                return Exact(item);
            case JsonValueKind.Object when item.GetPropertyCount() == 1:
                var property = item.EnumerateObject().First();
                return Operator(property.Name, property.Value, path);
            case JsonValueKind.Object:
                fault(path, $"needs exactly one operator, has {item.GetPropertyCount()}; write one object per operator");
                return null;
            default:
                fault(path, $"must be a value or an operator, got {item.GetRawText()}");
                return null;
        }
    }

    private Func<JsonElement, bool>? Operator(string name, JsonElement value, IReadOnlyList<string> path)
    {
        switch (name)
        {
            case "prefix" or "suffix" or "equals-ignore-case" or "wildcard":
                return Text(name, value, path, emptyAllowed: true) is { } test ? test.OnString() : null;
            case "anything-but":
                return AnythingBut(value, path);
            case "numeric":
                return NumericFilter.Read(value, text => fault(path, text));
            case "cidr":
                return CidrFilter.Read(value, text => fault(path, text));
            case "exists" when value.ValueKind == JsonValueKind.True:
                return _ => true;
            case "exists":
                fault(path, $"exists must be true or false, got {value.GetRawText()}");
                return null;
            default:
                fault(path, $"unknown operator '{name}'; allowed are {string.Join(", ", Operators)}.{DidYouMean.Hint(name, Operators)}");
                return null;
        }
    }

    /// <summary>The operators on text, which stand alone or within anything-but.</summary>
    private Func<string, bool>? Text(string name, JsonElement value, IReadOnlyList<string> path, bool emptyAllowed)
    {
        var ignoreCase = false;
        if (
            name is "prefix" or "suffix"
            && value.ValueKind == JsonValueKind.Object
            && value.GetPropertyCount() == 1
            && value.TryGetProperty("equals-ignore-case", out var inner)
        )
        {
            (ignoreCase, value) = (true, inner);
        }
        if (value.ValueKind != JsonValueKind.String)
        {
            fault(path, $"{name} needs a string, got {value.GetRawText()}");
            return null;
        }
        var text = value.GetString()!;
        if (text.Length == 0 && !emptyAllowed)
        {
            fault(path, $"{name} within anything-but needs a string that is not empty");
            return null;
        }
        var comparison = ignoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        switch (name)
        {
            case "prefix":
                return candidate => candidate.StartsWith(text, comparison);
            case "suffix":
                return candidate => candidate.EndsWith(text, comparison);
            case "equals-ignore-case":
                return candidate => string.Equals(candidate, text, StringComparison.OrdinalIgnoreCase);
            default:
                WildcardCount++;
                return WildcardFilter.Read(text, problem => fault(path, problem));
        }
    }

    private Func<JsonElement, bool>? AnythingBut(JsonElement value, IReadOnlyList<string> path)
    {
        if (value.ValueKind == JsonValueKind.Object)
        {
            string[] allowed = ["equals-ignore-case", "prefix", "suffix", "wildcard"];
            var name = value.GetPropertyCount() == 1 ? value.EnumerateObject().First().Name : "";
            if (!allowed.Contains(name))
            {
                fault(
                    path,
                    $"anything-but takes values, a list of values, or one of {string.Join(", ", allowed)}; got {value.GetRawText()}"
                );
                return null;
            }
            var excluded = Items(value.GetProperty(name)).Select(item => Text(name, item, path, emptyAllowed: false)).ToList();
            if (excluded.Count == 0)
            {
                fault(path, $"{name} within anything-but has an empty list");
                return null;
            }
            return excluded.Contains(null)
                ? null
                : element => element.ValueKind != JsonValueKind.String || !excluded.Exists(test => test!(element.GetString()!));
        }
        var values = Items(value).ToList();
        if (
            values.Count == 0
            || !(
                values.TrueForAll(item => item.ValueKind == JsonValueKind.String)
                || values.TrueForAll(item => item.ValueKind == JsonValueKind.Number)
            )
        )
        {
            fault(path, $"anything-but needs one or more values, all strings or all numbers; got {value.GetRawText()}");
            return null;
        }
        var equal = values.ConvertAll(Exact);
        return element => !equal.Exists(test => test(element));
    }

    private static IEnumerable<JsonElement> Items(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [value];

    /// <summary>Numbers are compared by their text, as EventBridge documents: 300, 300.0 and 3.0e2 are three values.</summary>
    private static Func<JsonElement, bool> Exact(JsonElement expected)
    {
        if (expected.ValueKind == JsonValueKind.String)
        {
            var text = expected.GetString()!;
            return element => element.ValueKind == JsonValueKind.String && element.ValueEquals(text);
        }
        var raw = expected.GetRawText();
        return element => element.ValueKind == expected.ValueKind && element.GetRawText() == raw;
    }
}
