using System.Text.Json.Nodes;
using Amazon.SecretsManager;
using Amazon.SecretsManager.Model;
using MlopsBatch.Offline.Tests.Http;

namespace MlopsBatch.Offline.Tests.Aws;

public sealed class SecretsManagerTests
{
    [Fact]
    public async Task A_secret_is_read_with_a_signed_request()
    {
        await using var service = await FakeService.StartAsync(
            "secretsmanager",
            new Reply(
                200,
                """
                {"ARN":"arn:aws:secretsmanager:eu-west-1:111122223333:secret:gitlab-AbCdEf","Name":"gitlab","SecretString":"t\u00e9ken \"x\"","VersionId":"v1","VersionStages":["AWSCURRENT"],"CreatedDate":1.7E9,"New":{}}
                """
            )
        );
        using var client = Client(service);

        var response = await client.GetSecretValueAsync(new GetSecretValueRequest { SecretId = "gitlab", VersionStage = "AWSCURRENT" });

        response.SecretString.ShouldBe("téken \"x\"");
        response.Name.ShouldBe("gitlab");
        response.ARN.ShouldEndWith(":secret:gitlab-AbCdEf");
        response.VersionId.ShouldBe("v1");
        service.OnlyRequest.Headers["x-amz-target"].ShouldBe("secretsmanager.GetSecretValue");
        service.OnlyRequest.Headers["content-type"].ShouldBe("application/x-amz-json-1.1");
        JsonNode
            .DeepEquals(JsonNode.Parse(service.OnlyRequest.Body), JsonNode.Parse("""{"SecretId":"gitlab","VersionStage":"AWSCURRENT"}"""))
            .ShouldBeTrue();
    }

    [Fact]
    public async Task A_secret_stored_as_bytes_has_no_string()
    {
        await using var service = await FakeService.StartAsync(
            "secretsmanager",
            new Reply(200, """{"Name":"gitlab","SecretBinary":"AAEC","SecretString":null}""")
        );
        using var client = Client(service);

        (await client.GetSecretValueAsync(new GetSecretValueRequest { SecretId = "gitlab" })).SecretString.ShouldBeNull();
    }

    [Theory]
    [InlineData("ResourceNotFoundException", typeof(ResourceNotFoundException))]
    [InlineData("DecryptionFailure", typeof(DecryptionFailureException))]
    [InlineData("InvalidRequestException", typeof(InvalidRequestException))]
    [InlineData("InvalidParameterException", typeof(InvalidParameterException))]
    [InlineData("AccessDeniedException", typeof(AmazonSecretsManagerException))]
    public async Task An_error_that_stays_is_thrown_at_once(string code, Type type)
    {
        await using var service = await FakeService.StartAsync(
            "secretsmanager",
            new Reply(400, $$"""{"__type":"com.amazonaws.secretsmanager#{{code}}","message":"no such thing"}""")
            {
                Headers = { ["x-amzn-RequestId"] = "request-4" },
            }
        );
        using var client = Client(service);

        var error = await Should.ThrowAsync<AmazonSecretsManagerException>(() =>
            client.GetSecretValueAsync(new GetSecretValueRequest { SecretId = "gitlab" })
        );

        service.Requests.Count.ShouldBe(1);
        error.ShouldBeOfType(type);
        error.ErrorCode.ShouldBe(code);
        error.Message.ShouldBe("no such thing");
        error.RequestId.ShouldBe("request-4");
        ((int)error.StatusCode).ShouldBe(400);
    }

    [Theory]
    [InlineData("ThrottlingException", 400)]
    [InlineData("InternalServiceError", 500)]
    public async Task An_error_that_passes_is_tried_again(string code, int status)
    {
        await using var service = await FakeService.StartAsync(
            "secretsmanager",
            new Reply(status, $$"""{"__type":"{{code}}","Message":"later"}"""),
            new Reply(200, """{"SecretString":"s"}""")
        );
        using var client = Client(service);

        (await client.GetSecretValueAsync(new GetSecretValueRequest { SecretId = "gitlab" })).SecretString.ShouldBe("s");

        service.Requests.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("<html>proxy</html>")]
    [InlineData("")]
    public async Task An_answer_of_another_form_is_an_error_of_the_service(string body)
    {
        await using var service = await FakeService.StartAsync("secretsmanager", new Reply(200, body));
        using var client = Client(service);

        await Should.ThrowAsync<Amazon.Runtime.AmazonServiceException>(() =>
            client.GetSecretValueAsync(new GetSecretValueRequest { SecretId = "gitlab" })
        );
    }

    private static AmazonSecretsManagerClient Client(FakeService service) =>
        new(FakeService.Credentials, service.Config<AmazonSecretsManagerConfig>());
}
