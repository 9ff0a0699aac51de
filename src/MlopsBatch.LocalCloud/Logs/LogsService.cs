using System.Collections.Concurrent;

namespace MlopsBatch.LocalCloud.Logs;

/// <summary>CloudWatch Logs of one account.</summary>
public sealed class LogsService : AccountService
{
    private readonly ConcurrentDictionary<string, ConcurrentQueue<LogLine>> _groups = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _policies = new(StringComparer.Ordinal);

    internal LogsService(CloudAccount account)
        : base(account) { }

    /// <summary>Makes a group; no error if there is one.</summary>
    /// <returns>Its ARN.</returns>
    public string CreateLogGroup(string name)
    {
        Authorize("logs:CreateLogGroup", ArnOf(name));
        _groups.TryAdd(name, new());
        return ArnOf(name);
    }

    public void DeleteLogGroup(string name)
    {
        Authorize("logs:DeleteLogGroup", ArnOf(name));
        _groups.TryRemove(name, out _);
    }

    /// <summary>Sets or, with null, takes away one of the account's policies for services that write logs.</summary>
    public void PutResourcePolicy(string name, string? policy)
    {
        Authorize("logs:PutResourcePolicy", "*");
        if (policy is null)
        {
            _policies.TryRemove(name, out _);
        }
        else
        {
            _policies[name] = policy;
        }
    }

    /// <summary>Writes a line; metrics in it become metrics of this account.</summary>
    /// <exception cref="CloudException">ResourceNotFoundException or AccessDenied.</exception>
    public void PutLogEvent(string group, string stream, string message)
    {
        if (!_groups.TryGetValue(group, out var lines))
        {
            throw new CloudException(
                "ResourceNotFoundException",
                $"The specified log group does not exist: '{group}' in account {Account.Id}.{DidYouMean.Hint(group, _groups.Keys)}"
            );
        }
        var arn = $"{ArnOf(group)}:log-stream:{stream}";
        if (!lines.Any(line => line.Stream == stream))
        {
            Authorize("logs:CreateLogStream", arn, Policy());
        }

        Authorize("logs:PutLogEvents", arn, Policy());
        lines.Enqueue(new LogLine(group, stream, Time.GetUtcNow(), message));
        foreach (var (metric, value) in EmbeddedMetrics.In(message))
        {
            Account.CloudWatch.PutMetric(metric, value);
        }
    }

    /// <summary>The lines of a group, the oldest first.</summary>
    public IReadOnlyList<LogLine> FilterLogEvents(string group)
    {
        Authorize("logs:FilterLogEvents", ArnOf(group) + ":*");
        return [.. _groups.GetValueOrDefault(group, new())];
    }

    /// <summary>All groups, by name.</summary>
    public IReadOnlyList<string> DescribeLogGroups()
    {
        Authorize("logs:DescribeLogGroups", "*");
        return [.. _groups.Keys.Order(StringComparer.Ordinal)];
    }

    internal string ArnOf(string group) => Account.Arn("logs", "log-group:" + group);

    private string? Policy() =>
        _policies.IsEmpty ? null : LogPolicies.Of(_policies.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => one.Value));
}
