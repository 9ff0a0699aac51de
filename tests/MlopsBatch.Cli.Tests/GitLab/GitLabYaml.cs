using YamlDotNet.RepresentationModel;

namespace MlopsBatch.Cli.Tests.GitLab;

/// <summary>Reads a GitLab file as GitLab does: inputs filled in, includes merged below it, <c>!reference</c> and <c>extends</c>
/// resolved.</summary>
/// <remarks>Source: GitLab documentation, "Use CI/CD configuration from other files", "Optimize GitLab CI/CD configuration
/// files".</remarks>
internal static class GitLabYaml
{
    public static YamlMappingNode Load(DirectoryInfo root, string path, IReadOnlyDictionary<string, string>? inputs = null)
    {
        var whole = Merged(root, path, inputs ?? new Dictionary<string, string>());
        var resolved = (YamlMappingNode)References(whole, whole);
        return new(
            resolved.Children.Select(entry =>
                KeyValuePair.Create(entry.Key, entry.Value is YamlMappingNode job ? Extended(job, resolved) : entry.Value)
            )
        );
    }

    public static YamlNode? Get(this YamlNode node, string key) =>
        ((YamlMappingNode)node).Children.TryGetValue(new YamlScalarNode(key), out var value) ? value : null;

    public static string? Text(this YamlNode node, string key) => (node.Get(key) as YamlScalarNode)?.Value;

    public static IEnumerable<YamlNode> Items(this YamlNode? node) =>
        node switch
        {
            YamlSequenceNode list => list,
            null => [],
            _ => [node],
        };

    public static Dictionary<string, string> Map(this YamlNode? node) =>
        node is YamlMappingNode map
            ? map.Children.ToDictionary(
                entry => ((YamlScalarNode)entry.Key).Value!,
                entry => entry.Value is YamlScalarNode scalar ? scalar.Value! : ""
            )
            : [];

    /// <summary>Defaults of the file's own inputs, as a pipeline of that file gets them.</summary>
    public static YamlMappingNode? Inputs(DirectoryInfo root, string path) =>
        Documents(root, path) is [var header, _] ? (YamlMappingNode?)header.Get("spec")!.Get("inputs") : null;

    private static YamlMappingNode Merged(DirectoryInfo root, string path, IReadOnlyDictionary<string, string> inputs)
    {
        var known =
            Inputs(root, path)?.Children.ToDictionary(input => ((YamlScalarNode)input.Key).Value!, input => input.Value.Text("default")!)
            ?? [];
        foreach (var (name, value) in inputs)
        {
            known[known.ContainsKey(name) ? name : throw new ArgumentException($"{path} declares no input {name}")] = value;
        }

        var own = (YamlMappingNode)Filled(Documents(root, path)[^1], known);
        var below = own.Get("include").Items().Select(include => Merged(root, include.Text("local")!, new Dictionary<string, string>()));
        return below.Append(own).Aggregate(new YamlMappingNode(), Merge);
    }

    private static IReadOnlyList<YamlNode> Documents(DirectoryInfo root, string path)
    {
        var stream = new YamlStream();
        using var reader = File.OpenText(Path.Combine(root.FullName, path));
        stream.Load(reader);
        return [.. stream.Documents.Select(document => document.RootNode)];
    }

    private static YamlNode Filled(YamlNode node, Dictionary<string, string> inputs) =>
        node switch
        {
            YamlMappingNode map => new YamlMappingNode(
                map.Children.Select(entry => KeyValuePair.Create(entry.Key, Filled(entry.Value, inputs)))
            ),
            YamlSequenceNode list => new YamlSequenceNode(list.Select(item => Filled(item, inputs))) { Tag = list.Tag },
            YamlScalarNode { Value: ['$', '[', '[', .. var name, ']', ']'] } => new YamlScalarNode(inputs[name.Trim()["inputs.".Length..]]),
            _ => node,
        };

    /// <summary>Mappings are merged, anything else is replaced by the upper one.</summary>
    private static YamlMappingNode Merge(YamlMappingNode lower, YamlMappingNode upper)
    {
        var merged = new YamlMappingNode(lower.Children);
        foreach (var (key, value) in upper.Children)
        {
            merged.Children[key] =
                value is YamlMappingNode map && merged.Children.TryGetValue(key, out var below) && below is YamlMappingNode other
                    ? Merge(other, map)
                    : value;
        }

        return merged;
    }

    private static YamlNode References(YamlNode node, YamlMappingNode root) =>
        node switch
        {
            YamlSequenceNode { Tag: { IsEmpty: false, Value: "!reference" } } path => References(
                path.Aggregate(
                    (YamlNode)root,
                    (at, key) => at.Get(((YamlScalarNode)key).Value!) ?? throw new KeyNotFoundException($"!reference {path}: nothing there")
                ),
                root
            ),
            YamlSequenceNode list => new YamlSequenceNode(
                list.SelectMany(item =>
                    References(item, root) is YamlSequenceNode inner && item.Tag == "!reference" ? inner.Children : [References(item, root)]
                )
            ),
            YamlMappingNode map => new YamlMappingNode(
                map.Children.Select(entry => KeyValuePair.Create(entry.Key, References(entry.Value, root)))
            ),
            _ => node,
        };

    private static YamlMappingNode Extended(YamlMappingNode job, YamlMappingNode root)
    {
        var bases = job.Get("extends")
            .Items()
            .Select(name =>
                Extended(
                    (YamlMappingNode)(
                        root.Get(((YamlScalarNode)name).Value!) ?? throw new KeyNotFoundException($"extends: {name}: no such job")
                    ),
                    root
                )
            );
        return bases.Append(job).Aggregate(new YamlMappingNode(), Merge);
    }
}
