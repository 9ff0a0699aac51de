using System.Collections.Concurrent;
using System.Text;
using Amazon.Runtime;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace MlopsBatch.TestSupport.Aws;

/// <summary>
/// A local HTTP server that stands for one AWS service: it checks each request's signature and answers what the test
/// says. The real client talks to it by <c>ServiceURL</c>.
/// </summary>
public sealed class AwsServer : IAsyncDisposable
{
    public static readonly BasicAWSCredentials Credentials = new("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY");

    private readonly WebApplication _app;

    private AwsServer(WebApplication app) => _app = app;

    /// <summary>Address for a client's <c>ServiceURL</c>.</summary>
    public string Url => _app.Urls.Single();

    /// <summary>Every request, in order.</summary>
    public ConcurrentQueue<AwsCall> Calls { get; } = new();

    /// <param name="answer">What to answer; called only for requests whose signature is right.</param>
    public static async Task<AwsServer> StartAsync(Func<AwsCall, AwsReply> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new AwsServer(builder.Build());
        server._app.Run(async http =>
        {
            using var body = new MemoryStream();
            await http.Request.Body.CopyToAsync(body);
            var fault = SigV4.Fault(http.Request, body.ToArray(), Credentials);
            var call = new AwsCall(
                http.Request.Headers["X-Amz-Target"].ToString(),
                http.Request.Path,
                Encoding.UTF8.GetString(body.ToArray()),
                fault
            );
            server.Calls.Enqueue(call);
            var reply = fault is null
                ? answer(call)
                : new AwsReply(403, $$"""{"__type":"InvalidSignatureException","message":"{{fault}}"}""");
            if (reply == AwsReply.Cut)
            {
                http.Abort();
                return;
            }

            http.Response.StatusCode = reply.Status;
            http.Response.ContentType = reply.ContentType;
            await http.Response.WriteAsync(reply.Body);
        });
        await server._app.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
