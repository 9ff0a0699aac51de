using System.Globalization;
using MlopsBatch.LocalCloud.Activity;

namespace MlopsBatch.LocalCloud.Events;

/// <summary>
/// Ends event loops: a rule whose target causes the events that it matches would go round for ever. AWS has no such guard,
/// and charges for it; here the rule stops until everything has come to rest, and the loop is a fault.
/// </summary>
internal sealed class LoopGuard(ActivityMonitor activity)
{
    /// <summary>Matches of one rule without rest that are no loop yet.</summary>
    public const int MostMatches = 1000;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, int> _matches = new(StringComparer.Ordinal);
    private long _rests;

    /// <summary>Whether a rule may do its work once more.</summary>
    public bool Lets(EventRule rule)
    {
        lock (_lock)
        {
            if (activity.Rests != _rests)
            {
                _rests = activity.Rests;
                _matches.Clear();
            }
            var count = _matches[rule.Arn] = _matches.GetValueOrDefault(rule.Arn) + 1;
            if (count == MostMatches + 1)
            {
                var reason = string.Create(
                    CultureInfo.InvariantCulture,
                    $"Event loop: the rule matched {MostMatches} times without coming to rest. Let its pattern leave out "
                        + $"what its target causes."
                );
                activity.Record(new SubscriberFault("rule " + rule.Arn, new CloudException("EventLoop", reason)));
            }
            return count <= MostMatches;
        }
    }
}
