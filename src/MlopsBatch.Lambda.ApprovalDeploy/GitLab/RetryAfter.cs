using System.Globalization;
using System.Net;

namespace MlopsBatch.Lambda.ApprovalDeploy.GitLab;

/// <summary>How long an answer asks to wait.</summary>
/// <remarks>Source: RFC 9110 for <c>Retry-After</c>; GitLab documentation, "Rate limits", for <c>RateLimit-Reset</c>,
/// which is there on some 429 answers that lack the former. Other answers have it too, and mean nothing by it.</remarks>
public static class RetryAfter
{
    /// <summary>Null if the answer doesn't say; never below zero.</summary>
    public static TimeSpan? Of(HttpResponseMessage? response, DateTimeOffset now)
    {
        if (response is null)
        {
            return null;
        }

        var wait = response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - now,
            _ => Reset(response) - now,
        };
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }

    private static DateTimeOffset? Reset(HttpResponseMessage response) =>
        response.StatusCode == HttpStatusCode.TooManyRequests
        && response.Headers.TryGetValues("RateLimit-Reset", out var values)
        && long.TryParse(values.First(), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && seconds < DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;
}
