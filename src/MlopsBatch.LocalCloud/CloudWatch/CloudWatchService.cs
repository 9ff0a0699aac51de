using System.Collections.Concurrent;
using System.Globalization;
using MlopsBatch.LocalCloud.Activity;

namespace MlopsBatch.LocalCloud.CloudWatch;

/// <summary>
/// Metrics and alarms of one account. An alarm is judged whenever its metric changes, and again when the clock has passed
/// the end of its periods. Sums are over the periods that end now, not over periods that begin with the hour.
/// </summary>
public sealed class CloudWatchService : AccountService, IAsyncDisposable
{
    private readonly Lock _lock = new();
    private readonly Dictionary<CloudWatchMetric, List<(DateTimeOffset Time, double Value)>> _data = [];
    private readonly Dictionary<CloudWatchMetric, Func<double?>> _gauges = [];
    private readonly Dictionary<string, (MetricAlarm Alarm, AlarmState State, ITimer? Timer)> _alarms = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<AlarmChange> _history = new();
    private readonly Mailbox<AlarmChange> _changes;

    internal CloudWatchService(CloudAccount account)
        : base(account) => _changes = new Mailbox<AlarmChange>("the alarms of account " + account.Id, account.Cloud.Activity, ActAsync);

    /// <summary>Every change of an alarm so far.</summary>
    public IReadOnlyList<AlarmChange> History => [.. _history];

    /// <summary>Stores a value of a metric (PutMetricData).</summary>
    public void PutMetric(CloudWatchMetric metric, double value)
    {
        Authorize("cloudwatch:PutMetricData", "*");
        lock (_lock)
        {
            if (!_data.TryGetValue(metric, out var points))
            {
                _data[metric] = points = [];
            }
            points.Add((Time.GetUtcNow(), value));
        }
        Judge(alarm => alarm.Metric == metric);
    }

    /// <summary>Every metric that has had a value, with its values.</summary>
    public IReadOnlyDictionary<CloudWatchMetric, IReadOnlyList<double>> Metrics()
    {
        lock (_lock)
        {
            return _data.ToDictionary(entry => entry.Key, entry => (IReadOnlyList<double>)[.. entry.Value.Select(point => point.Value)]);
        }
    }

    public void PutMetricAlarm(MetricAlarm alarm)
    {
        Authorize("cloudwatch:PutMetricAlarm", ArnOf(alarm.Name));
        lock (_lock)
        {
            var known = _alarms.GetValueOrDefault(alarm.Name);
            _alarms[alarm.Name] = (alarm, known.State, known.Timer);
        }
        Judge(one => one.Name == alarm.Name);
    }

    public void DeleteAlarm(string name)
    {
        Authorize("cloudwatch:DeleteAlarms", ArnOf(name));
        lock (_lock)
        {
            _alarms.GetValueOrDefault(name).Timer?.Dispose();
            _alarms.Remove(name);
        }
    }

    /// <summary>All alarms with their states, by name.</summary>
    public IReadOnlyList<(MetricAlarm Alarm, AlarmState State)> DescribeAlarms()
    {
        Authorize("cloudwatch:DescribeAlarms", "*");
        lock (_lock)
        {
            return [.. _alarms.Values.Select(one => (one.Alarm, one.State)).OrderBy(one => one.Alarm.Name, StringComparer.Ordinal)];
        }
    }

    public ValueTask DisposeAsync()
    {
        lock (_lock)
        {
            foreach (var (_, _, timer) in _alarms.Values)
            {
                timer?.Dispose();
            }
            _alarms.Clear();
        }
        return ValueTask.CompletedTask;
    }

    /// <summary>The ARN of an alarm.</summary>
    public string ArnOf(string alarm) => Account.Arn("cloudwatch", "alarm:" + alarm);

    /// <summary>Takes a metric from what it measures, whenever it is asked for.</summary>
    internal void Watch(CloudWatchMetric metric, Func<double?> read)
    {
        lock (_lock)
        {
            _gauges[metric] = read;
        }
    }

