using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace MlopsBatch.Lambda.Common.Logging;

/// <summary>
/// Structured log: one JSON object a line, as CloudWatch Logs Insights reads it. A line with metrics is in embedded
/// metric format, so that CloudWatch turns it into metrics without an API call.
/// </summary>
/// <remarks>Source of the format: CloudWatch user guide, "Specification: Embedded metric format".</remarks>
public sealed class JsonLog(Stream output, TimeProvider time)
{
    // A line above this would be split by CloudWatch Logs; the rest goes on in the next line.
    private const int MaxRawEventChars = 100_000;

    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Lock _gate = new();

    private readonly AsyncLocal<LogField[]?> _always = new();

    /// <summary>Fields that every line has from here to the end of the calling method, such as the invocation's id.</summary>
    public void Always(params ReadOnlySpan<LogField> fields) => _always.Value = [.. _always.Value ?? [], .. fields];

    public void Information(string message, params ReadOnlySpan<LogField> fields) => Write("Information", message, [], fields);

    public void Warning(string message, params ReadOnlySpan<LogField> fields) => Write("Warning", message, [], fields);

    /// <summary>A line that is also one or more metrics.</summary>
    public void Write(string level, string message, IReadOnlyList<MetricValue> metrics, params ReadOnlySpan<LogField> fields)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer, Readable))
        {
            var now = time.GetUtcNow();
            json.WriteStartObject();
            json.WriteString("timestamp", now);
            json.WriteString("level", level);
            json.WriteString("message", WellFormed(message));
            foreach (var field in _always.Value ?? [])
            {
                field.WriteTo(json);
            }

            foreach (var field in fields)
            {
                field.WriteTo(json);
            }

            if (metrics.Where(metric => double.IsFinite(metric.Value)).ToArray() is { Length: > 0 } finite)
            {
                MetricValue.WriteAll(json, finite, now);
            }

            json.WriteEndObject();
        }

        buffer.Write("\n"u8);
        lock (_gate)
        {
            output.Write(buffer.WrittenSpan);
            output.Flush();
        }
    }

    /// <summary>Keeps a whole event that a mail could show only in part or that nobody understood.</summary>
    public void RawEvent(string text, params ReadOnlySpan<LogField> fields)
    {
        var parts = Math.Max(1, (text.Length + MaxRawEventChars - 1) / MaxRawEventChars);
        for (var part = 0; part < parts; part++)
        {
            var slice = text.Substring(part * MaxRawEventChars, Math.Min(MaxRawEventChars, text.Length - part * MaxRawEventChars));
            Write("Information", $"Raw event, part {part + 1} of {parts}", [], [.. fields, new("rawEvent", slice)]);
        }
    }

    // A lone half of a surrogate pair can't be written as UTF-8.
    internal static string WellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
            {
                continue;
            }

            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
            {
                i++;
            }
            else
            {
                return System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text));
            }
        }

        return text;
    }
}
