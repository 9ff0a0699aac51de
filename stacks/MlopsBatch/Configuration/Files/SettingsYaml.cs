using System.Text.Json;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace MlopsBatch.Configuration.Files;

/// <summary>Writes settings as a stack's file.</summary>
public static class SettingsYaml
{
    /// <summary>Tells editors where the schema of such a file is, seen from the project's root.</summary>
    public const string SchemaLine = "# yaml-language-server: $schema=docs/stack.schema.json";

    /// <summary>The text of a <c>Pulumi.NAME.yaml</c>.</summary>
    public static string Write(string region, JsonObject settings)
    {
        var config = new YamlMappingNode { { "aws:region", region }, { "mlops-batch:settings", Node(settings) } };
        var writer = new StringWriter { NewLine = "\n" };
        new YamlStream(new YamlDocument(new YamlMappingNode { { "config", config } })).Save(writer, assignAnchors: false);
        return SchemaLine + "\n" + writer.ToString().Replace("\n...\n", "\n", StringComparison.Ordinal);
    }

    /// <summary>Lines of settings, such as those that a stack prints to paste.</summary>
    public static JsonObject Read(string lines)
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(lines));
        return yaml.Documents is [var document, ..] && YamlJson.Convert(document.RootNode) is JsonObject settings ? settings : [];
    }

    private static YamlNode Node(JsonNode? json) =>
        json switch
        {
            JsonObject map => new YamlMappingNode(map.SelectMany(entry => new[] { new YamlScalarNode(entry.Key), Node(entry.Value) })),
            JsonArray list => new YamlSequenceNode(list.Select(Node)),
            JsonValue value when value.GetValueKind() == JsonValueKind.String => new YamlScalarNode(value.ToString())
            {
                Style = ScalarStyle.DoubleQuoted,
            },
            _ => new YamlScalarNode(json?.ToJsonString() ?? "null"),
        };
}
