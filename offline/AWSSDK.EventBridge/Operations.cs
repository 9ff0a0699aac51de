using System.Net;
using System.Text.Json;
using Amazon.EventBridge.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using MlopsBatch.Offline;

namespace Amazon.EventBridge;

/// <summary>The requests and answers on the wire.</summary>
internal static class Operations
{
    public static readonly JsonOperation<PutEventsRequest, PutEventsResponse> PutEvents = new(
        "AmazonEventBridge",
        "2015-10-07",
        "AWSEvents.PutEvents",
        WritePutEvents,
        answer => new PutEventsResponse
        {
            FailedEntryCount = answer.Number("FailedEntryCount"),
            Entries = answer.List(
                "Entries",
                entry => new PutEventsResultEntry
                {
                    ErrorCode = entry.Text("ErrorCode"),
                    ErrorMessage = entry.Text("ErrorMessage"),
                    EventId = entry.Text("EventId"),
                }
            ),
        },
        Failure
    );

    private static void WritePutEvents(PutEventsRequest request, Utf8JsonWriter json)
    {
        json.WriteStartArray("Entries");
        foreach (var entry in request.Entries ?? [])
        {
            json.WriteStartObject();
            json.Text("Detail", entry.Detail);
            json.Text("DetailType", entry.DetailType);
            json.Text("EventBusName", entry.EventBusName);
            json.Texts("Resources", entry.Resources);
            json.Text("Source", entry.Source);
            json.Time("Time", entry.Time);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static AmazonServiceException Failure(ErrorResponse error, Exception? inner, HttpStatusCode status) =>
        error.Code switch
        {
            "InternalException" => new InternalException(error.Message, inner, error.Type, error.Code, error.RequestId, status),
            _ => new AmazonEventBridgeException(error.Message, inner, error.Type, error.Code, error.RequestId, status),
        };
}
