using System.Collections.Concurrent;
using System.Globalization;
using MlopsBatch.LocalCloud.Access;
using MlopsBatch.LocalCloud.Activity;
using MlopsBatch.LocalCloud.Iam;
using MlopsBatch.LocalCloud.Lambda;
using MlopsBatch.LocalCloud.SageMaker;
using MlopsBatch.LocalCloud.Sns;
using MlopsBatch.LocalCloud.Sqs;

namespace MlopsBatch.LocalCloud.Scheduler;

/// <summary>EventBridge Scheduler of one account. Schedules fire by the cloud's clock, each with its target's role.</summary>
public sealed class SchedulerService : AccountService, IAsyncDisposable
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, (Schedule Schedule, ITimer? Timer)> _schedules = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<(string Schedule, DateTimeOffset Time)> _fired = new();
    private readonly Mailbox<(Schedule Schedule, DateTimeOffset Due)> _due;

    internal SchedulerService(CloudAccount account)
        : base(account) => _due = new("the schedules of account " + account.Id, account.Cloud.Activity, FireAsync);

    /// <summary>Which schedules fired when.</summary>
    public IReadOnlyList<(string Schedule, DateTimeOffset Time)> Fired => [.. _fired];

    /// <summary>Makes a schedule or changes it.</summary>
    /// <returns>Its ARN.</returns>
    /// <exception cref="CloudException">ValidationException for its expression, its zone or a target without role.</exception>
    public string PutSchedule(Schedule schedule)
    {
        var arn = ArnOf(schedule);
        Authorize("scheduler:CreateSchedule", arn);
        ScheduleExpression.Parse(schedule.Expression, schedule.TimeZone);
        if (schedule.Target.RoleArn is null)
        {
            throw new CloudException("ValidationException", $"The target of schedule '{schedule.Name}' needs a role.");
        }
        lock (_lock)
        {
            _schedules.GetValueOrDefault(schedule.Name).Timer?.Dispose();
            _schedules[schedule.Name] = (schedule, Arm(schedule));
        }
        return arn;
    }

    public void DeleteSchedule(string name)
    {
        lock (_lock)
        {
            if (_schedules.Remove(name, out var known))
            {
                known.Timer?.Dispose();
            }
        }
    }

    /// <summary>All schedules with the time at which they fire next (null: never), by name.</summary>
    public IReadOnlyList<(Schedule Schedule, DateTimeOffset? Next)> ListSchedules()
    {
        Authorize("scheduler:ListSchedules", "*");
        lock (_lock)
        {
            return
            [
                .. _schedules
                    .Values.Select(one => (one.Schedule, one.Schedule.Enabled ? NextOf(one.Schedule) : null))
                    .OrderBy(one => one.Schedule.Name, StringComparer.Ordinal),
            ];
        }
    }

    public ValueTask DisposeAsync()
    {
        lock (_lock)
        {
            foreach (var (_, timer) in _schedules.Values)
            {
                timer?.Dispose();
            }
            _schedules.Clear();
        }
        return ValueTask.CompletedTask;
    }

    private string ArnOf(Schedule schedule) => Account.Arn("scheduler", $"schedule/{schedule.Group}/{schedule.Name}");

    private DateTimeOffset? NextOf(Schedule schedule) =>
        ScheduleExpression.Parse(schedule.Expression, schedule.TimeZone).Next(Time.GetUtcNow());

    /// <summary>A timer waits at most 24 days or so, so a far time is reached in several waits.</summary>
    private ITimer? Arm(Schedule schedule)
    {
        if (!schedule.Enabled || NextOf(schedule) is not { } next)
        {
            return null;
        }
        var wait = next - Time.GetUtcNow();
        var longest = TimeSpan.FromDays(20);
        return wait > longest
            ? Time.CreateTimer(_ => Rearm(schedule), null, longest, Timeout.InfiniteTimeSpan)
            : Time.CreateTimer(
                _ =>
                {
                    _due.Post((schedule, next));
                    Rearm(schedule);
                },
                null,
                wait,
                Timeout.InfiniteTimeSpan
            );
    }

    private void Rearm(Schedule schedule)
    {
        lock (_lock)
        {
            if (_schedules.TryGetValue(schedule.Name, out var known) && known.Schedule == schedule)
            {
                known.Timer?.Dispose();
                _schedules[schedule.Name] = (schedule, Arm(schedule));
            }
        }
    }

    private Task FireAsync((Schedule Schedule, DateTimeOffset Due) due)
    {
        _fired.Enqueue((due.Schedule.Name, due.Due));
        return TryAsync(due.Schedule, Time.GetUtcNow(), retry: 0);
    }

    private async Task TryAsync(Schedule schedule, DateTimeOffset start, int retry)
    {
        try
        {
            Call(schedule);
        }
        catch (CloudException refused)
        {
            var isFinal =
                refused.Code.StartsWith("AccessDenied", StringComparison.Ordinal)
                || refused.Code.Contains("NotFound", StringComparison.Ordinal);
            var wait = TimeSpan.FromSeconds(Math.Min(Math.Pow(2, retry), 600));
            var isTooOld = (Time.GetUtcNow() + wait - start).TotalSeconds > schedule.Target.Retry.MaximumEventAgeInSeconds;
            if (isFinal || isTooOld || retry >= schedule.Target.Retry.MaximumRetryAttempts)
            {
                GiveUp(schedule, refused, retry);
                return;
            }
            _ = Account.Cloud.Activity.Run(
                $"schedule {schedule.Name}",
                async () =>
                {
                    await Account.Cloud.Activity.DelayAsync(wait, Time, Account.Cloud.Closed);
                    await TryAsync(schedule, start, retry + 1);
                }
            );
        }
        await Task.CompletedTask;
    }

    private CloudAccount AsRole(Schedule schedule) =>
        Account.As(
            Account
                .As(Caller.Service("scheduler.amazonaws.com", ArnOf(schedule), Account.Id))
                .Peer<IamService>(schedule.Target.RoleArn!)
                .AssumeRole(schedule.Target.RoleArn!, schedule.Name)
        );

    private void Call(Schedule schedule)
    {
        var (target, role) = (schedule.Target, AsRole(schedule));
        var input = target.Input ?? "{}";
        switch (target.Arn.Split(':')[2])
        {
            case "sagemaker":
                role.Peer<LocalSageMaker>(target.Arn)
                    .StartPipelineExecution(
                        target.Arn.Split('/')[^1],
                        target.PipelineParameters.ToDictionary(one => one.Key, one => one.Value)
                    );
                break;
            case "lambda":
                role.Peer<LambdaService>(target.Arn).InvokeLater(target.Arn, input);
                break;
            case "sqs":
                role.Peer<SqsService>(target.Arn).SendMessage(target.Arn, input);
                break;
            case "sns":
                role.Peer<SnsService>(target.Arn).Publish(target.Arn, input);
                break;
            default:
                throw new CloudException("ValidationException", $"The local cloud has no target '{target.Arn}' for schedules.");
        }
    }

    private void GiveUp(Schedule schedule, CloudException refused, int retries)
    {
        var (target, arn) = (schedule.Target, ArnOf(schedule));
        var taken = target.DeadLetterTarget is { } queue && IsTaken(schedule, queue, refused, retries) ? queue : null;
        Account.Cloud.Undelivered.Add(new("Scheduler", arn, target.Arn, refused.Code, refused.Message, taken));
    }

    private bool IsTaken(Schedule schedule, string queue, CloudException refused, int retries)
    {
        try
        {
            AsRole(schedule)
                .Peer<SqsService>(queue)
                .SendMessage(
                    queue,
                    schedule.Target.Input ?? "{}",
                    new Dictionary<string, MessageAttribute>
                    {
                        ["SCHEDULE_ARN"] = new(ArnOf(schedule)),
                        ["TARGET_ARN"] = new(schedule.Target.Arn),
                        ["ERROR_CODE"] = new(refused.Code),
                        ["ERROR_MESSAGE"] = new(refused.Message.Length <= 1024 ? refused.Message : refused.Message[..1024]),
                        ["RETRY_ATTEMPTS"] = new(retries.ToString(CultureInfo.InvariantCulture), "Number"),
                    }
                );
            return true;
        }
        catch (CloudException)
        {
            // As in AWS, where the schedule's metric counts it.
            return false;
        }
    }
}
