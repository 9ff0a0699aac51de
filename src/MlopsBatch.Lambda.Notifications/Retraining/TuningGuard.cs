using System.Globalization;
using MlopsBatch.Events.Audit;
using MlopsBatch.Events.EventBridge;
using MlopsBatch.Events.Settings;
using MlopsBatch.Lambda.Notifications.Mails;

namespace MlopsBatch.Lambda.Notifications.Retraining;

/// <summary>
/// Starts a tuning for a violated model quality, unless one has begun within the model's cooldown: a model that fails every
/// night must not be tuned every night while the result of the first tuning waits for its review. What it skips is an audit
/// event, of which people are told.
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
        if (await tunings.LatestAsync(pipeline, now - cooldown, cancellationToken) is not { } latest)
        {
            // Two violations at the same moment see no tuning, both of them: the token lets one start, in one day at most.
            var token = $"mlops-batch-after-violation-{pipeline}-{now.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}";
            var arn = await tunings.StartAsync(pipeline, name, token, cancellationToken);
            return new Decision.Ignore($"tuning {arn} was started");
        }

        if (latest.Name == name)
        {
            return new Decision.Ignore($"this violation has started tuning {latest.Arn} before");
        }

        await tunings.TellSkippedAsync(
            detail with
            {
                Model = model.Name,
                LatestTuning = latest.Arn,
                LatestTuningStatus = latest.Status,
                LatestTuningStarted = latest.Started.ToString("o", CultureInfo.InvariantCulture),
                CooldownEnds = (latest.Started + cooldown).ToString("o", CultureInfo.InvariantCulture),
                CooldownDays = model.TuningCooldownDays,
                CauseEventId = id,
            },
            cancellationToken
        );
        return new Decision.Ignore($"no tuning is started before {latest.Started + cooldown:u}: {latest.Arn} has begun already");
    }
}
