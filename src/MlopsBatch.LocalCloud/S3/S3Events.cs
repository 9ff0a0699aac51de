using System.Globalization;
using System.Text.Json.Nodes;
using MlopsBatch.LocalCloud.Events;

namespace MlopsBatch.LocalCloud.S3;

/// <summary>
/// The events that S3 sends to EventBridge.
/// Shape: https://docs.aws.amazon.com/AmazonS3/latest/userguide/ev-events.html
/// </summary>
internal static class S3Events
{
    public static void PublishCreated(this EventStream events, S3Object created, long sequence, string reason)
    {
        var detail = Detail(events, created, sequence, reason);
        var item = (JsonObject)detail["object"]!;
        item.Insert(1, "size", created.Size);
        events.Publish("aws.s3", "Object Created", [Arn(created)], detail);
    }

    public static void PublishDeleted(this EventStream events, S3Object deleted, long sequence, bool isMarker)
    {
        var detail = Detail(events, deleted, sequence, "DeleteObject");
        detail["deletion-type"] = isMarker ? "Delete Marker Created" : "Permanently Deleted";
        events.Publish("aws.s3", "Object Deleted", [Arn(deleted)], detail);
    }

    private static string Arn(S3Object item) => "arn:aws:s3:::" + item.Bucket;

    private static JsonObject Detail(EventStream events, S3Object item, long sequence, string reason)
    {
        var described = new JsonObject { ["key"] = item.Key, ["etag"] = item.ETag };
        if (item.VersionId != S3Bucket.NullVersion)
        {
            described["version-id"] = item.VersionId;
        }
        described["sequencer"] = sequence.ToString("X16", CultureInfo.InvariantCulture);
        return new JsonObject
        {
            ["version"] = "0",
            ["bucket"] = new JsonObject { ["name"] = item.Bucket },
            ["object"] = described,
            ["request-id"] = sequence.ToString("X16", CultureInfo.InvariantCulture),
            ["requester"] = events.Account,
            ["source-ip-address"] = "127.0.0.1",
            ["reason"] = reason,
        };
    }
}
