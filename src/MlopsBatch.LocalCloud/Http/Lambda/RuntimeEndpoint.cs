using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using MlopsBatch.LocalCloud.Lambda;

namespace MlopsBatch.LocalCloud.Http.Lambda;

/// <summary>
/// Lambda's side of the runtime API for one instance of a function, whose process asks for events and posts what came of them.
/// Source: https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html
/// </summary>
public sealed class RuntimeEndpoint : IAsyncDisposable
{
    private const string Base = "/2018-06-01/runtime/";

    private readonly Channel<(FunctionInvocation Event, DateTimeOffset Deadline)> _events = Channel.CreateUnbounded<(
        FunctionInvocation,
        DateTimeOffset
    )>();
    private readonly WebApplication _web;
    private TaskCompletionSource<string> _answer = NewAnswer();

    private RuntimeEndpoint(WebApplication web) => _web = web;

    /// <summary>What <c>AWS_LAMBDA_RUNTIME_API</c> is set to.</summary>
    public string Address =>
        _web
            .Services.GetRequiredService<IServer>()
            .Features.Get<IServerAddressesFeature>()!
            .Addresses.Single()["http://".Length..]
            .TrimEnd('/');

    /// <summary>Listens on a free loopback port.</summary>
    public static async Task<RuntimeEndpoint> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.WebHost.ConfigureKestrel(options => options.Listen(IPAddress.Loopback, 0));
        var web = builder.Build();
        var endpoint = new RuntimeEndpoint(web);
        web.Run(endpoint.AnswerAsync);
        await Listening.StartAsync(web, "Lambda's runtime API", 0);
        return endpoint;
    }

    /// <summary>Hands the function an event and waits for what comes of it. One at a time.</summary>
    /// <param name="invocation">The event.</param>
    /// <param name="deadline">When its time is up, by the clock that the function has.</param>
    /// <param name="ended">Completes when the function's process ends.</param>
    /// <param name="cancellation">Ends waiting.</param>
    /// <exception cref="FunctionFailureException">The function failed, didn't start, or ended.</exception>
    public async Task<string> InvokeAsync(
        FunctionInvocation invocation,
        DateTimeOffset deadline,
        Task ended,
        CancellationToken cancellation
    )
    {
        _events.Writer.TryWrite((invocation, deadline));
        var first = await Task.WhenAny(_answer.Task, ended).WaitAsync(cancellation);
        if (first != _answer.Task && !_answer.Task.IsCompleted)
        {
            throw new FunctionFailureException("Runtime.ExitError", "Runtime exited without providing a reason");
        }

        var answer = _answer.Task;
        _answer = NewAnswer();
        return await answer;
    }

    public async ValueTask DisposeAsync()
    {
        _events.Writer.TryComplete();
        await _web.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext http)
    {
        var path = http.Request.Path.Value ?? "";
        if (http.Request.Method == "GET" && path == Base + "invocation/next")
        {
            await NextAsync(http);
            return;
        }

        using var reader = new StreamReader(http.Request.Body, Encoding.UTF8);
        var body = await reader.ReadToEndAsync();
        http.Response.StatusCode = 202;
        await http.Response.WriteAsync("""{"status":"OK"}""");
        await http.Response.CompleteAsync();
        if (path.EndsWith("/response", StringComparison.Ordinal))
        {
            _answer.TrySetResult(body.Length == 0 ? "null" : body);
        }
        else if (path.EndsWith("/error", StringComparison.Ordinal))
        {
            _answer.TrySetException(Failure(body));
        }
    }

    private async Task NextAsync(HttpContext http)
    {
        try
        {
            var (invocation, deadline) = await _events.Reader.ReadAsync(http.RequestAborted);
            var headers = http.Response.Headers;
            headers["Lambda-Runtime-Aws-Request-Id"] = invocation.RequestId;
            headers["Lambda-Runtime-Invoked-Function-Arn"] = invocation.Function.Arn;
            headers["Lambda-Runtime-Deadline-Ms"] = deadline.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
            http.Response.ContentType = "application/json";
            await http.Response.WriteAsync(invocation.Payload, http.RequestAborted);
        }
        catch (Exception gone) when (gone is OperationCanceledException or ChannelClosedException)
        {
            http.Abort();
        }
    }

    private static FunctionFailureException Failure(string body)
    {
        try
        {
            var error = JsonNode.Parse(body);
            return new(error.Text("errorType") ?? "Runtime.Unknown", error.Text("errorMessage") ?? body);
        }
        catch (JsonException)
        {
            return new("Runtime.Unknown", body);
        }
    }

    private static TaskCompletionSource<string> NewAnswer() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
