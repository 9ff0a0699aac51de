using System.Globalization;
using System.Text.Json.Nodes;
using MlopsBatch.LocalCloud.SageMaker.Executions;

namespace MlopsBatch.LocalCloud.SageMaker.Jobs.Transform;

/// <summary>
/// The JSONPath subset of DataProcessing filters: <c>$</c>, <c>.name</c>, <c>['a','b']</c>, <c>[0]</c>, <c>[-1]</c>,
/// <c>[0,2]</c>, <c>[1:]</c>, <c>[:-1]</c>, <c>[*]</c>. A CSV record is an array of columns.
/// Source: https://docs.aws.amazon.com/sagemaker/latest/dg/batch-transform-data-processing.html
/// </summary>
internal sealed class JsonPath
{
    private readonly List<Selector> _selectors;

    private JsonPath(string text, List<Selector> selectors) => (Text, _selectors) = (text, selectors);

    public string Text { get; }

    /// <summary>Whether it takes everything as it is.</summary>
    public bool IsWhole => _selectors.Count == 0;

    /// <exception cref="StepFailedException">The text is no such path.</exception>
    public static JsonPath Parse(string text, string filterName)
    {
        if (!text.StartsWith('$'))
        {
            throw Fault(text, filterName);
        }
        var selectors = new List<Selector>();
        for (var i = 1; i < text.Length;)
        {
            var end = text[i] == '[' ? text.IndexOf(']', i) + 1 : NameEnd(text, i);
            if (end <= i + 1 || !Selector.TryParse(text[i..end], out var selector))
            {
                throw Fault(text, filterName);
            }
            selectors.Add(selector);
            i = end;
        }
        return new JsonPath(text, selectors);
    }

    /// <summary>The columns that it takes of a CSV record, in their order.</summary>
    /// <exception cref="RecordException">It asks for a name, which a column doesn't have, or for a column that isn't there.</exception>
    public IEnumerable<int> Columns(int count) =>
        _selectors switch
        {
            [] => Enumerable.Range(0, count),
            [{ Names: null } only] => only.Indices(count)
                ?? throw new RecordException($"the filter '{Text}' asks for a column that a record of {count} columns doesn't have."),
            _ => throw new RecordException($"the filter '{Text}' doesn't fit CSV; columns are chosen by position, for example $[1:]."),
        };

    /// <summary>What it takes of a JSON value.</summary>
    /// <exception cref="RecordException">The value has no such part.</exception>
    public JsonNode? Take(JsonNode? value)
    {
        foreach (var selector in _selectors)
        {
            value = selector.Take(value) ?? throw new RecordException($"the filter '{Text}' finds nothing in a record.");
        }
        return value?.DeepClone();
    }

    private static int NameEnd(string text, int dot)
    {
        var end = text.AsSpan(dot + 1).IndexOfAny('.', '[');
        return text[dot] != '.' ? -1
            : end < 0 ? text.Length
            : dot + 1 + end;
    }

    private static StepFailedException Fault(string text, string filterName) =>
        StepFailedException.Client(
            $"{filterName} '{text}' is no JSONPath that batch transform knows; examples are $, $[1:], $[0,2], $.name, $['a','b']."
        );

    /// <summary>One part of a path: names, positions, or a run of positions.</summary>
    private sealed record Selector(IReadOnlyList<string>? Names, IReadOnlyList<int>? Positions, int? From, int? To)
    {
        public static bool TryParse(string text, out Selector selector)
        {
            selector = new Selector(null, null, null, null);
            if (text[0] == '.')
            {
                selector = selector with { Names = [text[1..]] };
                return true;
            }
            var inner = text[1..^1].Trim();
            if (inner == "*")
            {
                return true;
            }
            var parts = inner.Split(',', StringSplitOptions.TrimEntries);
            if (parts.All(part => part.Length > 2 && part[0] is '\'' or '"' && part[0] == part[^1]))
            {
                selector = selector with { Names = [.. parts.Select(part => part[1..^1])] };
                return true;
            }
            if (inner.Split(':') is [var from, var to])
            {
                selector = selector with { From = Number(from), To = Number(to) };
                return (from.Trim().Length == 0 || selector.From is not null) && (to.Trim().Length == 0 || selector.To is not null);
            }
            var positions = parts.Select(Number).ToList();
            selector = selector with { Positions = [.. positions.OfType<int>()] };
            return positions.TrueForAll(position => position is not null);
        }

        /// <summary>Positions in a list of a certain length; null if one is outside.</summary>
        public IEnumerable<int>? Indices(int count)
        {
            if (Positions is null)
            {
                var from = Math.Clamp(At(From ?? 0, count), 0, count);
                return Enumerable.Range(from, Math.Max(0, Math.Clamp(At(To ?? count, count), 0, count) - from));
            }
            var chosen = Positions.Select(position => At(position, count)).ToList();
            return chosen.TrueForAll(position => position >= 0 && position < count) ? chosen : null;
        }

        public JsonNode? Take(JsonNode? value) =>
            (value, this) switch
            {
                (JsonObject item, { Names: [var name] }) => item[name],
                (JsonObject item, { Names: { } names }) when names.All(item.ContainsKey) => new JsonObject(
                    names.Select(name => KeyValuePair.Create(name, item[name]?.DeepClone()))
                ),
                (JsonArray items, { Names: null, Positions: [var position] }) => items.ElementAtOrDefault(At(position, items.Count)),
                (JsonArray items, { Names: null }) when Indices(items.Count) is { } indices => new JsonArray([
                    .. indices.Select(index => items[index]?.DeepClone()),
                ]),
                _ => null,
            };

        private static int At(int position, int count) => position < 0 ? count + position : position;

        private static int? Number(string text) =>
            int.TryParse(text.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
