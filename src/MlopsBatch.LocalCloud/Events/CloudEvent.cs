using System.Globalization;
using System.Text.Json.Nodes;

namespace MlopsBatch.LocalCloud.Events;

/// <summary>An event as a service sends it to the default bus of an account.</summary>
/// <param name="Id">A UUID.</param>
/// <param name="DetailType">For example <c>Object Created</c>.</param>
/// <param name="Source">For example <c>aws.s3</c>.</param>
/// <param name="Account">Twelve digits.</param>
/// <param name="Time">When it happened; EventBridge gives whole seconds.</param>
/// <param name="Region">For example eu-west-1.</param>
/// <param name="Resources">ARNs.</param>
/// <param name="Detail">The service's own part.</param>
public sealed record CloudEvent(
    string Id,
    string DetailType,
    string Source,
    string Account,
    DateTimeOffset Time,
    string Region,
    IReadOnlyList<string> Resources,
    JsonObject Detail
)
{
    /// <summary>How many buses have sent it on.</summary>
    internal int Hops { get; init; }

    /// <summary>The document that rules match and targets get; a new one at each call.</summary>
    public JsonObject ToJson() =>
        new()
        {
            ["version"] = "0",
            ["id"] = Id,
            ["detail-type"] = DetailType,
            ["source"] = Source,
            ["account"] = Account,
            ["time"] = Timestamp(Time),
            ["region"] = Region,
            ["resources"] = new JsonArray([.. Resources.Select(arn => (JsonNode?)arn)]),
            ["detail"] = Detail.DeepClone(),
        };

    /// <summary>A time as it stands in events: UTC, whole seconds.</summary>
    public static string Timestamp(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
