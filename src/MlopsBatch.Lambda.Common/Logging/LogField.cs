using System.Text.Json;

namespace MlopsBatch.Lambda.Common.Logging;

/// <summary>A field of a log line; one without a value is left out.</summary>
public readonly record struct LogField(string Name, string? Text, double? Number = null)
{
    public LogField(string name, double number)
        : this(name, null, number) { }

    internal void WriteTo(Utf8JsonWriter json)
    {
        if (Text is not null)
        {
            json.WriteString(Name, JsonLog.WellFormed(Text));
        }
        // What JSON can't write is left out: a log line must not fail.
        else if (Number is { } number && double.IsFinite(number))
        {
            json.WriteNumber(Name, number);
        }
    }
}
