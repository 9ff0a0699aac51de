using System.Net;
using Microsoft.Extensions.Time.Testing;
using MlopsBatch.LocalCloud.Access;

namespace MlopsBatch.LocalCloud.Tests.Http;

/// <summary>Nobody is served whose signature isn't right, and each service says so in its own words.</summary>
public sealed class SignatureTests
{
    [Theory]
    [InlineData("s3", "list_buckets()", "SignatureDoesNotMatch", 403)]
    [InlineData("sagemaker", "list_pipelines()", "InvalidSignatureException", 400)]
    [InlineData("sts", "get_caller_identity()", "SignatureDoesNotMatch", 403)]
    public async Task A_wrong_secret_is_refused(string service, string call, string code, int status) =>
        await RefusedAsync(service, call, "aws_access_key_id=KEY, aws_secret_access_key='wrong'", code, status);

    [Theory]
    [InlineData("s3", "list_buckets()", "InvalidAccessKeyId", 403)]
    [InlineData("sagemaker", "list_pipelines()", "UnrecognizedClientException", 400)]
    [InlineData("sts", "get_caller_identity()", "InvalidClientTokenId", 403)]
    public async Task An_unknown_key_is_refused(string service, string call, string code, int status) =>
        await RefusedAsync(service, call, "aws_access_key_id='AKIAIOSFODNN7EXAMPLE', aws_secret_access_key='wrong'", code, status);

    [Theory]
    [InlineData("s3", "list_buckets()", "AccessDenied", 403)]
    [InlineData("sagemaker", "list_pipelines()", "MissingAuthenticationTokenException", 400)]
    [InlineData("sts", "get_caller_identity()", "MissingAuthenticationToken", 403)]
    public async Task A_request_without_signature_is_refused(string service, string call, string code, int status) =>
        await RefusedAsync(service, call, "config=Config(signature_version=botocore.UNSIGNED)", code, status);

    [Fact]
    public async Task A_session_token_belongs_to_its_key_and_ends()
    {
        // The client signs by this machine's clock; the server's is an hour's session later.
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var served = await ServedCloud.StartAsync(clock);
        var session = served.Server.Keys.IssueSession(
            Principal.Role("arn:aws:iam::111122223333:role/ci/deployer", "ci"),
            TimeSpan.FromMinutes(10)
        );
        var script = $"""
            key = dict(aws_access_key_id="{session.Id}", aws_secret_access_key="{session.Secret}")
            def identity(**more):
                try:
                    return client("sts", **key, **more).get_caller_identity()["Arn"]
                except botocore.exceptions.ClientError as e:
                    return e.response["Error"]["Code"]
            print(identity(aws_session_token="{session.SessionToken}"), identity(), identity(aws_session_token="x"))
            """;

        (await served.BotoAsync(script))
            .Trim()
            .ShouldBe("arn:aws:sts::111122223333:assumed-role/deployer/ci InvalidClientTokenId InvalidClientTokenId");
        clock.Advance(TimeSpan.FromMinutes(11));
        (await served.BotoAsync(script)).ShouldStartWith("ExpiredToken ");
    }

    [Fact]
    public async Task A_signature_of_long_ago_is_refused()
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow() + TimeSpan.FromMinutes(20));
        await using var served = await ServedCloud.StartAsync(clock);

        var (exit, _, error) = await served.TryAwsAsync("sts", "get-caller-identity");

        exit.ShouldNotBe(0);
        error.ShouldContain("SignatureDoesNotMatch");
        error.ShouldContain("Signature not valid now");
    }

    [Fact]
    public async Task Another_region_is_named()
    {
        await using var served = await ServedCloud.StartAsync();

        var (exit, _, error) = await served.TryAwsAsync("sagemaker", "list-pipelines", "--region", "us-west-2");

        exit.ShouldNotBe(0);
        error.ShouldContain("not 'us-west-2'; this cloud is eu-west-1");
    }

    [Fact]
    public async Task Nonsense_gets_an_answer_and_no_crash()
    {
        await using var served = await ServedCloud.StartAsync();
        using var http = new HttpClient();
        foreach (
            var header in new[]
            {
                "AWS4-HMAC-SHA256 Credential=x, SignedHeaders=host, Signature=y",
                "AWS4-HMAC-SHA256 nothing",
                "Basic abc",
                $"AWS4-HMAC-SHA256 Credential={served.Key.Id}/20200101/eu-west-1/nosuch/aws4_request, SignedHeaders=host, Signature=00",
                $"AWS4-HMAC-SHA256 Credential={served.Key.Id}/20200101/eu-west-1/s3/aws4_request, SignedHeaders=, Signature=%",
            }
        )
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, served.Server.Url + "/data/%zz/%2e%2e/%00?a&&=&b=%");
            request.Headers.TryAddWithoutValidation("Authorization", header);
            request.Headers.TryAddWithoutValidation("X-Amz-Date", "yesterday");
            var answer = await http.SendAsync(request);
            answer.StatusCode.ShouldBeOneOf(HttpStatusCode.BadRequest, HttpStatusCode.Forbidden);
        }

        (await served.AwsAsync("sts", "get-caller-identity", "--query", "Arn", "--output", "text")).Trim().ShouldBe(ServedCloud.Root);
    }

    private static async Task RefusedAsync(string service, string call, string change, string code, int status)
    {
        await using var served = await ServedCloud.StartAsync();

        var output = await served.BotoAsync(
            $"""
            KEY = "{served.Key.Id}"
            try:
                client("{service}", {change}).{call}
            except botocore.exceptions.ClientError as e:
                print(e.response["Error"]["Code"], e.response["ResponseMetadata"]["HTTPStatusCode"])
            """
        );

        output.Trim().ShouldBe($"{code} {status}");
    }
}
