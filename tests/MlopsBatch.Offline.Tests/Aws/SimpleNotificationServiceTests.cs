using System.Web;
using Amazon.Runtime;
using Amazon.SimpleNotificationService;
using Amazon.SimpleNotificationService.Model;
using MlopsBatch.Offline.Tests.Http;

namespace MlopsBatch.Offline.Tests.Aws;

public sealed class SimpleNotificationServiceTests
{
    private static readonly Reply Published = Xml(
        200,
        """
        <PublishResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/">
          <PublishResult><MessageId>567910cd-659e-55d4-8ccb-5aaf14679dc0</MessageId></PublishResult>
          <ResponseMetadata><RequestId>d74b8436-ae13-5ab4-a9ff-ce54dfea72a0</RequestId></ResponseMetadata>
        </PublishResponse>
        """
    );

    [Fact]
    public async Task Publish_sends_every_field_signed_and_reads_the_answer()
    {
        await using var service = await FakeService.StartAsync("sns", Published);
        using var client = Client(service);

        var response = await client.PublishAsync(
            new PublishRequest
            {
                TopicArn = "arn:aws:sns:eu-west-1:111122223333:operations",
                Subject = "Model 7 & its metric",
                Message = "mse = 3.1 %\n~*'()+ é 🙂 <xml>",
                MessageAttributes = new()
                {
                    ["model"] = new() { DataType = "String", StringValue = "housing" },
                    ["version"] = new() { DataType = "Number", StringValue = "7" },
                },
            }
        );

        response.MessageId.ShouldBe("567910cd-659e-55d4-8ccb-5aaf14679dc0");
        response.ResponseMetadata.RequestId.ShouldBe("d74b8436-ae13-5ab4-a9ff-ce54dfea72a0");
        var form = HttpUtility.ParseQueryString(service.OnlyRequest.Text);
        form.AllKeys.ToDictionary(key => key!, key => form[key])
            .ShouldBe(
                new Dictionary<string, string?>
                {
                    ["Action"] = "Publish",
                    ["Version"] = "2010-03-31",
                    ["TopicArn"] = "arn:aws:sns:eu-west-1:111122223333:operations",
                    ["Subject"] = "Model 7 & its metric",
                    ["Message"] = "mse = 3.1 %\n~*'()+ é 🙂 <xml>",
                    ["MessageAttributes.entry.1.Name"] = "model",
                    ["MessageAttributes.entry.1.Value.DataType"] = "String",
                    ["MessageAttributes.entry.1.Value.StringValue"] = "housing",
                    ["MessageAttributes.entry.2.Name"] = "version",
                    ["MessageAttributes.entry.2.Value.DataType"] = "Number",
                    ["MessageAttributes.entry.2.Value.StringValue"] = "7",
                },
                ignoreOrder: true
            );
        service.OnlyRequest.Headers["content-type"].ShouldStartWith("application/x-www-form-urlencoded");
        service.OnlyRequest.Headers["x-amz-security-token"].ShouldBe("token/of+session==");
    }

    [Fact]
    public async Task A_message_of_a_single_field_sends_only_that()
    {
        await using var service = await FakeService.StartAsync("sns", Published);
        using var client = Client(service);

        await client.PublishAsync(new PublishRequest { Message = "" });

        service.OnlyRequest.Text.Split('&').Order().ShouldBe(["Action=Publish", "Message=", "Version=2010-03-31"]);
    }

    [Theory]
    [InlineData("NotFound", 404, typeof(NotFoundException))]
    [InlineData("AuthorizationError", 403, typeof(AuthorizationErrorException))]
    [InlineData("InvalidParameter", 400, typeof(InvalidParameterException))]
    [InlineData("KMSAccessDenied", 400, typeof(KMSAccessDeniedException))]
    [InlineData("EndpointDisabled", 400, typeof(AmazonSimpleNotificationServiceException))]
    public async Task An_error_that_stays_is_thrown_at_once(string code, int status, Type type)
    {
        await using var service = await FakeService.StartAsync("sns", Error(status, code, "Topic: é & more"));
        using var client = Client(service);

        var error = await Should.ThrowAsync<AmazonSimpleNotificationServiceException>(() =>
            client.PublishAsync(new PublishRequest { Message = "m" })
        );

        service.Requests.Count.ShouldBe(1);
        if (type != typeof(AmazonSimpleNotificationServiceException))
        {
            error.ShouldBeOfType(type);
        }

        error.ErrorCode.ShouldBe(code);
        error.Message.ShouldBe("Topic: é & more");
        error.ErrorType.ShouldBe(ErrorType.Sender);
        ((int)error.StatusCode).ShouldBe(status);
        error.RequestId.ShouldBe("request-9");
    }

    [Theory]
    [InlineData("Throttling", 400)]
    [InlineData("ThrottlingException", 400)]
    [InlineData("InternalError", 500)]
    [InlineData("ServiceUnavailable", 503)]
    public async Task An_error_that_passes_is_tried_again(string code, int status)
    {
        await using var service = await FakeService.StartAsync(
            "sns",
            Error(status, code, "later"),
            Error(status, code, "later"),
            Published
        );
        using var client = Client(service);

        var response = await client.PublishAsync(new PublishRequest { Message = "m" });

        response.MessageId.ShouldStartWith("567910cd");
        service.Requests.Count.ShouldBe(3);
    }

    [Fact]
    public async Task The_third_failure_is_thrown()
    {
        await using var service = await FakeService.StartAsync("sns", Error(503, "ServiceUnavailable", "later"));
        using var client = Client(service);

        var error = await Should.ThrowAsync<AmazonSimpleNotificationServiceException>(() =>
            client.PublishAsync(new PublishRequest { Message = "m" })
        );

        error.ErrorCode.ShouldBe("ServiceUnavailable");
        service.Requests.Count.ShouldBe(3);
    }

    [Fact]
    public async Task An_answer_that_is_no_XML_is_an_error_that_says_so()
    {
        await using var service = await FakeService.StartAsync("sns", new Reply(502, "<html><body>Bad gateway", "text/html"));
        var config = service.Config<AmazonSimpleNotificationServiceConfig>();
        config.MaxErrorRetry = 0;
        using var client = new AmazonSimpleNotificationServiceClient(FakeService.Credentials, config);

        var error = await Should.ThrowAsync<AmazonServiceException>(() => client.PublishAsync(new PublishRequest { Message = "m" }));

        ((int)error.StatusCode).ShouldBe(502);
    }

    private static AmazonSimpleNotificationServiceClient Client(FakeService service) =>
        new(FakeService.Credentials, service.Config<AmazonSimpleNotificationServiceConfig>());

    private static Reply Error(int status, string code, string message) =>
        Xml(
            status,
            $"""
            <ErrorResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/">
              <Error><Type>{(
                status < 500 ? "Sender" : "Receiver"
            )}</Type><Code>{code}</Code><Message>{HttpUtility.HtmlEncode(message)}</Message></Error>
              <RequestId>request-9</RequestId>
            </ErrorResponse>
            """
        );

    private static Reply Xml(int status, string body) => new(status, body, "text/xml");
}
