using System.Text;
using System.Text.Json;
using MlopsBatch.Aws;

namespace MlopsBatch.Lambda.Notifications.Routing;

/// <summary>An event as it came: its text, and what little of it can be read whatever it is.</summary>
public sealed record RawEvent
{
    /// <summary>The event's text; bytes that aren't UTF-8 are replaced.</summary>
    public required string Text { get; init; }

    /// <summary>The event as JSON; null if it isn't JSON, or nested more than 64 levels deep.</summary>
    public JsonElement? Json { get; private init; }

    /// <summary>Why <see cref="Json"/> is null.</summary>
    public string? Fault { get; private init; }

    public string? Id => Value("id");

    public string? Source => Value("source");

    public string? DetailType => Value("detail-type");

    /// <summary>The group of the version that the event is about, as SageMaker or the audit trail name it.</summary>
    public string? ModelPackageGroup => Detail("ModelPackageGroupName") ?? Detail("modelPackageGroup");

    /// <summary>The number of the version that the event is about.</summary>
    public string? ModelPackageVersion => Detail("ModelPackageVersion") ?? Detail("modelPackageVersion");

    public static async Task<RawEvent> ReadAsync(Stream input, CancellationToken cancellationToken)
    {
        using var copy = new MemoryStream();
        await input.CopyToAsync(copy, cancellationToken);
        return Parse(copy.GetBuffer().AsMemory(0, (int)copy.Length));
    }

    public static RawEvent Parse(ReadOnlyMemory<byte> bytes)
    {
        var raw = new RawEvent { Text = Encoding.UTF8.GetString(bytes.Span) };
        try
        {
            using var json = JsonDocument.Parse(bytes);
            return raw with { Json = json.RootElement.Clone() };
        }
        catch (JsonException e)
        {
            return raw with { Fault = $"the event can't be read: {JsonFaults.Words(e)}" };
        }
    }

    private string? Detail(string name) =>
        Json is { ValueKind: JsonValueKind.Object } json && json.TryGetProperty("detail", out var detail) ? Value(detail, name) : null;

    private string? Value(string name) => Json is { } json ? Value(json, name) : null;

    private static string? Value(JsonElement json, string name)
    {
        try
        {
            return json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value)
                ? value.ValueKind switch
                {
                    JsonValueKind.String => value.GetString(),
                    JsonValueKind.Number => value.GetRawText(),
                    _ => null,
                }
                : null;
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair.
            return null;
        }
    }
}
