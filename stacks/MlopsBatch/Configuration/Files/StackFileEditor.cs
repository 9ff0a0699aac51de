using System.Text.Json;
using System.Text.Json.Nodes;
using MlopsBatch.Configuration.Binding;
using MlopsBatch.Configuration.Mending;
using MlopsBatch.Faults;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace MlopsBatch.Configuration.Files;

/// <summary>
/// Changes a stack's file as text, in place: comments, order and style of everything else stay. What came out is read again, and has
/// to be what the change is in memory.
/// </summary>
public static class StackFileEditor
{
    /// <summary>The changed text; null if the file's style leaves no room for the change.</summary>
    /// <param name="yaml">Text of a <c>Pulumi.NAME.yaml</c>.</param>
    /// <param name="edits">The changes.</param>
    public static string? Apply(string yaml, IReadOnlyList<ConfigEdit> edits)
    {
        try
        {
            var expected = ConfigTree.Changed(Tree(yaml), edits);
            var text = expected is null ? null : edits.Aggregate((string?)yaml, (at, edit) => at is null ? null : Apply(at, edit));
            return text is not null && JsonNode.DeepEquals(Tree(text), expected) ? text : null;
        }
        catch (Exception fault) when (fault is YamlException or FaultException)
        {
            return null;
        }
    }

    private static JsonObject Tree(string yaml)
    {
        var file = StackFile.Parse("x", yaml, "x");
        return ConfigTree.Of(file.Config.GetValueOrDefault("mlops-batch:settings"), file.Region);
    }

    private static string? Apply(string yaml, ConfigEdit edit)
    {
        switch (edit)
        {
            case ConfigEdit.SetValue set:
                return Put(yaml, set.Path, ConfigTree.Typed(set.Value));
            case ConfigEdit.QuoteValue quote:
                return Put(yaml, quote.Path, JsonValue.Create(quote.Value));
            case ConfigEdit.RemoveValue remove:
                return Remove(yaml, remove.Path);
            case ConfigEdit.MoveValue { Path: var from, To: var to } when from.Parent() == to.Parent() && to.Steps()[^1] is string name:
                var key = Find(Load(yaml), from).Key;
                return key is null ? null : Replace(yaml, key, Scalar(name));
            case ConfigEdit.MoveValue move:
                return ConfigTree.TryGet(Tree(yaml), move.Path, out var value) && Remove(yaml, move.Path) is { } without
                    ? Put(without, move.To, value)
                    : null;
            default:
                return null;
        }
    }

    private static string? Put(string yaml, SettingsPath path, JsonNode? value)
    {
        var (_, old, _) = Find(Load(yaml), path);
        if (old is not null)
        {
            return Replace(yaml, old, Flow(value));
        }

        // What is missing above it is made with it.
        var (steps, depth) = (path.Steps(), 0);
        while (Find(Load(yaml), path.Parent()).Node is not { } && depth++ < steps.Count)
        {
            value = path.Steps()[^1] is string name ? new JsonObject { [name] = value?.DeepClone() } : new JsonArray(value?.DeepClone());
            path = path.Parent();
        }

        return Find(Load(yaml), path.Parent()).Node is { } parent ? Add(yaml, parent, path.Steps()[^1] as string, Flow(value)) : null;
    }

    private static string? Add(string yaml, YamlNode parent, string? key, string value)
    {
        var entry = key is null ? value : $"{Scalar(key)}: {value}";
        var at = (int)parent.Start.Index;
        var isEmpty = parent is YamlMappingNode { Children.Count: 0 } or YamlSequenceNode { Children.Count: 0 };
        if (parent is YamlScalarNode { Value: null or "" })
        {
            return yaml.Insert(at, key is null ? $" [{entry}]" : $" {{{entry}}}");
        }

        if (IsFlow(yaml, parent))
        {
            return key is null && parent is YamlSequenceNode { Children: [.., var last] }
                ? yaml.Insert(EndOf(yaml, last), $", {entry}")
                : yaml.Insert(at + 1, isEmpty ? entry : $"{entry}, ");
        }

        var indent = new string(' ', (int)parent.Start.Column - 1);
        return key is null
            ? yaml.Insert(LineEnd(yaml, EndOf(yaml, parent)), $"\n{indent}- {entry}")
            : yaml.Insert(at, $"{entry}\n{indent}");
    }

