using System.Collections.Immutable;
using Google.Protobuf.WellKnownTypes;
using Pulumi.Serialization;

namespace Pulumi.Engine;

/// <summary>Writes wire values (see <see cref="WireValue"/>) as protobuf structs and reads them back.</summary>
/// <param name="keepResources">
/// Whether the engine takes resources as values; for one that doesn't, a resource is its id and a component its URN.
/// </param>
internal sealed class WireStruct(bool keepResources)
{
    /// <summary>The field that tells a special value from a plain map.</summary>
    private const string Signature = "4dabf18193072939515e22adb298388d";
    private const string SecretSignature = "1b47061264138c4ac30d75fd1eb44270";
    private const string AssetSignature = "c44067f5952c0a294b673a41bacd8c17";
    private const string ArchiveSignature = "0def7320c3a5731c473e5ecbe6d01bc7";
    private const string ResourceSignature = "5cf8f73096256a8f31e491e813e4eb8e";
    private const string OutputSignature = "d0e6a833031e9bbcd3f4e8bde6ca49a4";

    public Struct Write(IReadOnlyDictionary<string, object?> fields)
    {
        var written = new Struct();
        foreach (var (key, field) in fields.OrderBy(field => field.Key, StringComparer.Ordinal))
        {
            written.Fields.Add(key, Write(field));
        }

        return written;
    }

    public Value Write(object? value) =>
        value switch
        {
            null => Value.ForNull(),
            bool truth => Value.ForBool(truth),
            double number => Value.ForNumber(number),
            string text => Value.ForString(text),
            UnknownValue => Value.ForString(UnknownValue.WireText),
            SecretValue secret => Special(SecretSignature, ("value", Write(secret.Value))),
            Asset asset => Special(AssetSignature, (asset.Property, Write(asset.Value))),
            Archive archive => Special(ArchiveSignature, (archive.Property, Write(archive.Value))),
            ImmutableDictionary<string, AssetOrArchive> assets => Value.ForStruct(
                Write(assets.ToDictionary(entry => entry.Key, object? (entry) => entry.Value))
            ),
            ResourceReferenceValue reference => WriteResource(reference),
            ImmutableArray<object?> items => Value.ForList([.. items.Select(Write)]),
            ImmutableDictionary<string, object?> fields => Value.ForStruct(Write(fields)),
            _ => throw new InvalidOperationException($"A {value.GetType().FullName} is no wire value."),
        };

    /// <summary>The fields of an answer. What starts with two underscores is the engine's own.</summary>
    public static ImmutableDictionary<string, object?> Read(Struct? read) =>
        (read?.Fields ?? []).Where(field => !field.Key.StartsWith("__", StringComparison.Ordinal)).ToImmutableDictionary(
            field => field.Key,
            field => Read(field.Value)
        );

    private static object? Read(Value value) =>
        value.KindCase switch
        {
            Value.KindOneofCase.BoolValue => value.BoolValue,
            Value.KindOneofCase.NumberValue => value.NumberValue,
            Value.KindOneofCase.StringValue => value.StringValue == UnknownValue.WireText ? UnknownValue.Instance : value.StringValue,
            Value.KindOneofCase.ListValue => value.ListValue.Values.Select(Read).ToImmutableArray(),
            Value.KindOneofCase.StructValue => value.StructValue.Fields.TryGetValue(Signature, out var signature)
                ? ReadSpecial(signature.StringValue, value.StructValue)
                : Read(value.StructValue),
            _ => null,
        };

    private static object? ReadSpecial(string signature, Struct special)
    {
        var fields = Read(special);
        return signature switch
        {
            SecretSignature => Secret(fields.GetValueOrDefault("value")),
            AssetSignature => ReadAsset(fields),
            ArchiveSignature => ReadArchive(fields),
            ResourceSignature => new ResourceReferenceValue(
                fields.GetValueOrDefault("urn") as string ?? "",
                fields.TryGetValue("id", out var id) ? id as string ?? "" : null
            ),
            OutputSignature => ReadOutput(fields),
            _ => throw new InvalidOperationException($"The engine sent a value of an unknown kind: signature '{signature}'."),
        };
    }

    private static object? ReadOutput(ImmutableDictionary<string, object?> fields)
    {
        var value = fields.TryGetValue("value", out var known) ? known : UnknownValue.Instance;
        return fields.GetValueOrDefault("secret") is true ? Secret(value) : value;
    }

    private static object? Secret(object? value) => value is UnknownValue or SecretValue ? value : new SecretValue(value);

    private static Asset ReadAsset(ImmutableDictionary<string, object?> fields) =>
        fields.GetValueOrDefault("path") is string path ? new FileAsset(path)
        : fields.GetValueOrDefault("uri") is string uri ? new RemoteAsset(uri)
        : new StringAsset(fields.GetValueOrDefault("text") as string ?? "");

    private static Archive ReadArchive(ImmutableDictionary<string, object?> fields) =>
        fields.GetValueOrDefault("path") is string path ? new FileArchive(path)
        : fields.GetValueOrDefault("uri") is string uri ? new RemoteArchive(uri)
        : new AssetArchive(
            (fields.GetValueOrDefault("assets") as ImmutableDictionary<string, object?> ?? []).ToDictionary(
                entry => entry.Key,
                entry => (AssetOrArchive)entry.Value!
            )
        );

    private Value WriteResource(ResourceReferenceValue reference)
    {
        if (!keepResources)
        {
            return Value.ForString(reference.Id switch { null => reference.Urn, "" => UnknownValue.WireText, var id => id });
        }

        var urn = ("urn", Write(reference.Urn));
        return reference.Id is null
            ? Special(ResourceSignature, urn)
            : Special(ResourceSignature, urn, ("id", Write(reference.Id)));
    }

    private static Value Special(string signature, params ReadOnlySpan<(string Key, Value Value)> fields)
    {
        var special = new Struct { Fields = { { Signature, Value.ForString(signature) } } };
        foreach (var (key, value) in fields)
        {
            special.Fields.Add(key, value);
        }

        return Value.ForStruct(special);
    }
}
