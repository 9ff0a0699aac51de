using Amazon.Runtime;
using MlopsBatch.Offline.Tests.Http;

namespace MlopsBatch.Offline.Tests.Aws;

/// <summary>One AWS service on this machine: refuses what is signed wrongly, else gives the answers in turn (the last one for
/// ever).</summary>
public sealed class FakeService : IAsyncDisposable
{
    public const string Region = "eu-west-1";

    private readonly LocalServer _server;

    private FakeService(LocalServer server) => _server = server;

    public IReadOnlyList<RecordedRequest> Requests => _server.Requests;

    public RecordedRequest OnlyRequest => Requests.ShouldHaveSingleItem();

    public static AWSCredentials Credentials { get; } =
        new SessionAWSCredentials(SignatureCheck.AccessKey, SignatureCheck.SecretKey, "token/of+session==");

    public static async Task<FakeService> StartAsync(string signingName, params Reply[] replies)
    {
        var count = 0;
        return new(
            await LocalServer.StartAsync(request =>
                SignatureCheck.Fault(request, Region, signingName) is { } fault
                    ? new Reply(403, $$"""{"__type":"SignatureDoesNotMatch","message":"{{fault}}"}""")
                    : replies[Math.Min(Interlocked.Increment(ref count), replies.Length) - 1]
            )
        );
    }

    /// <summary>Points a client at this server.</summary>
    public TConfig Config<TConfig>()
        where TConfig : ClientConfig, new() => new() { ServiceURL = _server.Url, AuthenticationRegion = Region };

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
