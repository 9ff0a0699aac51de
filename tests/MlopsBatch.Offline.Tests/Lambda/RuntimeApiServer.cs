using System.Threading.Channels;
using MlopsBatch.Offline.Tests.Http;

namespace MlopsBatch.Offline.Tests.Lambda;

/// <summary>The Lambda side of the Runtime API: hands out events in turn and keeps what the function answers.</summary>
public sealed class RuntimeApiServer : IAsyncDisposable
{
    private const string Base = "/2018-06-01/runtime/";

    private static readonly Reply Accepted = new(202, """{"status":"OK"}""");
    private readonly Channel<Reply> _events = Channel.CreateUnbounded<Reply>();
    private readonly Channel<RecordedRequest> _answers = Channel.CreateUnbounded<RecordedRequest>();
    private LocalServer? _server;
    private Reply _accepted = Accepted;

    public string Endpoint => _server!.HostAndPort;

    public static async Task<RuntimeApiServer> StartAsync()
    {
        var api = new RuntimeApiServer();
        api._server = await LocalServer.StartAsync(api.AnswerAsync);
        return api;
    }

    /// <summary>Queues an event with the headers that Lambda sends.</summary>
    public void Send(string body, string requestId = "request-1", TimeSpan? time = null) =>
        _events.Writer.TryWrite(
            new Reply(200, body)
            {
                Headers =
                {
                    ["Lambda-Runtime-Aws-Request-Id"] = requestId,
                    ["Lambda-Runtime-Deadline-Ms"] = DateTimeOffset
                        .UtcNow.Add(time ?? TimeSpan.FromSeconds(30))
                        .ToUnixTimeMilliseconds()
                        .ToString(),
                    ["Lambda-Runtime-Invoked-Function-Arn"] = "arn:aws:lambda:eu-west-1:111122223333:function:notify",
                    ["Lambda-Runtime-Trace-Id"] = "Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700",
                },
            }
        );

    /// <summary>Queues a refusal in place of an event.</summary>
    public void RefuseNext(int status, string body) => _events.Writer.TryWrite(new Reply(status, body));

    /// <summary>Refuses every answer of the function from now on; errors are still taken.</summary>
    public void RefuseAnswers(int status, string body) => _accepted = new Reply(status, body);

    /// <summary>The next call that the function makes after an event: path below <c>runtime/</c> and the request.</summary>
    public async Task<(string Call, RecordedRequest Request)> AnswerAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var request = await _answers.Reader.ReadAsync(patience.Token);
        return (request.Path[Base.Length..], request);
    }

    private async Task<Reply> AnswerAsync(RecordedRequest request)
    {
        if (request is { Method: "GET", Path: Base + "invocation/next" })
        {
            return await _events.Reader.ReadAsync();
        }

        await _answers.Writer.WriteAsync(request);
        return request.Path.EndsWith("/response", StringComparison.Ordinal) ? _accepted : Accepted;
    }

    public async ValueTask DisposeAsync()
    {
        _events.Writer.TryWrite(new Reply(500, ""));
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }
}
