using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace MlopsBatch.Configuration.Files;

/// <summary>
/// YAML to JSON by the core schema (https://yaml.org/spec/1.2.2/#103-core-schema), as Pulumi hands configuration to programs.
/// </summary>
internal static partial class YamlJson
{
    /// <summary>JSON readers take no more; what holds itself has no end.</summary>
    private const int MaxDepth = 60;

    /// <summary>Aliases of aliases multiply; no configuration comes near it.</summary>
    private const int MaxNodes = 200_000;

    /// <exception cref="YamlException">A key is no text, or an alias makes it endless.</exception>
    public static JsonNode? Convert(YamlNode node)
    {
        var nodes = 0;
        return At(node, 0);

        JsonNode? At(YamlNode node, int depth)
        {
            if (depth > MaxDepth || ++nodes > MaxNodes)
            {
                throw new YamlException(node.Start, node.End, "it is nested too deeply, or an alias makes it hold itself");
            }

            return node switch
            {
                YamlMappingNode map => new JsonObject(
                    Merged(map).Select(entry => KeyValuePair.Create(entry.Key, At(entry.Value, depth + 1)))
                ),
                YamlSequenceNode list => new JsonArray([.. list.Children.Select(child => At(child, depth + 1))]),
                YamlScalarNode scalar => Scalar(scalar),
                _ => null,
            };
        }
    }

    /// <summary>YAML lets lists and sections be keys; JSON doesn't.</summary>
    /// <exception cref="YamlException">It is no text.</exception>
    public static string Key(YamlNode node) =>
        node is YamlScalarNode { Value: { } name } ? name : throw new YamlException(node.Start, node.End, "a key has to be a text");

    /// <summary>A section with what its key <c>&lt;&lt;</c> brings from others; its own keys win.</summary>
    private static IEnumerable<KeyValuePair<string, YamlNode>> Merged(YamlMappingNode map)
    {
        var entries = map.Children.ToDictionary(entry => Key(entry.Key), entry => entry.Value);
        if (!entries.Remove("<<", out var merged))
        {
            return entries;
        }

        IEnumerable<YamlNode> sources = merged is YamlSequenceNode list ? list.Children : [merged];
        foreach (var source in sources)
        {
            if (source is not YamlMappingNode section || ReferenceEquals(section, map))
            {
                throw new YamlException(source.Start, source.End, "<< needs the alias of another section");
            }

            foreach (var (key, value) in section.Children)
            {
                entries.TryAdd(Key(key), value);
            }
        }

        return entries;
    }

    private static JsonNode? Scalar(YamlScalarNode scalar)
    {
        var text = scalar.Value ?? "";
        if (scalar.Style != ScalarStyle.Plain || (!scalar.Tag.IsEmpty && scalar.Tag.Value.EndsWith(":str", StringComparison.Ordinal)))
        {
            return JsonValue.Create(text);
        }

        if (text is "" or "~" or "null" or "Null" or "NULL")
        {
            return null;
        }

        if (text is "true" or "false" or "True" or "False" or "TRUE" or "FALSE")
        {
            return JsonValue.Create(text[0] is 't' or 'T');
        }

        if (Whole().IsMatch(text) && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole))
        {
            return JsonValue.Create(whole);
        }

        // What no double can hold stays a text, which is refused with its own words.
        return Decimal().IsMatch(text)
            && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && double.IsFinite(number)
            ? JsonValue.Create(number)
            : JsonValue.Create(text);
    }

    [GeneratedRegex("^[-+]?(0|[1-9][0-9]*)\\z")]
    private static partial Regex Whole();

    [GeneratedRegex("^[-+]?(0|[1-9][0-9]*)?\\.?[0-9]*([eE][-+]?[0-9]+)?\\z")]
    private static partial Regex Decimal();
}
