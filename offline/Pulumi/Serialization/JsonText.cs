using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace Pulumi.Serialization;

/// <summary>Writes a wire value as JSON text, as providers take their arguments that are no strings.</summary>
internal static class JsonText
{
    /// <summary>The text: as a secret if anything in the value is, unknown if anything is, null for null.</summary>
    public static object? Of(object? wire)
    {
        var (plain, isKnown, isSecret) = WireValue.Unwrap(wire);
        if (!isKnown)
        {
            return UnknownValue.Instance;
        }

        if (plain is null)
        {
            return null;
        }

        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            Write(writer, plain);
        }

        var text = Encoding.UTF8.GetString(buffer.WrittenSpan);
        return isSecret ? new SecretValue(text) : text;
    }

    private static void Write(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case ImmutableArray<object?> items:
                writer.WriteStartArray();
                foreach (var item in items)
                {
                    Write(writer, item);
                }

                writer.WriteEndArray();
                break;
            case ImmutableDictionary<string, object?> fields:
                writer.WriteStartObject();
                foreach (var (key, field) in fields.OrderBy(pair => pair.Key, StringComparer.Ordinal))
                {
                    writer.WritePropertyName(key);
                    Write(writer, field);
                }

                writer.WriteEndObject();
                break;
            default:
                JsonSerializer.Serialize(writer, value);
                break;
        }
    }
}
