using System.Net;
using System.Net.Http.Headers;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>The four calls of the Lambda Runtime API.</summary>
internal sealed class RuntimeApi : IDisposable
{
    private readonly HttpClient _http;

    public RuntimeApi(string endpoint) =>
        _http = new HttpClient(
            new SocketsHttpHandler
            {
                // A plain connection within the sandbox: nothing of what the default handler looks up at start applies.
                UseProxy = false,
                UseCookies = false,
                AllowAutoRedirect = false,
                ActivityHeadersPropagator = null,
            }
        )
        {
            BaseAddress = new Uri($"http://{endpoint}/2018-06-01/runtime/"),
            // Lambda freezes the sandbox between events, for hours perhaps.
            Timeout = Timeout.InfiniteTimeSpan,
        };

    public async Task<HttpResponseMessage> NextAsync(CancellationToken cancellationToken)
    {
        var answer = await _http.GetAsync("invocation/next", cancellationToken).ConfigureAwait(false);
        return answer.IsSuccessStatusCode
            ? answer
            : throw await RefusalAsync("GET invocation/next", answer, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Sends the answer. One that Lambda doesn't take (too large, say) becomes the invocation's error.</summary>
    public async Task RespondAsync(string requestId, MemoryStream output, CancellationToken cancellationToken)
    {
        var content = new ByteArrayContent(output.GetBuffer(), 0, (int)output.Length);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var answer = await _http.PostAsync($"invocation/{requestId}/response", content, cancellationToken).ConfigureAwait(false);
        if (answer.IsSuccessStatusCode)
        {
            return;
        }

        var refusal = await RefusalAsync($"POST invocation/{requestId}/response", answer, cancellationToken).ConfigureAwait(false);
        if (answer.StatusCode >= HttpStatusCode.InternalServerError)
        {
            throw refusal;
        }

        await ReportInvocationErrorAsync(requestId, refusal, cancellationToken).ConfigureAwait(false);
    }

    public Task ReportInvocationErrorAsync(string requestId, Exception error, CancellationToken cancellationToken) =>
        ReportAsync($"invocation/{requestId}/error", error, cancellationToken);

    public Task ReportInitErrorAsync(Exception error, CancellationToken cancellationToken) =>
        ReportAsync("init/error", error, cancellationToken);

    private async Task ReportAsync(string call, Exception error, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, call) { Content = new ByteArrayContent(ErrorBody.Of(error)) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/vnd.aws.lambda.error+json");
        request.Headers.TryAddWithoutValidation("Lambda-Runtime-Function-Error-Type", $"Function.{error.GetType().Name}");
        using var answer = await _http.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (!answer.IsSuccessStatusCode)
        {
            throw await RefusalAsync($"POST {call}", answer, cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task<HttpRequestException> RefusalAsync(
        string call,
        HttpResponseMessage answer,
        CancellationToken cancellationToken
    )
    {
        using (answer)
        {
            var body = await answer.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
            return new HttpRequestException(
                $"The Lambda Runtime API answered {(int)answer.StatusCode} to {call}: {body}",
                null,
                answer.StatusCode
            );
        }
    }

    public void Dispose() => _http.Dispose();
}
