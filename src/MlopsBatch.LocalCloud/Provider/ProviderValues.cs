using System.Globalization;
using System.Text.Json.Nodes;
using Google.Protobuf.WellKnownTypes;

namespace MlopsBatch.LocalCloud.Provider;

/// <summary>
/// Properties as Pulumi's engine sends them, in the form that the handlers read: special values bear a signature there
/// (https://www.pulumi.com/docs/iac/concepts/assets-archives), here they are <c>{"asset": path}</c> and <c>{"archive": …}</c>.
/// Where the content doesn't matter (differences, reads, deletions, what an update finds) the engine sends its hash alone:
/// <c>{"hash": …}</c>.
/// </summary>
internal static class ProviderValues
{
    private const string Signature = "4dabf18193072939515e22adb298388d";
    private const string SecretSignature = "1b47061264138c4ac30d75fd1eb44270";
    private const string AssetSignature = "c44067f5952c0a294b673a41bacd8c17";
    private const string ArchiveSignature = "0def7320c3a5731c473e5ecbe6d01bc7";

    /// <exception cref="CloudException">ValidationException: an asset from somewhere that the local cloud doesn't read.</exception>
    public static JsonObject Read(Struct? properties) =>
        new((properties?.Fields ?? []).OrderBy(field => field.Key, StringComparer.Ordinal).Select(Read));

    public static Struct Write(JsonObject outputs)
    {
        var written = new Struct();
        foreach (var (name, value) in outputs)
        {
            written.Fields[name] = Write(value);
        }
        return written;
    }

    /// <summary>The inputs as they came, and over them what was computed.</summary>
    public static Struct Join(Struct inputs, JsonObject outputs)
    {
        var joined = inputs.Clone();
        joined.MergeFrom(Write(outputs));
        return joined;
    }

    private static KeyValuePair<string, JsonNode?> Read(KeyValuePair<string, Value> field) => new(field.Key, Read(field.Value));

    private static JsonNode? Read(Value value) =>
        value.KindCase switch
        {
            Value.KindOneofCase.StringValue => value.StringValue,
            Value.KindOneofCase.BoolValue => value.BoolValue,
            Value.KindOneofCase.NumberValue => Number(value.NumberValue),
            Value.KindOneofCase.ListValue => new JsonArray([.. value.ListValue.Values.Select(Read)]),
            Value.KindOneofCase.StructValue => value.StructValue.Fields.TryGetValue(Signature, out var signature)
                ? Special(signature.StringValue, value.StructValue)
                : Read(value.StructValue),
            _ => null,
        };

    private static JsonValue Number(double number) =>
        Math.Truncate(number) == number && Math.Abs(number) < 1e15 ? JsonValue.Create((long)number) : JsonValue.Create(number);

    private static JsonNode? Special(string signature, Struct special) =>
        signature switch
        {
            SecretSignature => Read(special.Fields["value"]),
            AssetSignature when Text(special, "path") is { } path => new JsonObject { ["asset"] = path },
            AssetSignature when Text(special, "text") is { } text => text,
            ArchiveSignature when Text(special, "path") is { } path => new JsonObject { ["archive"] = path },
            ArchiveSignature when special.Fields.TryGetValue("assets", out var assets) => new JsonObject
            {
                ["archive"] = Read(assets.StructValue),
            },
            AssetSignature or ArchiveSignature when !special.Fields.ContainsKey("uri") => new JsonObject
            {
                ["hash"] = Text(special, "hash"),
            },
            _ => throw new CloudException(
                "ValidationException",
                "The local cloud reads assets and archives of texts and of this machine's paths; got one of another kind "
                    + $"({string.Join(", ", special.Fields.Keys.Where(name => name != Signature).Order(StringComparer.Ordinal))})."
            ),
        };

    private static string? Text(Struct special, string name) =>
        special.Fields.TryGetValue(name, out var value) && value.StringValue is { Length: > 0 } text ? text : null;

    private static Value Write(JsonNode? node) =>
        node switch
        {
            null => Value.ForNull(),
            JsonObject fields => Value.ForStruct(Write(fields)),
            JsonArray items => Value.ForList([.. items.Select(Write)]),
            JsonValue value when value.TryGetValue<bool>(out var truth) => Value.ForBool(truth),
            JsonValue value when value.TryGetValue<string>(out var text) => Value.ForString(text),
            _ => Value.ForNumber(double.Parse(node.ToString(), CultureInfo.InvariantCulture)),
        };
}
