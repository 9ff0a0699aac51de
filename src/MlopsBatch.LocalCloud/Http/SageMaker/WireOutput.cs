using System.Globalization;
using System.Text.Json.Nodes;
using MlopsBatch.LocalCloud.SageMaker.Shapes;

namespace MlopsBatch.LocalCloud.Http.SageMaker;

/// <summary>
/// Gives an output the form of its shape: members that the service has, by its own capitals, times as seconds since 1970.
/// </summary>
internal sealed class WireOutput(ApiModel model)
{
    public JsonObject Convert(JsonObject output, string shape) => Structure(output, model[shape]);

    private JsonObject Structure(JsonObject output, ApiShape shape)
    {
        var known = shape.Members.Keys.ToDictionary(name => name, StringComparer.OrdinalIgnoreCase);
        return new JsonObject(
            output
                .Where(member => member.Value is not null && known.ContainsKey(member.Key))
                .Select(member => KeyValuePair.Create(known[member.Key], Value(member.Value!, model[shape.Members[known[member.Key]]])))
        );
    }

    private JsonNode? Value(JsonNode value, ApiShape shape) =>
        (shape.Type, value) switch
        {
            ("structure", JsonObject item) => Structure(item, shape),
            ("list", JsonArray items) => new JsonArray([.. items.Select(item => Value(item!, model[shape.Element!]))]),
            ("map", JsonObject entries) => new JsonObject(
                entries.Select(entry => KeyValuePair.Create(entry.Key, Value(entry.Value!, model[shape.Value!])))
            ),
            ("timestamp", JsonValue time) => Seconds(time),
            _ => value.DeepClone(),
        };

    private static JsonNode Seconds(JsonValue time) =>
        DateTimeOffset.Parse(time.GetValue<string>(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal).ToUnixTimeMilliseconds()
        / 1000.0;
}
