using System.Collections;
using System.Globalization;
using System.Text.Json.Nodes;
using MlopsBatch.Files;
using Pulumi;

namespace MlopsBatch.Inspection;

/// <summary>Values as the SDK hands them to mocks, as JSON with sorted keys.</summary>
internal static class WireJson
{
    public static JsonNode? Of(object? value) =>
        value switch
        {
            null => null,
            string text => JsonValue.Create(text),
            bool truth => JsonValue.Create(truth),
            double number when Math.Truncate(number) == number && Math.Abs(number) < 1e15 => JsonValue.Create((long)number),
            double number => JsonValue.Create(number),
            int whole => JsonValue.Create(whole),
            AssetOrArchive asset => new JsonObject { [asset is Archive ? "archive" : "asset"] = Of(UploadedFiles.ContentOf(asset)) },
            IDictionary map => new JsonObject(
                map.Keys.Cast<string>().Order(StringComparer.Ordinal).Select(key => KeyValuePair.Create(key, Of(map[key])))
            ),
            IEnumerable list => new JsonArray([.. list.Cast<object?>().Select(Of)]),
            _ => JsonValue.Create(Convert.ToString(value, CultureInfo.InvariantCulture)),
        };
}
