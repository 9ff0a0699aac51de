using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace MlopsBatch.EngineRecording;

/// <summary>
/// Files among properties. The engine gives each a hash of its content, shows the content to a provider only where a resource
/// is checked, created or changed, and puts it back where a provider's answer has the hash alone.
/// </summary>
internal static class AssetValues
{
    /// <summary>The key that tells special values.</summary>
    public const string Signature = "4dabf18193072939515e22adb298388d";
    private const string Asset = "c44067f5952c0a294b673a41bacd8c17";
    private const string Archive = "0def7320c3a5731c473e5ecbe6d01bc7";

    /// <param name="node">Properties.</param>
    /// <param name="root">The folder that paths are relative to.</param>
    public static JsonNode? WithHashes(JsonNode? node, string root)
    {
        var copy = Map(node, value => WithHashes(value, root));
        if (copy is JsonObject file && IsFile(file))
        {
            file["hash"] = Convert.ToHexStringLower(SHA256.HashData(ContentOf(file, root)));
        }

        return copy;
    }

    public static JsonNode? Elided(JsonNode? node) =>
        node is JsonObject file && IsFile(file)
            ? new JsonObject { [Signature] = file[Signature]!.DeepClone(), ["hash"] = file["hash"]!.DeepClone() }
            : Map(node, Elided);

    /// <param name="node">Properties that a provider answered.</param>
    /// <param name="known">Properties with the files' contents.</param>
    public static JsonNode? Restored(JsonNode? node, JsonNode? known)
    {
        var files = FilesIn(known).DistinctBy(file => (string)file["hash"]!).ToDictionary(file => (string)file["hash"]!);
        return Restored(node, files);
    }

    private static JsonNode? Restored(JsonNode? node, Dictionary<string, JsonObject> files) =>
        node is JsonObject file && IsFile(file) && files.TryGetValue((string)file["hash"]!, out var whole)
            ? whole.DeepClone()
            : Map(node, value => Restored(value, files));

    private static IEnumerable<JsonObject> FilesIn(JsonNode? node) =>
        node switch
        {
            JsonObject file when IsFile(file) => [file],
            JsonObject fields => fields.SelectMany(field => FilesIn(field.Value)),
            JsonArray items => items.SelectMany(FilesIn),
            _ => [],
        };

    private static byte[] ContentOf(JsonObject file, string root)
    {
        if ((string?)file["text"] is { } text)
        {
            return Encoding.UTF8.GetBytes(text);
        }

        if ((string?)file["path"] is { } path)
        {
            return File.ReadAllBytes(Path.Combine(root, path));
        }

        var assets = (JsonObject)file["assets"]!;
        return Encoding.UTF8.GetBytes(string.Join('\n', assets.Select(asset => $"{asset.Key} {asset.Value!["hash"]}")));
    }

    private static bool IsFile(JsonObject fields) => (string?)(fields[Signature] as JsonValue) is Asset or Archive;

    private static JsonNode? Map(JsonNode? node, Func<JsonNode?, JsonNode?> change) =>
        node switch
        {
            JsonObject fields => new JsonObject(fields.Select(field => KeyValuePair.Create(field.Key, change(field.Value)))),
            JsonArray items => new JsonArray([.. items.Select(change)]),
            _ => node?.DeepClone(),
        };
}
