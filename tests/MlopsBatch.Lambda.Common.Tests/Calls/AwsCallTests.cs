using System.Net;
using System.Xml;
using Amazon.Runtime;
using Microsoft.Extensions.Time.Testing;
using MlopsBatch.Lambda.Common.Calls;

namespace MlopsBatch.Lambda.Common.Tests.Calls;

public sealed class AwsCallTests
{
    public static TheoryData<Exception, AwsFaultKind, string> Faults =>
        new()
        {
            { Answer("AccessDenied", HttpStatusCode.Forbidden), AwsFaultKind.Denied, "Test refused to ask: AccessDenied: no" },
            { Answer("AuthorizationError", HttpStatusCode.Forbidden), AwsFaultKind.Denied, "Test refused to ask: AuthorizationError: no" },
            { Answer("KMSAccessDenied", HttpStatusCode.BadRequest), AwsFaultKind.Denied, "Test refused to ask: KMSAccessDenied: no" },
            {
                Answer("ExpiredTokenException", HttpStatusCode.Forbidden),
                AwsFaultKind.Credentials,
                "Test refused to ask: ExpiredTokenException: no"
            },
            { Answer("Throttled", (HttpStatusCode)429), AwsFaultKind.Throttled, "Test refused to ask: Throttled: no" },
            { Answer("KMSThrottling", HttpStatusCode.BadRequest), AwsFaultKind.Throttled, "Test refused to ask: KMSThrottling: no" },
            { Answer("ResourceNotFound", HttpStatusCode.BadRequest), AwsFaultKind.NotFound, "Test refused to ask: ResourceNotFound: no" },
            { Answer(null, HttpStatusCode.BadGateway), AwsFaultKind.Unavailable, "Test refused to ask: no" },
            { Answer("InvalidParameter", HttpStatusCode.BadRequest), AwsFaultKind.Refused, "Test refused to ask: InvalidParameter: no" },
            { new HttpRequestException("no route"), AwsFaultKind.Unreachable, "Test could not be reached to ask: no route" },
            {
                new HttpIOException(HttpRequestError.ResponseEnded, "cut"),
                AwsFaultKind.Unreachable,
                "Test could not be reached to ask: cut (ResponseEnded)"
            },
            { new XmlException("no XML"), AwsFaultKind.Unreachable, "Test could not be reached to ask: no XML" },
            {
                new AmazonClientException("outer", new IOException("inner")),
                AwsFaultKind.Unreachable,
                "Test could not be reached to ask: inner"
            },
            {
                new AmazonServiceException("   ") { StatusCode = HttpStatusCode.Conflict },
                AwsFaultKind.Refused,
                "Test refused to ask: status 409"
            },
            { new TaskCanceledException(), AwsFaultKind.TimedOut, "Test did not answer in time to ask." },
        };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Every_fault_has_its_kind_and_its_sentence(Exception thrown, AwsFaultKind kind, string sentence)
    {
        var time = new FakeTimeProvider();
        var call = AwsCall.RunAsync<int>("Test", "ask", _ => throw thrown, CancellationToken.None, time);
        while (!call.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        var fault = await Should.ThrowAsync<AwsCallException>(() => call);
        fault.Kind.ShouldBe(kind);
        fault.Message.ShouldBe(sentence);
    }

    [Fact]
    public async Task What_is_throttled_is_asked_again_and_what_is_refused_is_not()
    {
        (await TriesAsync(Answer("KMSThrottling", HttpStatusCode.BadRequest))).ShouldBe(3);
        (await TriesAsync(Answer("AccessDenied", HttpStatusCode.Forbidden))).ShouldBe(1);
    }

    [Fact]
    public async Task A_call_that_hangs_ends_at_its_own_limit_though_the_function_has_time_left()
    {
        var time = new FakeTimeProvider();
        var call = AwsCall.RunAsync("Test", "ask", HangAsync, CancellationToken.None, time);
        time.Advance(AwsCall.Limit - TimeSpan.FromMilliseconds(1));
        await Task.Yield();
        call.IsCompleted.ShouldBeFalse();

        time.Advance(TimeSpan.FromMilliseconds(1));
        var fault = await Should.ThrowAsync<AwsCallException>(() => call);
        fault.Kind.ShouldBe(AwsFaultKind.TimedOut);

        async Task<int> HangAsync(CancellationToken cancellation)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, time, cancellation);
            return 0;
        }
    }

    [Fact]
    public async Task Throttling_without_end_ends_with_the_limit_of_the_caller()
    {
        using var over = new CancellationTokenSource();
        await over.CancelAsync();
        var fault = await Should.ThrowAsync<AwsCallException>(() =>
            AwsCall.RunAsync<int>("Test", "ask", _ => throw Answer("Throttling", HttpStatusCode.BadRequest), over.Token)
        );
        fault.Kind.ShouldBe(AwsFaultKind.TimedOut);
    }

    [Fact]
    public async Task A_fault_of_our_own_is_not_taken_for_one_of_AWS() =>
        await Should.ThrowAsync<FormatException>(() =>
            AwsCall.RunAsync<int>("Test", "ask", _ => throw new FormatException(), CancellationToken.None)
        );

    [Fact]
    public void A_deadline_never_goes_below_nothing_and_leaves_a_last_try()
    {
        var time = new FakeTimeProvider();
        new Deadline(TimeSpan.FromSeconds(-3), time).Left.ShouldBe(TimeSpan.Zero);

        var deadline = new Deadline(TimeSpan.FromSeconds(10), time);
        time.Advance(TimeSpan.FromSeconds(4));
        deadline.Left.ShouldBe(TimeSpan.FromSeconds(6));

        using var limited = deadline.Source(kept: TimeSpan.FromSeconds(2), most: TimeSpan.FromSeconds(3));
        time.Advance(TimeSpan.FromSeconds(2.9));
        limited.IsCancellationRequested.ShouldBeFalse();
        time.Advance(TimeSpan.FromSeconds(0.2));
        limited.IsCancellationRequested.ShouldBeTrue();

        using var last = new Deadline(TimeSpan.FromSeconds(-3), time).Source(least: TimeSpan.FromSeconds(1));
        last.IsCancellationRequested.ShouldBeFalse();
    }

    private static async Task<int> TriesAsync(Exception thrown)
    {
        var (time, tries) = (new FakeTimeProvider(), 0);
        var call = AwsCall.RunAsync<int>(
            "Test",
            "ask",
            _ =>
            {
                tries++;
                throw thrown;
            },
            CancellationToken.None,
            time
        );
        while (!call.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        await Should.ThrowAsync<AwsCallException>(() => call);
        return tries;
    }

    private static AmazonServiceException Answer(string? code, HttpStatusCode status) =>
        new("no") { ErrorCode = code, StatusCode = status };
}
