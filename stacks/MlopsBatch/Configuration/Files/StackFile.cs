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
            var known = root.GetFiles("Pulumi.*.yaml").Select(file => NameOf(file.Name)).Order(StringComparer.Ordinal);
            throw new FaultException(
                new Fault(
                    FaultCatalogue.StackFile,
                    $"--stack: got \"{stack}\", but there is no {System.IO.Path.GetRelativePath(root.FullName, path)}; stacks here: "
                        + $"{string.Join(", ", known)}"
                )
            );
        }

        var (name, relative) = (NameOf(System.IO.Path.GetFileName(path)), System.IO.Path.GetRelativePath(root.FullName, path));
        return Parse(name, File.ReadAllText(path), relative) with { Path = relative == $"Pulumi.{name}.yaml" ? null : relative };
    }

    /// <summary>Where a stack's file is, or would be.</summary>
    public static string PathOf(DirectoryInfo root, string stack) =>
        stack.EndsWith(".yaml", StringComparison.Ordinal) || stack.Contains('/')
            ? System.IO.Path.GetFullPath(stack, root.FullName)
            : System.IO.Path.Combine(root.FullName, $"Pulumi.{stack}.yaml");

    /// <summary>What the settings are checked against besides themselves.</summary>
    /// <param name="runId">Id of the CI run, where there is one.</param>
    public StackFacts Facts(string? runId = null) =>
        new(Stack, Region, runId) { Path = Path, OtherKeys = [.. Config.Keys.Where(key => !key.StartsWith("aws:", StringComparison.Ordinal))] };

    /// <summary>Reads the text of a stack's file.</summary>
    /// <exception cref="FaultException">It is no YAML with a <c>config</c> section.</exception>
    public static StackFile Parse(string stack, string yaml, string path)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(yaml));
            if (
                stream.Documents is [{ RootNode: YamlMappingNode top }, ..]
                && top.Children.TryGetValue(new YamlScalarNode("config"), out var config)
                && config is YamlMappingNode entries
            )
            {
                return new(stack, entries.Children.ToDictionary(entry => YamlJson.Key(entry.Key), entry => YamlJson.Convert(entry.Value)));
            }
        }
        catch (YamlException fault)
        {
            throw new FaultException(
                new Fault(
                    FaultCatalogue.StackFile,
                    $"{path}: line {fault.Start.Line}, column {fault.Start.Column}: {fault.Message}; mend the YAML there"
                )
            );
        }

        throw new FaultException(
            new Fault(FaultCatalogue.StackFile, $"{path}: has no \"config\" section; see docs/examples/Pulumi.single.yaml")
        );
    }

    /// <summary>A text as it is, anything else in one line.</summary>
    private static string Text(JsonNode node) => node is JsonValue ? node.ToString() : node.ToJsonString();

    private static string NameOf(string file) =>
        file.Split('.') is ["Pulumi", _, .., _] parts ? string.Join('.', parts[1..^1]) : System.IO.Path.GetFileNameWithoutExtension(file);
}
