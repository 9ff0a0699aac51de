using System.Globalization;
using System.Text.Json.Nodes;

namespace MlopsBatch.LocalCloud.Http.SageMaker;

/// <summary>Reads inputs and writes times of outputs.</summary>
internal static class Wire
{
    public static string? Text(this JsonObject input, string name) => input[name]?.GetValue<string>();

    /// <summary>A time that <see cref="WireOutput"/> turns into seconds, or null.</summary>
    public static JsonNode? Time(DateTimeOffset? time) => time?.ToString("O", CultureInfo.InvariantCulture);

    /// <summary>Whether a time is between the input's two bounds, where they are given.</summary>
    public static bool IsWithin(this JsonObject input, string after, string before, DateTimeOffset time) =>
        (input[after] is not { } first || time > Seconds(first)) && (input[before] is not { } last || time < Seconds(last));

    private static DateTimeOffset Seconds(JsonNode value) => DateTimeOffset.UnixEpoch.AddSeconds(value.GetValue<double>());
}
