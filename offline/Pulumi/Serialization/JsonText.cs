using Google.Protobuf;
using Pulumi.Engine;

namespace Pulumi.Serialization;

/// <summary>Writes a wire value as JSON text, as providers take their arguments that are no strings.</summary>
internal static class JsonText
{
    private static readonly WireStruct Wire = new(keepResources: false);

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

        var text = JsonFormatter.Default.Format(Wire.Write(plain));
        return isSecret ? new SecretValue(text) : text;
    }
}