    internal void Unwatch(string space, (string Name, string Value) dimension)
    {
        lock (_lock)
        {
            foreach (var metric in _gauges.Keys.Where(metric => Has(metric, space, dimension)).ToList())
            {
                _gauges.Remove(metric);
            }
        }
    }

    /// <summary>Something that is watched may have another value now.</summary>
    internal void Reconsider(string space, (string Name, string Value) dimension) => Judge(alarm => Has(alarm.Metric, space, dimension));

    private static bool Has(CloudWatchMetric metric, string space, (string Name, string Value) dimension) =>
        metric.Namespace == space && metric.Dimensions.GetValueOrDefault(dimension.Name) == dimension.Value;

    private void Judge(Func<MetricAlarm, bool> which)
    {
        lock (_lock)
        {
            foreach (var name in _alarms.Where(entry => which(entry.Value.Alarm)).Select(entry => entry.Key).ToList())
            {
                Judge(name);
            }
        }
    }

    private void Judge(string name)
    {
        var (alarm, before, timer) = _alarms[name];
        var now = Time.GetUtcNow();
        var values = Enumerable.Range(0, alarm.EvaluationPeriods).Select(period => ValueOf(alarm, now - (alarm.Period * period))).ToList();
        var breaches = values.Select(value => value is { } known ? Breaches(alarm, known) : Missing(alarm)).ToList();
        var after =
            breaches.TrueForAll(breach => breach is true) ? AlarmState.Alarm
            : breaches.TrueForAll(breach => breach is null) ? (alarm.TreatMissingData == "ignore" ? before : AlarmState.InsufficientData)
            : AlarmState.Ok;
        timer?.Dispose();
        var again = values.Exists(value => value is { } known && known != 0) ? Again(name, alarm.Period) : null;
        _alarms[name] = (alarm, after, again);
        if (after != before)
        {
            var reason = string.Create(
                CultureInfo.InvariantCulture,
                $"Threshold Crossed: {alarm.Statistic} of {alarm.Metric.Name} is {values[0] ?? 0}, {alarm.Comparison} is {alarm.Threshold}."
            );
            var change = new AlarmChange(alarm, before, after, now, reason);
            _history.Enqueue(change);
            _changes.Post(change);
        }
    }

    private ITimer Again(string name, TimeSpan after) =>
        Time.CreateTimer(_ => Judge(alarm => alarm.Name == name), null, after, Timeout.InfiniteTimeSpan);

    private double? ValueOf(MetricAlarm alarm, DateTimeOffset end)
    {
        if (_gauges.TryGetValue(alarm.Metric, out var read))
        {
            return read();
        }
        var points = _data
            .GetValueOrDefault(alarm.Metric, [])
            .Where(point => point.Time > end - alarm.Period && point.Time <= end)
            .Select(point => point.Value)
            .ToList();
        return points.Count == 0
            ? null
            : alarm.Statistic switch
            {
                "Sum" => points.Sum(),
                "Maximum" => points.Max(),
                "Minimum" => points.Min(),
                "Average" => points.Average(),
                _ => points.Count,
            };
    }

    private static bool? Missing(MetricAlarm alarm) =>
        alarm.TreatMissingData switch
        {
            "breaching" => true,
            "notBreaching" => false,
            _ => null,
        };

    private static bool Breaches(MetricAlarm alarm, double value) =>
        alarm.Comparison switch
        {
            "GreaterThanOrEqualToThreshold" => value >= alarm.Threshold,
            "GreaterThanThreshold" => value > alarm.Threshold,
            "LessThanThreshold" => value < alarm.Threshold,
            _ => value <= alarm.Threshold,
        };

    private Task ActAsync(AlarmChange change)
    {
        new AlarmActions(Account).Run(change);
        return Task.CompletedTask;
    }
}
