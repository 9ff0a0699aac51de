using MlopsBatch.LocalCloud.Activity;
using MlopsBatch.LocalCloud.SageMaker.Definitions;

namespace MlopsBatch.LocalCloud.SageMaker.Executions;

/// <summary>Counts a step's retries by policy and waits between them.</summary>
internal sealed class RetryLoop(StepDefinition step, ActivityMonitor activity, TimeProvider time)
{
    /// <summary>ExpireAfterMin is at most ten days, so no longer wait could end well.</summary>
    private const double LongestWaitSeconds = 10 * 86_400;

    private readonly DateTimeOffset _start = time.GetUtcNow();
    private readonly Dictionary<RetryPolicy, int> _retries = [];

    /// <summary>Waits as the first policy for this exception says.</summary>
    /// <returns>False if no policy allows another try.</returns>
    public async Task<bool> WaitAsync(string exceptionType, CancellationToken cancellation)
    {
        // Tuning jobs retry their training jobs by themselves; AWS documents that their step then doesn't.
        var inside = step.Type == "Tuning" && exceptionType == "SageMaker.JOB_INTERNAL_ERROR";
        if (inside || step.RetryPolicies.FirstOrDefault(policy => policy.ExceptionTypes.Contains(exceptionType)) is not { } policy)
        {
            return false;
        }
        var retries = _retries.GetValueOrDefault(policy);
        var delay = TimeSpan.FromSeconds(
            Math.Min(policy.Interval.TotalSeconds * Math.Pow(policy.BackoffRate, retries), LongestWaitSeconds)
        );
        if (retries >= policy.MaxAttempts || time.GetUtcNow() + delay - _start > policy.ExpireAfter)
        {
            return false;
        }
        _retries[policy] = retries + 1;
        await activity.DelayAsync(delay, time, cancellation);
        return true;
    }
}
