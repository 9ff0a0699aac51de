using System.Diagnostics;
using MlopsBatch.LocalCloud.Access;
using MlopsBatch.LocalCloud.Http;
using MlopsBatch.LocalCloud.Tests.Support;

namespace MlopsBatch.LocalCloud.Tests.Http;

/// <summary>A cloud that listens, and the clients that nobody here wrote: the AWS CLI and boto3.</summary>
public sealed class ServedCloud : IAsyncDisposable
{
    public const string Root = "arn:aws:iam::111122223333:root";

    /// <summary>After this a client is taken to hang; nothing that works comes near it.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private const string Install = "apt-get install -y awscli python3-boto3";

    private ServedCloud(TestCloud cloud, CloudServer server)
    {
        Local = cloud;
        Server = server;
        Key = server.Keys.Issue(Principal.Root(cloud.Cloud.Default.Id));
    }

    public TestCloud Local { get; }

    public CloudServer Server { get; }

    public AccessKey Key { get; }

    public static async Task<ServedCloud> StartAsync(TimeProvider? time = null, Func<CloudOptions, CloudOptions>? change = null)
    {
        var cloud = new TestCloud(change);
        return new ServedCloud(cloud, await CloudServer.StartAsync(cloud.Cloud, time: time));
    }

    /// <summary>Runs the AWS CLI; a failure is an exception with what it wrote.</summary>
    public async Task<string> AwsAsync(params string[] arguments)
    {
        var (exit, output, error) = await TryAwsAsync(arguments);
        exit.ShouldBe(0, $"aws {string.Join(' ', arguments)}\n{output}\n{error}");
        return output;
    }

    public Task<(int Exit, string Output, string Error)> TryAwsAsync(params string[] arguments) =>
        RunAsync(File.Exists("/usr/bin/aws") ? "/usr/bin/aws" : "aws", ["--endpoint-url", Server.Url, .. arguments]);

    /// <summary>Runs a Python script that has a boto3 session's clients by <c>client("s3")</c>.</summary>
    public async Task<string> BotoAsync(string script)
    {
        var start = $"""
            import boto3, botocore, json
            from botocore.config import Config
            def client(name, **more):
                return boto3.client(name, endpoint_url="{Server.Url}", **more)

            """;
        var (exit, output, error) = await RunAsync(TestCloud.Python, ["-c", start + script]);
        exit.ShouldBe(0, output + error);
        return output;
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        await Local.DisposeAsync();
    }

    private async Task<(int Exit, string Output, string Error)> RunAsync(string program, IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Local.Root,
        };
        var path = start.Environment["PATH"];
        start.Environment.Clear();
        foreach (
            var (name, value) in new Dictionary<string, string?>
            {
                ["PATH"] = path,
                ["HOME"] = Local.Root,
                ["AWS_ACCESS_KEY_ID"] = Key.Id,
                ["AWS_SECRET_ACCESS_KEY"] = Key.Secret,
                ["AWS_DEFAULT_REGION"] = Local.Cloud.Options.Region,
                ["AWS_EC2_METADATA_DISABLED"] = "true",
                ["AWS_PAGER"] = "",
            }
        )
        {
            start.Environment[name] = value;
        }
        using var process = Start(start);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        using var patience = new CancellationTokenSource(Patience);
        await process.WaitForExitAsync(patience.Token);
        return (process.ExitCode, await output, await error);
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception error)
        {
            throw new InvalidOperationException($"'{start.FileName}' is missing; install it: {Install}", error);
        }
    }
}
