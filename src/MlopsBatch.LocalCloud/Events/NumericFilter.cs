using System.Globalization;
using System.Text.Json;

namespace MlopsBatch.LocalCloud.Events;

/// <summary>
/// <c>{"numeric": [">", 0, "&lt;=", 5]}</c>: one comparison, or a lower and an upper bound.
/// Bounds lie between -5e9 and 5e9 (EventBridge's limit).
/// </summary>
internal static class NumericFilter
{
    private const decimal Limit = 5_000_000_000m;

    public static Func<JsonElement, bool>? Read(JsonElement value, Action<string> fault)
    {
        var parts = value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().ToList() : [];
        if (parts.Count is not (2 or 4))
        {
            fault($"numeric needs [operator, number] or [lower operator, number, upper operator, number], got {value.GetRawText()}");
            return null;
        }
        var comparisons = new List<(string Operator, decimal Bound)>();
        for (var i = 0; i < parts.Count; i += 2)
        {
            var symbol = parts[i].ValueKind == JsonValueKind.String ? parts[i].GetString()! : parts[i].GetRawText();
            if (symbol is not ("=" or "<" or "<=" or ">" or ">="))
            {
                fault($"numeric knows =, <, <=, >, >=; got {symbol}");
                return null;
            }
            if (parts[i + 1].ValueKind != JsonValueKind.Number || !parts[i + 1].TryGetDecimal(out var bound) || Math.Abs(bound) > Limit)
            {
                fault($"numeric needs a number from -{Limit:0} to {Limit:0} after '{symbol}', got {parts[i + 1].GetRawText()}");
                return null;
            }
            comparisons.Add((symbol, bound));
        }
        if (comparisons.Count == 2 && !IsRange(comparisons[0], comparisons[1]))
        {
            fault(
                "numeric with two comparisons needs a lower bound (> or >=), then a greater upper bound (< or <=), got "
                    + string.Join(", ", comparisons.Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Operator} {c.Bound}")))
            );
            return null;
        }
        return element =>
            element.ValueKind == JsonValueKind.Number
            && element.TryGetDecimal(out var number)
            && comparisons.TrueForAll(comparison => Holds(number, comparison.Operator, comparison.Bound));
    }

    private static bool IsRange((string Operator, decimal Bound) lower, (string Operator, decimal Bound) upper) =>
        lower.Operator.StartsWith('>') && upper.Operator.StartsWith('<') && lower.Bound < upper.Bound;

    private static bool Holds(decimal number, string symbol, decimal bound) =>
        symbol switch
        {
            "=" => number == bound,
            "<" => number < bound,
            "<=" => number <= bound,
            ">" => number > bound,
            _ => number >= bound,
        };
}
