using System.Text.Json;

namespace MlopsBatch.LocalCloud.Events;

/// <summary>Reads a pattern's JSON and collects every fault, each with the path of the field it is in.</summary>
internal sealed class EventPatternParser
{
    private readonly List<string> _faults = [];
    private readonly PatternFilters _filters;

    public EventPatternParser() => _filters = new PatternFilters(Fault);

    public IReadOnlyList<string> Faults => _faults;

    public int WildcardCount => _filters.WildcardCount;

    /// <summary>The pattern, or null if it has faults.</summary>
    public PatternNode? Parse(string json, int maxLength)
    {
        if (json.Length > maxLength)
        {
            _faults.Add($"it has {json.Length} characters, the quota is {maxLength}; split the rule or ask AWS to raise the quota");
        }
        try
        {
            using var document = JsonDocument.Parse(json);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                _faults.Add($"it must be a JSON object, got {document.RootElement.ValueKind}");
                return null;
            }
            var node = Object(document.RootElement.Clone(), []);
            return _faults.Count == 0 ? node : null;
        }
        catch (JsonException error)
        {
            _faults.Add("it is no JSON: " + error.Message);
            return null;
        }
    }

    private PatternNode Object(JsonElement element, IReadOnlyList<string> path)
    {
        var fields = new List<PatternField>();
        var alternatives = new List<IReadOnlyList<PatternNode>>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var property in element.EnumerateObject())
        {
            IReadOnlyList<string> here = [.. path, property.Name];
            if (!names.Add(property.Name))
            {
                Fault(here, "is named twice in one object; EventBridge would keep only one of them");
            }
            else if (property.Name == "$or")
            {
                alternatives.Add(Or(property.Value, path, here));
            }
            else if (property.Value.ValueKind == JsonValueKind.Object)
            {
                fields.Add(new PatternField.Nested(property.Name, Object(property.Value, here)));
            }
            else if (property.Value.ValueKind == JsonValueKind.Array)
            {
                fields.Add(Leaf(property.Name, property.Value, here));
            }
            else
            {
                Fault(
                    here,
                    $"must be a list of values or an object, got {property.Value.GetRawText()}; write [{property.Value.GetRawText()}]"
                );
            }
        }
        if (names.Count == 0)
        {
            Fault(path, "is an empty object, which could never match; name a field or leave it out");
        }
        return new PatternNode(fields, alternatives);
    }

    private List<PatternNode> Or(JsonElement value, IReadOnlyList<string> path, IReadOnlyList<string> here)
    {
        if (
            value.ValueKind != JsonValueKind.Array
            || value.GetArrayLength() < 2
            || value.EnumerateArray().Any(item => item.ValueKind != JsonValueKind.Object)
        )
        {
            Fault(here, "must be a list of two or more objects");
            return [];
        }
        return [.. value.EnumerateArray().Select(item => Object(item, path))];
    }

    private PatternField.Leaf Leaf(string name, JsonElement list, IReadOnlyList<string> path)
    {
        var filters = new List<Func<JsonElement, bool>>();
        var orAbsent = false;
        var index = 0;
        foreach (var item in list.EnumerateArray())
        {
            IReadOnlyList<string> here = [.. path.SkipLast(1), $"{path[^1]}[{index++}]"];
            if (PatternFilters.IsAbsence(item))
            {
                orAbsent = true;
            }
            else if (_filters.Read(item, here) is { } filter)
            {
                filters.Add(filter);
            }
        }
        if (index == 0)
        {
            Fault(path, "is an empty list, which could never match; give it a value or leave the field out");
        }
        return new PatternField.Leaf(name, path, filters, orAbsent);
    }

    private void Fault(IReadOnlyList<string> path, string text) =>
        _faults.Add((path.Count == 0 ? "the pattern" : string.Join('.', path)) + ": " + text);
}