    private static string? Remove(string yaml, SettingsPath path)
    {
        var (key, node, parent) = Find(Load(yaml), path);
        if (node is null || parent is null)
        {
            return null;
        }

        List<(YamlNode First, YamlNode Last)> entries = parent switch
        {
            YamlMappingNode map => [.. map.Children.Select(child => (child.Key, child.Value))],
            YamlSequenceNode list => [.. list.Children.Select(child => (child, child))],
            _ => [],
        };
        var index = entries.FindIndex(entry => ReferenceEquals(entry.Last, node));
        var first = (int)(key ?? node).Start.Index;
        if (entries.Count == 1)
        {
            var empty = parent is YamlMappingNode ? "{}" : "[]";
            var start = (int)parent.Start.Index;
            return string.Concat(yaml.AsSpan(0, start), empty, yaml.AsSpan(EndOf(yaml, parent)));
        }

        // Up to the next entry, or from the end of the one before.
        return index < entries.Count - 1
            ? yaml.Remove(first, (int)entries[index + 1].First.Start.Index - first)
            : yaml.Remove(EndOf(yaml, entries[index - 1].Last), EndOf(yaml, node) - EndOf(yaml, entries[index - 1].Last));
    }

    /// <summary>The key, the node and what holds it.</summary>
    private static (YamlNode? Key, YamlNode? Node, YamlNode? Parent) Find(YamlMappingNode config, SettingsPath path)
    {
        (YamlNode? Key, YamlNode? Node, YamlNode? Parent) at = (null, config, null);
        foreach (var step in path.Steps())
        {
            var name = step is string text && text == SettingsPath.Root.Text && at.Parent is null ? "mlops-batch:settings" : step as string;
            at = (at.Node, step) switch
            {
                (YamlMappingNode map, string)
                    when map.Children.FirstOrDefault(child => child.Key is YamlScalarNode scalar && scalar.Value == name)
                    is { Key: not null } child => (child.Key, child.Value, map),
                (YamlSequenceNode list, int index) when index < list.Children.Count => (null, list.Children[index], list),
                _ => (null, null, null),
            };
            if (at.Node is null)
            {
                return at;
            }
        }

        return at;
    }

    private static YamlMappingNode Load(string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        return (YamlMappingNode)((YamlMappingNode)stream.Documents[0].RootNode).Children[new YamlScalarNode("config")];
    }

    private static string Replace(string yaml, YamlNode node, string text)
    {
        var (start, end) = ((int)node.Start.Index, EndOf(yaml, node));
        var before = yaml[..start];
        if (node is not YamlScalarNode && !IsFlow(yaml, node))
        {
            // A block begins on a line of its own; one value stands behind its key, or deeper than it.
            before = before.TrimEnd() is [.., ':' or '-'] ? before.TrimEnd() : $"{before}  ";
        }

        // "key:" without a value has no blank behind its colon.
        var gap = before[^1] is ':' or '-' ? " " : "";
        return string.Concat(before, gap, text, yaml.AsSpan(end));
    }

    private static bool IsFlow(string yaml, YamlNode node) =>
        node is not YamlScalarNode && node.Start.Index < yaml.Length && yaml[(int)node.Start.Index] is '{' or '[';

    /// <summary>Where a node's own text ends, without the comments behind it; the parser tells it of single values only.</summary>
    private static int EndOf(string yaml, YamlNode node)
    {
        var last = node switch
        {
            YamlMappingNode { Children: { Count: > 0 } children } => children.Last().Value,
            YamlSequenceNode { Children: [.., var item] } => item,
            _ => null,
        };
        if (!IsFlow(yaml, node))
        {
            return last is null ? (int)node.End.Index : EndOf(yaml, last);
        }

        var closing = node is YamlMappingNode ? '}' : ']';
        return yaml.IndexOf(closing, last is null ? (int)node.Start.Index + 1 : EndOf(yaml, last)) + 1;
    }

    private static int LineEnd(string yaml, int at) => yaml.IndexOf('\n', at) is var end and >= 0 ? end : yaml.Length;

    /// <summary>A value in one line; JSON is YAML, too.</summary>
    private static string Flow(JsonNode? value) =>
        value is JsonValue text && text.GetValueKind() == JsonValueKind.String ? Scalar(text.ToString()) : value?.ToJsonString() ?? "null";

    private static string Scalar(string text) =>
        text.Length > 0
        && text.All(sign => char.IsAsciiLetterOrDigit(sign) || sign is '-' or '_' or '.' or '/' or '@')
        && char.IsAsciiLetter(text[0])
        && text.ToLowerInvariant() is not ("true" or "false" or "null" or "yes" or "no" or "on" or "off" or "y" or "n")
            ? text
            : JsonSerializer.Serialize(text);
}
