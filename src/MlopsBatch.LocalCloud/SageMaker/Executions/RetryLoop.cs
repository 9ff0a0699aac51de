using MlopsBatch.LocalCloud.SageMaker.Definitions;

namespace MlopsBatch.LocalCloud.SageMaker.Executions;

/// <summary>Counts a step's retries by policy and waits between them.</summary>
internal sealed class RetryLoop(IReadOnlyList<RetryPolicy> policies, TimeProvider time)
{
    private readonly DateTimeOffset _start = time.GetUtcNow();
    private readonly Dictionary<RetryPolicy, int> _retries = [];

    /// <summary>Waits as the first policy for this exception says.</summary>
    /// <returns>False if no policy allows another try.</returns>
    public async Task<bool> WaitAsync(string exceptionType, CancellationToken cancellation)
    {
        if (policies.FirstOrDefault(policy => policy.ExceptionTypes.Contains(exceptionType)) is not { } policy)
        {
            return false;
        }
        var retries = _retries.GetValueOrDefault(policy);
        var delay = policy.Interval * Math.Pow(policy.BackoffRate, retries);
        if (retries + 1 >= policy.MaxAttempts || time.GetUtcNow() + delay - _start > policy.ExpireAfter)
        {
            return false;
        }
        _retries[policy] = retries + 1;
        await Task.Delay(delay, time, cancellation);
        return true;
    }
}
