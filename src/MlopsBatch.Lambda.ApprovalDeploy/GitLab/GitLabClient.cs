using System.Net;
using MlopsBatch.Lambda.ApprovalDeploy.Tokens;
using Polly;
using Polly.Retry;

namespace MlopsBatch.Lambda.ApprovalDeploy.GitLab;

/// <summary>GitLab over HTTPS, patient with what passes (429, 5xx, network faults) and brief with what doesn't.</summary>
/// <remarks>GitLab has no idempotency key: a request whose answer was lost may have created a pipeline, and the next
/// attempt creates another. That is harmless, because every deployment takes what the registry says at that moment, and
/// GitLab runs one at a time.</remarks>
public sealed class GitLabClient(HttpClient http, GitLabOptions options, TokenCache tokens, TimeProvider time, Func<double> jitter)
    : IGitLab
{
    private static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(20);

    public async Task<GitLabAnswer> StartDeploymentAsync(ApprovalChange change, TimeSpan within, Action<string> onRetry)
    {
        if (within <= TimeSpan.Zero)
        {
            throw Unavailable("no attempt, for lack of time", null);
        }

        var until = time.GetUtcNow() + within;
        using var deadline = new CancellationTokenSource(within, time);
        var token = await tokens.GetAsync(deadline.Token);
        var answer = await AskAsync(change, token, until, onRetry, deadline.Token);
        if (answer.MayBeToken && await tokens.HasChangedAsync(token, deadline.Token))
        {
            // Rotated since it was read.
            answer = await AskAsync(change, await tokens.GetAsync(deadline.Token), until, onRetry, deadline.Token);
        }

        return answer;
    }

    private static bool IsPassing(HttpStatusCode status) =>
        status is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests || (int)status >= 500;

    private async Task<GitLabAnswer> AskAsync(
        ApprovalChange change,
        string token,
        DateTimeOffset until,
        Action<string> onRetry,
        CancellationToken deadline
    )
    {
        var last = "no answer";
        var pipeline = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = time }
            .AddRetry(
                new RetryStrategyOptions<HttpResponseMessage>
                {
                    MaxRetryAttempts = int.MaxValue,
                    BackoffType = DelayBackoffType.Exponential,
                    UseJitter = true,
                    Randomizer = jitter,
                    Delay = FirstDelay,
                    MaxDelay = LongestDelay,
                    ShouldHandle = args => ValueTask.FromResult(IsWorthRetrying(args.Outcome, until)),
                    // Null falls back on the exponential delay; so does an answer that asks for no wait, or GitLab would be hammered.
                    DelayGenerator = args =>
                        ValueTask.FromResult(
                            RetryAfter.Of(args.Outcome.Result, time.GetUtcNow()) is { } wait && wait >= FirstDelay ? wait : (TimeSpan?)null
                        ),
                    OnRetry = args =>
                    {
                        last = Describe(args.Outcome);
                        onRetry($"GitLab will be asked again in {args.RetryDelay.TotalSeconds:0.0} s: {last}");
                        args.Outcome.Result?.Dispose();
                        return ValueTask.CompletedTask;
                    },
                }
            )
            .Build();
        try
        {
            using var response = await pipeline.ExecuteAsync(async cancellation => await SendAsync(change, token, cancellation), deadline);
            if (!IsPassing(response.StatusCode))
            {
                return await GitLabAnswer.ReadAsync(response, token, deadline);
            }

            last = Describe(Outcome.FromResult(response));
            throw Unavailable(last, null);
        }
        catch (OperationCanceledException e)
        {
            throw Unavailable(last, e);
        }
        catch (Exception e) when (e is HttpRequestException or TimeoutException or IOException)
        {
            var fault = ConnectionFault.Of(e, options);
            throw fault.Mend is { } mend
                ? new GitLabUnavailableException($"GitLab at {options.Url} could not be asked to deploy: {fault.Reason}.", e)
                {
                    Mend = mend,
                }
                : Unavailable(fault.Reason, e);
        }
    }

    private async Task<HttpResponseMessage> SendAsync(ApprovalChange change, string token, CancellationToken cancellation)
    {
        using var attempt = new CancellationTokenSource(AttemptTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(attempt.Token, cancellation);
        using var request = GitLabRequest.Create(options, change, token);
        try
        {
            return await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
        }
        catch (OperationCanceledException e) when (attempt.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            throw new TimeoutException($"no answer within {AttemptTimeout.TotalSeconds:0} s", e);
        }
    }

    /// <summary>Waiting longer than there is time would only cost; Lambda tries the event again later.</summary>
    private bool IsWorthRetrying(Outcome<HttpResponseMessage> outcome, DateTimeOffset until)
    {
        var isPassing =
            (outcome.Exception is HttpRequestException or TimeoutException && ConnectionFault.Of(outcome.Exception, options).Mend is null)
            || (outcome.Result is { } response && IsPassing(response.StatusCode));
        var now = time.GetUtcNow();
        return isPassing && now + (RetryAfter.Of(outcome.Result, now) ?? FirstDelay) < until;
    }

    private string Describe(Outcome<HttpResponseMessage> outcome)
    {
        if (outcome.Result is not { } response)
        {
            return ConnectionFault.Of(outcome.Exception!, options).Reason;
        }

        var wait = RetryAfter.Of(response, time.GetUtcNow());
        return $"status {(int)response.StatusCode}{(wait is { } asked ? $", asking to wait {asked.TotalSeconds:0} s" : "")}";
    }

    private GitLabUnavailableException Unavailable(string last, Exception? inner) =>
        new($"GitLab at {options.Url} could not be asked to deploy in the time there was; the last attempt ended with: {last}.", inner);
}
