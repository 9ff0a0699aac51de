using System.Net;

namespace MlopsBatch.Lambda.ApprovalDeploy.Tests.Support;

/// <summary>GitLab in memory: one answer after the other, the last one for ever. Keeps what it was asked.</summary>
internal sealed class StubGitLab(params Func<CancellationToken, Task<HttpResponseMessage>>[] answers) : HttpMessageHandler
{
    public const string Created =
        """{"id":4711,"iid":12,"ref":"main","status":"created","web_url":"https://gitlab.example.com/group/model/-/pipelines/4711"}""";

    /// <summary>Method, address, headers and body of each request, as one text.</summary>
    public List<string> Requests { get; } = [];

    public static Func<CancellationToken, Task<HttpResponseMessage>> Answer(
        int status,
        string body = "{}",
        params (string Name, string Value)[] headers
    ) =>
        _ =>
        {
            var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body) };
            foreach (var (name, value) in headers)
            {
                response.Headers.TryAddWithoutValidation(name, value);
            }

            return Task.FromResult(response);
        };

    public static Func<CancellationToken, Task<HttpResponseMessage>> Down() => _ => throw new HttpRequestException("Connection refused");

    public static Task<HttpResponseMessage> Hang(CancellationToken cancellationToken)
    {
        // Not Task.Delay: when it is cancelled, it goes on at some time on another thread.
        var answer = new TaskCompletionSource<HttpResponseMessage>();
        cancellationToken.Register(() => answer.TrySetCanceled(cancellationToken));
        return answer.Task;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = await request.Content!.ReadAsStringAsync(cancellationToken);
        Requests.Add($"{request.Method} {request.RequestUri}\n{request.Headers}{request.Content.Headers}\n{body}");
        return await answers[Math.Min(Requests.Count, answers.Length) - 1](cancellationToken);
    }
}
