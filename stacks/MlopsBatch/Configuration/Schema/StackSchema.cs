using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using MlopsBatch.Aws;
using MlopsBatch.Configuration.Binding;

namespace MlopsBatch.Configuration.Schema;

/// <summary>
/// JSON Schema (draft 7, the one that editors know) of a stack's file, made of the settings' records, so that an editor
/// completes keys, shows what they mean and underlines what <c>./mlops check</c> would refuse. What only the values together
/// can be asked (accounts, names, schedules) stays with <c>./mlops check</c>.
/// </summary>
public static class StackSchema
{
    private const string Numeral = @"^[-+]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][-+]?[0-9]+)?$";

    /// <summary>The schema, the same on each call.</summary>
    public static JsonObject Create()
    {
        var (docs, definitions) = (SettingsDocs.Load(), new SortedDictionary<string, JsonNode?>(StringComparer.Ordinal));
        var settings = Reference(typeof(Settings), docs, definitions);
        settings["description"] = "What this account is told; docs/configuration.md has every key.";
        return new()
        {
            ["$schema"] = "http://json-schema.org/draft-07/schema#",
            ["title"] = "Pulumi.STACK.yaml of MlopsBatch",
            ["type"] = "object",
            ["required"] = new JsonArray("config"),
            ["properties"] = new JsonObject
            {
                ["config"] = new JsonObject
                {
                    ["type"] = "object",
                    ["required"] = new JsonArray("aws:region", "mlops-batch:settings"),
                    ["properties"] = new JsonObject { ["aws:region"] = Region(), ["mlops-batch:settings"] = settings },
                },
            },
            ["definitions"] = new JsonObject(definitions),
        };
    }

    private static JsonObject Region()
    {
        var known = Partition.All.SelectMany(one => one.Regions).Select(name => (JsonNode)name);
        return new()
        {
            ["description"] = "The region of everything in this stack.",
            ["anyOf"] = new JsonArray(
                new JsonObject { ["enum"] = new JsonArray([.. known]) },
                new JsonObject { ["type"] = "string", ["pattern"] = Partition.RegionPattern }
            ),
        };
    }

    private static JsonObject Reference(Type record, SettingsDocs docs, SortedDictionary<string, JsonNode?> definitions)
    {
        if (definitions.TryAdd(record.Name, null))
        {
            definitions[record.Name] = Record(record, docs, definitions);
        }

        return new() { ["$ref"] = $"#/definitions/{record.Name}" };
    }

    private static JsonObject Record(Type record, SettingsDocs docs, SortedDictionary<string, JsonNode?> definitions)
    {
        var (properties, required) = (new JsonObject(), new JsonArray());
        var defaults = Activator.CreateInstance(record);
        foreach (var property in record.GetProperties().Where(property => property.CanWrite))
        {
            var name = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
            var isNeeded = property.GetCustomAttribute<RequiredAttribute>() is not null;
            var value = Value(property, isNeeded, docs, definitions);
            if (docs.Of(record, property.Name, Section(property)) is { Length: > 0 } text)
            {
                value["description"] = text;
            }

            if (!isNeeded && Default(property.GetValue(defaults)) is { } start)
            {
                value["default"] = start;
            }

            properties[name] = value;
            if (isNeeded)
            {
                required.Add(name);
            }
        }

        var schema = new JsonObject { ["type"] = "object", ["additionalProperties"] = false };
        if (required.Count > 0)
        {
            schema["required"] = required;
        }

        schema["properties"] = properties;
        return schema;
    }

    private static JsonObject Value(
        PropertyInfo property,
        bool isNeeded,
        SettingsDocs docs,
        SortedDictionary<string, JsonNode?> definitions
    )
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        if (!type.IsGenericType)
        {
            return Item(property, type, !isNeeded, docs, definitions);
        }

