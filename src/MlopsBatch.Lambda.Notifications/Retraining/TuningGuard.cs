using System.Globalization;
using MlopsBatch.Events.Audit;
using MlopsBatch.Events.EventBridge;
using MlopsBatch.Events.Settings;
using MlopsBatch.Lambda.Notifications.Mails;

namespace MlopsBatch.Lambda.Notifications.Retraining;

/// <summary>
/// Starts a tuning for a violated model quality, unless one has begun within the model's cooldown: a model that fails every
/// night must not be tuned every night while the result of the first tuning waits for its review. A tuning that failed or was
/// stopped counts, too: what made it fail would fail it each night again, at the same cost. What it starts and what it skips are
/// audit events, of which people are told.
/// </summary>
public sealed class TuningGuard(LambdaSettings settings, ITunings tunings, TimeProvider time)
{
    public async Task<Decision> DecideAsync(EventBridgeEvent<TuningDetail> e, CancellationToken cancellationToken)
    {
        if (e is not { Id: { Length: > 0 } id, Detail: { Pipeline: { Length: > 0 } pipeline } detail })
        {
            return new Decision.NotUnderstood("id or detail.pipeline is missing");
        }

        if (settings.ByPipeline(pipeline) is not { } model || model.TrainingWithHpoPipeline != pipeline)
        {
            return new Decision.NotUnderstood($"detail.pipeline is '{pipeline}', which tunes no model of this account");
        }

        var now = time.GetUtcNow();
        var cooldown = TimeSpan.FromDays(model.TuningCooldownDays);
        var name = $"violation-{id}";
        var latest = await tunings.LatestAsync(pipeline, now - cooldown, cancellationToken);
        if (latest is null)
        {
            // Two violations at the same moment see no tuning, both of them: the token lets one start, in one day at most.
            var token = $"mlops-batch-after-violation-{pipeline}-{now.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}";
            latest = new(await tunings.StartAsync(pipeline, name, token, cancellationToken), name, now, Status: null);
        }

        // A repeated delivery finds the tuning that it has started before. It tells of it again: it may have been started by a try
        // that could not tell.
        var isStarted = latest.Name == name;
        var next = latest.Started + cooldown;
        await tunings.TellAsync(
            isStarted ? DetailTypes.TuningStarted : DetailTypes.TuningSkipped,
            detail with
            {
                Model = model.Name,
                LatestTuning = latest.Arn,
                LatestTuningStatus = latest.Status,
                LatestTuningStarted = latest.Started.ToString("o", CultureInfo.InvariantCulture),
                CooldownEnds = next.ToString("o", CultureInfo.InvariantCulture),
                CooldownDays = model.TuningCooldownDays,
                CauseEventId = id,
            },
            cancellationToken
        );
        return isStarted
            ? new Decision.Act("started", $"Started {latest.Arn}, because of {detail.ViolatedBy}", model.Name)
            : new Decision.Act("skipped", $"Started no tuning before {next:u}: {latest.Arn} has begun already", model.Name);
    }
}
