using System.Text.Json.Nodes;
using MlopsBatch.Faults;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace MlopsBatch.Configuration.Files;

/// <summary>A stack's configuration file, <c>Pulumi.NAME.yaml</c>, read without the Pulumi CLI.</summary>
/// <param name="Stack">The stack's name.</param>
/// <param name="Config">The <c>config</c> section: key to JSON.</param>
public sealed record StackFile(string Stack, IReadOnlyDictionary<string, JsonNode?> Config)
{
    /// <summary>The file from the project's root, if it isn't where the Pulumi CLI looks for it.</summary>
    public string? Path { get; init; }

    /// <summary>The value of <c>aws:region</c>, or empty.</summary>
    public string Region => Config.GetValueOrDefault("aws:region") is { } region ? Text(region) : "";

    /// <summary>The value of <c>mlops-batch:settings</c> as JSON, or null.</summary>
    public string? Settings => Config.GetValueOrDefault("mlops-batch:settings")?.ToJsonString();

    /// <summary>Finds and reads the file.</summary>
    /// <param name="root">The project's root.</param>
    /// <param name="stack">A stack's name, or the path of a file named <c>Pulumi.NAME.yaml</c>.</param>
    /// <exception cref="FaultException">There is no such file, or it is no YAML with a <c>config</c> section.</exception>
    public static StackFile Read(DirectoryInfo root, string stack)
    {
        var path = PathOf(root, stack);
        if (!File.Exists(path))
        {
            throw new FaultException(
                new Fault(
                    FaultCatalogue.StackFile,
                    $"--stack: got \"{stack}\", but there is no {System.IO.Path.GetRelativePath(root.FullName, path)}; stacks here: "
                        + $"{string.Join(", ", Names(root))}"
                )
            );
        }

        var (name, relative) = (NameOf(System.IO.Path.GetFileName(path)), System.IO.Path.GetRelativePath(root.FullName, path));
        return Parse(name, File.ReadAllText(path), relative) with { Path = relative == $"Pulumi.{name}.yaml" ? null : relative };
    }

    /// <summary>Where a stack's file is, or would be. A path begins where the user stands, or in the project's root.</summary>
    public static string PathOf(DirectoryInfo root, string stack) =>
        stack.EndsWith(".yaml", StringComparison.Ordinal) || stack.Contains('/')
            ? File.Exists(stack) ? System.IO.Path.GetFullPath(stack) : System.IO.Path.GetFullPath(stack, root.FullName)
            : System.IO.Path.Combine(root.FullName, $"Pulumi.{stack}.yaml");

    /// <summary>What the settings are checked against besides themselves.</summary>
    /// <param name="runId">Id of the CI run, where there is one.</param>
    public StackFacts Facts(string? runId = null) =>
        new(Stack, Region, runId)
        {
            Path = Path,
            OtherKeys = [.. Config.Keys.Where(key => !key.StartsWith("aws:", StringComparison.Ordinal))],
        };

    /// <summary>The stacks whose files are in a folder, in order.</summary>
    public static IEnumerable<string> Names(DirectoryInfo root) =>
        root.GetFiles("Pulumi.*.yaml").Select(file => NameOf(file.Name)).Order(StringComparer.Ordinal);

    /// <summary>Reads the text of a stack's file.</summary>
    /// <exception cref="FaultException">It is no YAML with a <c>config</c> section.</exception>
    public static StackFile Parse(string stack, string yaml, string path)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(yaml));
            if (stream.Documents.Count > 1)
            {
                throw Broken($"{path}: has {stream.Documents.Count} documents, but Pulumi reads the first alone; remove the lines \"---\"");
            }

            if (stream.Documents is [{ RootNode: YamlMappingNode top }] && Section(top, path) is { } entries)
            {
                var values = entries.Children.ToDictionary(entry => YamlJson.Key(entry.Key), entry => YamlJson.Convert(entry.Value));
                List<Fault> faults = [.. YamlSurprises.Find(entries, new(stack, path == $"Pulumi.{stack}.yaml" ? null : path))];
                return faults.Count == 0
                    ? new(stack, values)
                    : throw new FaultException($"{path} doesn't say what it seems to say:", faults);
            }
        }
        catch (YamlException fault)
        {
            var tab = Array.FindIndex(yaml.Split('\n'), line => line.TrimStart(' ').StartsWith('\t'));
            throw Broken(
                tab >= 0
                    ? $"{path}: line {tab + 1}, column 1: the line is indented with a tab; YAML takes blanks only"
                    : $"{path}: line {fault.Start.Line}, column {fault.Start.Column}: {Told(fault, yaml)}"
            );
        }

        throw Broken($"{path}: has no \"config\" section; see docs/examples/Pulumi.single.yaml");
    }

    private static YamlMappingNode? Section(YamlMappingNode top, string path)
    {
        var misplaced = top.Children.Keys.Select(YamlJson.Key).FirstOrDefault(key => key.Contains(':', StringComparison.Ordinal));
        return misplaced is not null
            ? throw Broken($"{path}: \"{misplaced}\" stands beside \"config\", needs to stand in it; indent its lines by two blanks more")
            : top.Children.FirstOrDefault(entry => entry.Key is YamlScalarNode { Value: "config" }).Value as YamlMappingNode;
    }

    private static FaultException Broken(string text) => new(new Fault(FaultCatalogue.StackFile, text));

    /// <summary>The parser's words, or better ones for what happens most.</summary>
    private static string Told(YamlException fault, string yaml)
    {
        var line = yaml.Split('\n').ElementAtOrDefault((int)fault.Start.Line - 1) ?? "";
        return fault.Message.Contains("uplicate key", StringComparison.Ordinal) ? "the key stands there a second time; remove one of them"
            : line.Trim() is { Length: > 0 } words && !words.StartsWith('-') && !words.Contains(':', StringComparison.Ordinal)
                ? $"\"{words}\" has no colon; write KEY: VALUE"
            : $"{fault.Message.TrimEnd('.')}; mend the YAML there";
    }

    /// <summary>A text as it is, anything else in one line.</summary>
    private static string Text(JsonNode node) => node is JsonValue ? node.ToString() : node.ToJsonString();

    private static string NameOf(string file) =>
        file.Split('.') is ["Pulumi", _, .., _] parts ? string.Join('.', parts[1..^1]) : System.IO.Path.GetFileNameWithoutExtension(file);
}
