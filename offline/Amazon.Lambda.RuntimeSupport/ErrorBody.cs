using System.Text.Json;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>An exception as the Runtime API takes it: <c>{"errorMessage", "errorType", "stackTrace"}</c>.</summary>
internal static class ErrorBody
{
    public static byte[] Of(Exception error)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            WriteTo(json, error);
            json.WriteEndObject();
        }
        return buffer.ToArray();
    }

    /// <summary>The members of <see cref="Of"/>, within an object.</summary>
    public static void WriteTo(Utf8JsonWriter json, Exception error)
    {
        json.WriteString("errorMessage", error.Message);
        json.WriteString("errorType", error.GetType().Name);
        json.WriteStartArray("stackTrace");
        foreach (var line in (error.StackTrace ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            json.WriteStringValue(line);
        }

        json.WriteEndArray();
    }
}
