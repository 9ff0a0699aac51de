using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MlopsBatch.LocalCloud.SageMaker.Values;

namespace MlopsBatch.LocalCloud.SageMaker.Shapes;

/// <summary>
/// Checks a request against its shape: unknown and missing members, types, bounds, patterns, allowed values.
/// Functions (<c>Get</c>, <c>Std:Join</c>, <c>Std:JsonGet</c>) may stand for any value that is no structure.
/// </summary>
internal sealed class ShapeValidator(ApiModel model)
{
    private ApiModel Shapes => model;

    private readonly ConcurrentDictionary<string, Regex?> _patterns = new(StringComparer.Ordinal);

    /// <param name="shapeName">The request's shape.</param>
    /// <param name="request">The request.</param>
    /// <param name="filledIn">A required member that the pipeline service fills in itself, such as the job's name.</param>
    /// <param name="kindOf">The type that a function will give (String, Integer, Float or Boolean), null if that isn't known.</param>
    /// <param name="fault">Gets the place and what is wrong there.</param>
    public void Validate(
        string shapeName,
        JsonObject request,
        string? filledIn,
        Func<JsonNode, string?> kindOf,
        Action<string, string> fault
    )
    {
        var shape = model[shapeName];
        var check = new Check(this, kindOf, fault);
        check.Structure(request, shape, "Arguments", shape.Required.Where(name => name != filledIn));
    }

    private Regex? Pattern(string pattern) =>
        _patterns.GetOrAdd(
            pattern,
            static text =>
            {
                try
                {
                    return new Regex($"^(?:{text})\\z", RegexOptions.CultureInvariant | RegexOptions.Singleline);
                }
                catch (RegexParseException)
                {
                    // A few patterns of the model use Java's own classes; such a value is left to the service.
                    return null;
                }
            }
        );

    private sealed class Check(ShapeValidator owner, Func<JsonNode, string?> kindOf, Action<string, string> fault)
    {
        private ApiModel Model => owner.Shapes;

        public void Structure(JsonObject value, ApiShape shape, string place, IEnumerable<string> required)
        {
            foreach (var name in required.Where(name => !value.ContainsKey(name)))
            {
                fault($"{place}.{name}", "is missing");
            }
            foreach (var (name, member) in value)
            {
                if (!shape.Members.TryGetValue(name, out var memberShape))
                {
                    fault($"{place}.{name}", $"is unknown.{DidYouMean.Hint(name, shape.Members.Keys)}");
                }
                else
                {
                    Value(member, Model[memberShape], $"{place}.{name}");
                }
            }
        }

        private void Value(JsonNode? value, ApiShape shape, string place)
        {
            if (PipelineFunction.IsFunction(value))
            {
                Function(value, shape, place);
                return;
            }
            switch (shape.Type, value)
            {
                case ("structure", JsonObject item):
                    Structure(item, shape, place, shape.Required);
                    break;
                case ("list", JsonArray items):
                    Bounds(items.Count, shape, place, " entries");
                    for (var i = 0; i < items.Count; i++)
                    {
                        Value(items[i], Model[shape.Element!], $"{place}[{i}]");
                    }
                    break;
                case ("map", JsonObject entries):
                    Bounds(entries.Count, shape, place, " entries");
                    foreach (var (key, entry) in entries)
                    {
                        Value(entry, Model[shape.Value!], $"{place}.{key}");
                    }
                    break;
                default:
                    Scalar(value, shape, place);
                    break;
            }
        }

        private void Function(JsonNode value, ApiShape shape, string place)
        {
            if (shape.IsContainer)
            {
                fault(place, $"needs a {shape.Type}, got a function");
                return;
            }
            var kind = kindOf(value);
            var fits = shape.Type switch
            {
                "string" => kind is null or "String",
                "integer" or "long" => kind is null or "Integer",
                "float" or "double" => kind is null or "Integer" or "Float",
                "boolean" => kind is null or "Boolean",
                _ => true,
            };
            if (!fits)
            {
                var mend = shape.Type == "string" ? "; wrap it in Std:Join to make it a text" : "";
                fault(place, $"needs {Describe(shape)}, got {value.ToJsonString()} of type {kind}{mend}");
            }
        }

        private void Scalar(JsonNode? value, ApiShape shape, string place)
        {
            var kind = value?.GetValueKind() ?? JsonValueKind.Null;
            switch (shape.Type)
            {
                case "string" when kind == JsonValueKind.String:
                    Text(value!.GetValue<string>(), shape, place);
                    break;
                case "integer"
                or "long"
                    when kind == JsonValueKind.Number
                        && long.TryParse(value!.ToJsonString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole):
                    Bounds(whole, shape, place, "");
                    break;
                case "float" or "double" or "timestamp" when kind == JsonValueKind.Number:
                    Bounds(value!.GetValue<double>(), shape, place, "");
                    break;
                case "boolean" when kind is JsonValueKind.True or JsonValueKind.False:
                    break;
                default:
                    fault(place, $"needs {Describe(shape)}, got {value?.ToJsonString() ?? "null"}");
                    break;
            }
        }

        private void Text(string text, ApiShape shape, string place)
        {
            if (shape.Enum.Count > 0)
            {
                if (!shape.Enum.Contains(text))
                {
                    var allowed = shape.Enum.Count <= 12 ? $"; allowed are {string.Join(", ", shape.Enum)}" : "";
                    fault(place, $"'{text}' is not allowed{allowed}.{DidYouMean.Hint(text, shape.Enum)}");
                }
                return;
            }
            Bounds(text.Length, shape, place, " characters");
            if (shape.Pattern is { } pattern && owner.Pattern(pattern)?.IsMatch(text) == false)
            {
                fault(place, $"'{text}' does not match {pattern}");
            }
        }

        private void Bounds(double number, ApiShape shape, string place, string unit)
        {
            if (number < shape.Min || number > shape.Max)
            {
                var allowed = (shape.Min, shape.Max) switch
                {
                    ({ } min, { } max) => string.Create(CultureInfo.InvariantCulture, $"{min} to {max}"),
                    ({ } min, null) => string.Create(CultureInfo.InvariantCulture, $"at least {min}"),
                    _ => string.Create(CultureInfo.InvariantCulture, $"at most {shape.Max}"),
                };
                fault(place, string.Create(CultureInfo.InvariantCulture, $"got {number}{unit}, needs {allowed}"));
            }
        }

        private static string Describe(ApiShape shape) =>
            shape.Type switch
            {
                "string" => "a text",
                "integer" or "long" => "a whole number",
                "float" or "double" or "timestamp" => "a number",
                "boolean" => "true or false",
                _ => "a " + shape.Type,
            };
    }
}
