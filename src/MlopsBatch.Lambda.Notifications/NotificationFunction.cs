using Amazon.Lambda.Core;
using MlopsBatch.Events.Functions;
using MlopsBatch.Lambda.Common.Calls;
using MlopsBatch.Lambda.Common.Hosting;
using MlopsBatch.Lambda.Common.Logging;
using MlopsBatch.Lambda.Notifications.Mails;
using MlopsBatch.Lambda.Notifications.Publishing;
using MlopsBatch.Lambda.Notifications.Routing;

namespace MlopsBatch.Lambda.Notifications;

/// <summary>
/// The notification function: event in, readable mail out; and for a violated model quality, a tuning. It keeps no state, so an
/// event that is delivered twice gives the same mail twice and harms nothing. It ends well only if every mail was taken by its
/// topic.
/// </summary>
public sealed class NotificationFunction(EventRouter router, IMailer mailer, JsonLog log, TimeProvider time) : IEventHandler
{
    private static readonly TimeSpan PublishTime = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LeastPublishTime = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LogTime = TimeSpan.FromMilliseconds(500);

    public async Task HandleAsync(Stream input, ILambdaContext context)
    {
        var started = time.GetTimestamp();
        var raw = await RawEvent.ReadAsync(input, CancellationToken.None);
        log.Always(
            new("requestId", context.AwsRequestId),
            new("eventId", raw.Id),
            new("source", raw.Source),
            new("detailType", raw.DetailType),
            new("modelPackageGroup", raw.ModelPackageGroup),
            new("modelPackageVersion", raw.ModelPackageVersion)
        );
        try
        {
            foreach (var decision in await RouteAsync(raw, context))
            {
                if (decision is Decision.Send(var mail))
                {
                    await SendAsync(mail, raw, context, started);
                }
                else if (decision is Decision.Ignore(var reason))
                {
                    Log("Information", $"No mail: {reason}", "ignored", [], started);
                }
                else if (decision is Decision.Act(var outcome, var what, var model))
                {
                    Log("Information", what, outcome, [], started, new LogField("model", model));
                }
            }
        }
        catch (Exception e)
        {
            Log(
                "Error",
                e.Message,
                "failed",
                [MetricValue.Count(FunctionMetrics.NotificationsFailed)],
                started,
                new LogField("error", e.ToString())
            );
            throw;
        }
    }

    private async Task<IReadOnlyList<Decision>> RouteAsync(RawEvent raw, ILambdaContext context)
    {
        // Half of the time is kept for sending: a mail without what could not be looked up is better than none.
        var deadline = Deadline.Of(context, time);
        using var half = deadline.Source(kept: deadline.Left / 2);
        return await router.RouteAsync(raw, half.Token);
    }

    private async Task SendAsync(Mail mail, RawEvent raw, ILambdaContext context, long started)
    {
        var pointer = $"All of it is in log group {context.LogGroupName}, request id {context.AwsRequestId}.";
        // A try is made even where the time seems to be over: the clock of the context and Lambda's own may differ.
        using var limit = Deadline.Of(context, time).Source(kept: LogTime, most: PublishTime, least: LeastPublishTime);
        var sent = await mailer.SendAsync(mail, pointer, limit.Token);
        try
        {
            Tell(mail, sent, raw, started);
        }
        catch (Exception e)
        {
            // The mail is out: a failed invocation would be tried again, and send it again.
            TryWarn($"The mail was sent, but not all of it could be logged: {e.Message}");
        }
    }

    private void TryWarn(string message)
    {
        try
        {
            log.Warning(message);
        }
        catch (Exception)
        {
            // The log itself is out of reach.
        }
    }

    private void Tell(Mail mail, SentMail sent, RawEvent raw, long started)
    {
        if (sent.WasCut || mail.KeepRawEvent)
        {
            log.RawEvent(raw.Text);
        }

        foreach (var metric in mail.Metrics)
        {
            log.Write("Information", metric.Name, [metric]);
        }

        Log(
            "Information",
            $"Sent: {mail.Subject}",
            "sent",
            [
                MetricValue.Count(
                    FunctionMetrics.NotificationsSent,
                    new KeyValuePair<string, string>(FunctionMetrics.KindDimension, mail.Kind)
                ),
            ],
            started,
            new("model", mail.Model),
            new("kind", mail.Kind),
            new("severity", mail.Severity),
            new("topic", sent.TopicArn),
            new("messageId", sent.MessageId),
            new("cut", sent.WasCut ? "yes" : null)
        );
    }

    private void Log(
        string level,
        string message,
        string outcome,
        IReadOnlyList<MetricValue> metrics,
        long started,
        params ReadOnlySpan<LogField> fields
    ) =>
        log.Write(
            level,
            message,
            metrics,
            [new("outcome", outcome), new("durationMs", time.GetElapsedTime(started).TotalMilliseconds), .. fields]
        );
}