        var item = Item(property, type.GetGenericArguments()[^1], false, docs, definitions);
        if (type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>))
        {
            return new() { ["type"] = Types(!isNeeded, "object"), ["additionalProperties"] = item };
        }

        var list = new JsonObject { ["type"] = Types(!isNeeded, "array"), ["items"] = item };
        var count = property.GetCustomAttribute<CountAttribute>();
        if ((count?.Least ?? (isNeeded ? 1 : 0)) is > 0 and var least)
        {
            list["minItems"] = least;
        }

        if (count is not null)
        {
            list["maxItems"] = count.Most;
        }

        return list;
    }

    private static JsonObject Item(
        PropertyInfo property,
        Type type,
        bool mayBeNothing,
        SettingsDocs docs,
        SortedDictionary<string, JsonNode?> definitions
    )
    {
        if (type.IsClass && type != typeof(string))
        {
            var section = Reference(type, docs, definitions);
            return mayBeNothing ? new() { ["anyOf"] = new JsonArray(section, new JsonObject { ["type"] = "null" }) } : section;
        }

        var choices =
            property.GetCustomAttribute<AllowedValuesAttribute>()?.Values
            ?? (type.IsEnum ? [.. Scalars.Choices(type)] : null);
        if (choices is not null)
        {
            var values = new JsonArray([.. choices.Select(choice => JsonSerializer.SerializeToNode(choice))]);
            if (mayBeNothing)
            {
                values.Add((JsonNode?)null);
            }

            return new() { ["enum"] = values };
        }

        return Bounded(property, Scalar(property, type, mayBeNothing));
    }

    private static JsonObject Scalar(PropertyInfo property, Type type, bool mayBeNothing) =>
        type == typeof(bool) ? new() { ["type"] = Types(mayBeNothing, "boolean") }
        : type == typeof(int) ? new() { ["type"] = Types(mayBeNothing, "integer") }
        // 'pulumi config set --path' writes decimals as texts.
        : type == typeof(double) ? new() { ["type"] = Types(mayBeNothing, "number", "string"), ["pattern"] = Numeral }
        : property.GetCustomAttribute<ScalarAttribute>() is null ? new() { ["type"] = Types(mayBeNothing, "string") }
        : new() { ["type"] = Types(mayBeNothing, "string", "number", "boolean") };

    private static JsonObject Bounded(PropertyInfo property, JsonObject schema)
    {
        foreach (var rule in property.GetCustomAttributes())
        {
            switch (rule)
            {
                case RangeAttribute range:
                    schema["minimum"] = JsonSerializer.SerializeToNode(range.Minimum);
                    schema["maximum"] = JsonSerializer.SerializeToNode(range.Maximum);
                    break;
                case AboveAttribute above:
                    schema["exclusiveMinimum"] = above.Bound;
                    break;
                case PatternAttribute pattern:
                    schema["pattern"] = pattern.Expression;
                    schema["patternErrorMessage"] = $"needs {pattern.Needs}";
                    break;
                case ArnOfAttribute arn:
                    schema["pattern"] = ArnShape.Of(arn.Kind).Expression;
                    schema["patternErrorMessage"] = $"needs {ArnShape.Of(arn.Kind).Needs}";
                    break;
                case StringLengthAttribute length:
                    schema["maxLength"] = length.MaximumLength;
                    break;
                case ExampleAttribute example when !example.Value.StartsWith('[') && !example.Value.StartsWith('{'):
                    schema["examples"] = new JsonArray(Typed(example.Value, schema));
                    break;
                default:
                    break;
            }
        }

        return schema;
    }

    private static JsonNode Typed(string example, JsonObject schema) =>
        schema["type"]!.ToJsonString() is var types
        && (types.Contains("integer", StringComparison.Ordinal) || types.Contains("\"number\",\"string\"", StringComparison.Ordinal))
            ? JsonNode.Parse(example)!
            : example;

    private static JsonNode? Default(object? value) =>
        value switch
        {
            null or "" => null,
            string or bool or int or double => JsonSerializer.SerializeToNode(value),
            Enum member => JsonNamingPolicy.CamelCase.ConvertName(member.ToString()),
            _ => null,
        };

    private static JsonNode Types(bool mayBeNothing, params string[] types)
    {
        List<string> all = [.. types, .. mayBeNothing ? ["null"] : Array.Empty<string>()];
        return all is [var one] ? one : new JsonArray([.. all.Select(type => (JsonNode)type)]);
    }

    private static Type? Section(PropertyInfo property)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        var inner = type.IsGenericType ? type.GetGenericArguments()[^1] : type;
        return inner.IsClass && inner != typeof(string) ? inner : null;
    }
}
