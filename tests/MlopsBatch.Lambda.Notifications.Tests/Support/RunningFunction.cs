using System.Diagnostics;
using System.Globalization;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace MlopsBatch.Lambda.Notifications.Tests.Support;

/// <summary>The function as a process, with a server that is Lambda's Runtime API and, at every other address, an AWS that
/// refuses.</summary>
internal sealed class RunningFunction : IAsyncDisposable
{
    private readonly WebApplication _api;
    private readonly Process _process;
    private readonly Channel<string> _reports;

    private RunningFunction(WebApplication api, Process process, Channel<string> reports) =>
        (_api, _process, _reports) = (api, process, reports);

    /// <param name="eventText">The only event.</param>
    /// <param name="environment">Its variables, beside those of the runtime.</param>
    public static async Task<RunningFunction> StartAsync(string eventText, IReadOnlyDictionary<string, string> environment)
    {
        var reports = Channel.CreateUnbounded<string>();
        var events = 0;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var api = builder.Build();
        api.Run(async http =>
        {
            var path = http.Request.Path.ToString();
            if (path.EndsWith("/invocation/next", StringComparison.Ordinal))
            {
                if (Interlocked.Increment(ref events) > 1)
                {
                    await Task.Delay(Timeout.InfiniteTimeSpan, http.RequestAborted);
                }

                http.Response.Headers["Lambda-Runtime-Aws-Request-Id"] = "request-1";
                http.Response.Headers["Lambda-Runtime-Deadline-Ms"] = TimeProvider
                    .System.GetUtcNow()
                    .AddSeconds(60)
                    .ToUnixTimeMilliseconds()
                    .ToString(CultureInfo.InvariantCulture);
                await http.Response.WriteAsync(eventText);
            }
            else if (path.StartsWith("/2018-06-01/runtime/", StringComparison.Ordinal))
            {
                http.Response.StatusCode = 202;
                await http.Response.CompleteAsync();
                await reports.Writer.WriteAsync(path["/2018-06-01/runtime/".Length..]);
            }
            else
            {
                http.Response.StatusCode = 404;
                http.Response.ContentType = "text/xml";
                await http.Response.WriteAsync(
                    "<ErrorResponse><Error><Code>NotFound</Code><Message>Topic does not exist</Message></Error></ErrorResponse>"
                );
            }
        });
        await api.StartAsync();
        var url = api.Urls.Single();
        var start = new ProcessStartInfo("dotnet", Path.Combine(AppContext.BaseDirectory, "MlopsBatch.Lambda.Notifications.dll"))
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["AWS_LAMBDA_RUNTIME_API"] = url["http://".Length..];
        start.Environment["AWS_ENDPOINT_URL"] = url;
        start.Environment["AWS_REGION"] = "eu-west-1";
        start.Environment["AWS_ACCESS_KEY_ID"] = "AKIDEXAMPLE";
        start.Environment["AWS_SECRET_ACCESS_KEY"] = "example";
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return new(api, Process.Start(start)!, reports);
    }

    /// <summary>The first report to Lambda, and what was written on both outputs until the end of the process.</summary>
    /// <param name="endsByItself">Whether the process ends after the report; else it is ended.</param>
    public async Task<(string Report, string[] Lines, string Errors)> EndAsync(bool endsByItself)
    {
        var output = _process.StandardOutput.ReadToEndAsync();
        var errors = _process.StandardError.ReadToEndAsync();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var report = await _reports.Reader.ReadAsync(patience.Token);
        if (!endsByItself)
        {
            _process.Kill();
        }

        await _process.WaitForExitAsync(patience.Token);
        return (report, (await output).Split('\n', StringSplitOptions.RemoveEmptyEntries), await errors);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
        await _api.DisposeAsync();
    }
}
