using System.Text.Json;
using MlopsBatch.Events;
using MlopsBatch.Events.Audit;
using MlopsBatch.Events.DeadLetters;
using MlopsBatch.Events.EventBridge;
using MlopsBatch.Events.SageMaker;
using MlopsBatch.Events.Settings;
using MlopsBatch.Lambda.Common.Text;

namespace MlopsBatch.Lambda.Notifications.Mails.Operations;

/// <summary>
/// What is in a dead-letter queue's message, by who put it there: EventBridge or Scheduler (the event as body, the error in
/// attributes), or Lambda's on-failure destination (all of it in the body).
/// </summary>
internal sealed record DeadLetter
{
    /// <summary>The event's text.</summary>
    public required string Event { get; init; }

    public string? DetailType { get; private init; }

    public string? EventId { get; private init; }

    public string? EventTime { get; private init; }

    /// <summary>Key of the S3 object that the event is about, if it is about one.</summary>
    public string? ObjectKey { get; private init; }

    /// <summary>Whether a function took the event and failed on it in all tries.</summary>
    public bool IsFailedFunction { get; private init; }

    /// <summary>The model version that the event is about, if it is about one.</summary>
    public ModelPackageDetail? Version { get; private init; }

    /// <summary>Name of the pipeline that should have tuned, if the event asks for a tuning.</summary>
    public string? TuningPipeline { get; private init; }

    /// <summary>What its function takes, where that isn't the event itself: a rule may make it of the event.</summary>
    public string? Request { get; private init; }

    public string? TargetArn { get; private init; }

    public string? RuleArn { get; private init; }

    public string? ScheduleArn { get; private init; }

    public string? ErrorCode { get; private init; }

    public string? ErrorMessage { get; private init; }

    public string? Attempts { get; private init; }

    public string? GivenUpBecause { get; private init; }

    /// <summary>Id of the failed function's last try, as its log has it.</summary>
    public string? RequestId { get; private init; }

    public static DeadLetter Read(QueueMessage message)
    {
        var body = message.Body ?? "";
        var letter = new DeadLetter
        {
            Event = body,
            TargetArn = message.Attribute(DeadLetterAttributes.TargetArn),
            ScheduleArn = message.Attribute(DeadLetterAttributes.ScheduleArn),
            RuleArn = message.Attribute(DeadLetterAttributes.RuleArn),
            ErrorCode = message.Attribute(DeadLetterAttributes.ErrorCode),
            ErrorMessage = message.Attribute(DeadLetterAttributes.ErrorMessage),
            Attempts = message.Attribute(DeadLetterAttributes.RetryAttempts),
            GivenUpBecause = message.Attribute(DeadLetterAttributes.ExhaustedRetryCondition),
        };
        try
        {
            using var json = JsonDocument.Parse(body);
            var root = json.RootElement;
            return Find(root, "requestPayload") is { ValueKind: JsonValueKind.Object } payload
                ? letter.WithDestination(root, payload).WithEvent(payload)
                : letter.WithEvent(root);
        }
        catch (JsonException)
        {
            return letter;
        }
    }

    /// <summary>
    /// With what the rule on violated quality makes of the event: what it couldn't deliver is kept as the event that it took, with
    /// which the function only writes a mail.
    /// </summary>
    public DeadLetter AsTuning(LambdaSettings settings)
    {
        if (IsFailedFunction || TuningPipeline is not null || !PlainArn.TryParse(RuleArn, out var rule))
        {
            return this;
        }

        var ruleName = rule.ResourceParts[^1];
        var model = settings.Models.FirstOrDefault(one => one.RetrainingRules.Contains(ruleName));
        return model?.TrainingWithHpoPipeline is { } pipeline && RequestOf(pipeline) is { } request
            ? this with
            {
                TuningPipeline = pipeline,
                Request = request,
            }
            : this;
    }

    private string? RequestOf(string pipeline)
    {
        try
        {
            return JsonSerializer.Deserialize(Event, EventsJsonContext.Default.EventBridgeEventPipelineStepDetail)
                is { Detail.PipelineExecutionArn: { Length: > 0 } execution } taken
                ? JsonSerializer.Serialize(
                    new EventBridgeEvent<TuningDetail>
                    {
                        Source = EventSources.MlopsBatch,
                        DetailType = DetailTypes.TuningRequested,
                        Id = taken.Id,
                        Account = taken.Account,
                        Region = taken.Region,
                        Time = taken.Time,
                        Detail = new() { Pipeline = pipeline, ViolatedBy = execution },
                    },
                    EventsJsonContext.Default.EventBridgeEventTuningDetail
                )
                : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // The mail shows the event as it is.
            return null;
        }
    }

    private static JsonElement? Find(JsonElement json, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty(name, out json))
            {
                return null;
            }
        }

        return json;
    }

    private static string? Text(JsonElement json, params ReadOnlySpan<string> path) =>
        Find(json, path) is { } found
            ? found.ValueKind == JsonValueKind.String
                ? SafeText(found)
                : found.GetRawText()
            : null;

    // Half a surrogate pair in the event makes GetString throw.
    private static string SafeText(JsonElement json)
    {
        try
        {
            return json.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return json.GetRawText();
        }
    }

    // Source: Lambda developer guide, "Capturing records of Lambda asynchronous invocations".
    private DeadLetter WithDestination(JsonElement root, JsonElement payload) =>
        this with
        {
            Event = payload.GetRawText(),
            IsFailedFunction = true,
            // Without the qualifier that every unpublished function has: a shell would take it for a variable.
            TargetArn = Text(root, "requestContext", "functionArn")?.Replace(":$LATEST", "", StringComparison.Ordinal) ?? TargetArn,
            Attempts = Text(root, "requestContext", "approximateInvokeCount") ?? Attempts,
            GivenUpBecause = Text(root, "requestContext", "condition") ?? GivenUpBecause,
            RequestId = Text(root, "requestContext", "requestId"),
            ErrorCode = Text(root, "responsePayload", "errorType") ?? Text(root, "responseContext", "functionError") ?? ErrorCode,
            ErrorMessage = Text(root, "responsePayload", "errorMessage") ?? ErrorMessage,
        };

    private static ModelPackageDetail? VersionIn(JsonElement root)
    {
        try
        {
            return Text(root, "detail-type") == DetailTypes.ModelPackage && Find(root, "detail") is { } detail
                ? detail.Deserialize(EventsJsonContext.Default.ModelPackageDetail)
                : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // The mail shows the event as it is.
            return null;
        }
    }

    private DeadLetter WithEvent(JsonElement root) =>
        this with
        {
            DetailType = Text(root, "detail-type"),
            EventId = Text(root, "id"),
            EventTime = Text(root, "time"),
            Version = VersionIn(root),
            ObjectKey = Text(root, "detail", "object", "key"),
            TuningPipeline = Text(root, "detail-type") == DetailTypes.TuningRequested ? Text(root, "detail", "pipeline") : null,
        };
}
