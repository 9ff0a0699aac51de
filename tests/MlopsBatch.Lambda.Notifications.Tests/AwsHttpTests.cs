using System.Text.Json.Nodes;
using Amazon.S3;
using Amazon.SageMaker;
using Amazon.SimpleNotificationService;
using MlopsBatch.Events.Functions;
using MlopsBatch.Lambda.Common.Registry;
using MlopsBatch.Lambda.Notifications.Lookups;
using MlopsBatch.Lambda.Notifications.Mails;
using MlopsBatch.Lambda.Notifications.Publishing;
using MlopsBatch.TestSupport.Aws;

namespace MlopsBatch.Lambda.Notifications.Tests;

/// <summary>The AWS clients over real HTTP, against local servers that check the signatures.</summary>
public sealed class AwsHttpTests
{
    private const string Topic = "arn:aws:sns:eu-west-1:111122223333:approvals";

    private static readonly Mail Mail = new()
    {
        Kind = MailKinds.VersionRegistered,
        Topic = MailTopic.Approvals,
        Severity = Severities.Action,
        Model = "abalone",
        Subject = "Approve or reject abalone version 7: Größe",
        Body = "Zeile 1 & <2> 🦪\nline two+=\u0000",
    };

    [Fact]
    public async Task A_mail_is_published_with_subject_body_and_attributes()
    {
        await using var sns = await AwsServer.StartAsync(_ => AwsReply.Published);
        var sent = await Mailer(sns).SendAsync(Mail, "pointer", CancellationToken.None);
        sent.ShouldBe(new SentMail("567910cd-659e-55d4-8ccb-5aaf14679dc0", Topic, WasCut: false));
        var call = sns.Calls.ShouldHaveSingleItem();
        call.SignatureFault.ShouldBeNull();
        call.Field("Action").ShouldBe("Publish");
        call.Field("TopicArn").ShouldBe(Topic);
        call.Field("Subject").ShouldBe("Approve or reject abalone version 7: Gr?e");
        call.Field("Message").ShouldBe("Zeile 1 & <2> 🦪\nline two+=\uFFFD");
        Attributes(call)
            .ShouldBe(
                new Dictionary<string, string>
                {
                    ["model"] = "abalone",
                    ["severity"] = "action",
                    ["kind"] = "version-registered",
                },
                ignoreOrder: true
            );
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public async Task A_mail_of_no_model_says_so_in_its_attributes(string? model)
    {
        await using var sns = await AwsServer.StartAsync(_ => AwsReply.Published);
        await Mailer(sns).SendAsync(Mail with { Model = model }, "pointer", CancellationToken.None);
        Attributes(sns.Calls.Single())["model"].ShouldBe(MessageAttributes.NoModel);
    }

    [Fact]
    public async Task A_mail_above_the_limit_is_cut_and_sent()
    {
        await using var sns = await AwsServer.StartAsync(_ => AwsReply.Published);
        var sent = await Mailer(sns).SendAsync(Mail with { Body = new string('é', 200_000) }, "See log group g.", CancellationToken.None);
        sent.WasCut.ShouldBeTrue();
        sns.Calls.Single().Field("Message")!.ShouldEndWith("See log group g.]\n");
    }

    [Fact]
    public async Task Chats_get_a_text_of_their_own_beside_the_mail()
    {
        await using var sns = await AwsServer.StartAsync(_ => AwsReply.Published);
        await Mailer(sns, hasWebhooks: true).SendAsync(Mail with { Body = new string('é', 3_000) }, "pointer", CancellationToken.None);
        var call = sns.Calls.Single();
        call.Field("MessageStructure").ShouldBe("json");
        var texts = JsonNode.Parse(call.Field("Message")!)!;
        texts["default"]!.ToString().ShouldBe(new string('é', 3_000));
        var chat = JsonNode.Parse(texts["https"]!.ToString())!;
        (chat["version"]!.ToString(), chat["source"]!.ToString()).ShouldBe(("1.0", "custom"));
        chat["content"]!["title"]!.ToString().ShouldBe(call.Field("Subject"));
        chat["content"]!["description"]!.ToString().ShouldBe(new string('é', 2_000) + " [...]");
        chat["metadata"]!["additionalContext"]!["model"]!.ToString().ShouldBe("abalone");
    }

    /// <summary>A text of which JSON writes every sign as two still fits, with the chat's beside it.</summary>
    [Fact]
    public async Task A_mail_for_chats_stays_below_the_limit()
    {
        await using var sns = await AwsServer.StartAsync(_ => AwsReply.Published);
        var sent = await Mailer(sns, hasWebhooks: true)
            .SendAsync(Mail with { Body = string.Concat(Enumerable.Repeat("\"\n", 200_000)) }, "pointer", CancellationToken.None);
        sent.WasCut.ShouldBeTrue();
        System.Text.Encoding.UTF8.GetByteCount(sns.Calls.Single().Field("Message")!).ShouldBeLessThan(262_144 - 200);
    }

    [Fact]
    public async Task Throttling_is_waited_out()
    {
        var calls = 0;
        await using var sns = await AwsServer.StartAsync(_ =>
            ++calls < 3 ? AwsReply.QueryError(400, "Throttling", "Rate exceeded") : AwsReply.Published
        );
        (await Mailer(sns).SendAsync(Mail, "pointer", CancellationToken.None)).MessageId.ShouldNotBeNull();
        calls.ShouldBe(3);
    }

    [Theory]
    [InlineData(400, "KMSAccessDenied", "kms:GenerateDataKey")]
    [InlineData(403, "AuthorizationError", "sns:Publish")]
    [InlineData(404, "NotFound", "deploy the stack again")]
    [InlineData(400, "InvalidParameter", "InvalidParameter")]
    public async Task What_SNS_refuses_names_topic_code_and_mend(int status, string code, string mend)
    {
        await using var sns = await AwsServer.StartAsync(_ => AwsReply.QueryError(status, code, "because"));
        var error = await Should.ThrowAsync<MailNotSentException>(() => Mailer(sns).SendAsync(Mail, "pointer", CancellationToken.None));
        error.Message.ShouldContain($"{Topic}: {code}: because");
        error.Message.ShouldContain(mend);
    }

    [Fact]
    public async Task A_topic_out_of_reach_is_named()
    {
        var client = new AmazonSimpleNotificationServiceClient(
            AwsServer.Credentials,
            Config(new AmazonSimpleNotificationServiceConfig(), "http://127.0.0.1:1")
        );
        var mailer = new SnsMailer(new(client), new Topics(Topic, Topic, Topic));
        (
            await Should.ThrowAsync<MailNotSentException>(() => mailer.SendAsync(Mail, "pointer", CancellationToken.None))
        ).Message.ShouldContain(Topic);
    }

    [Fact]
    public async Task Failed_steps_are_looked_up()
    {
        await using var sageMaker = await AwsServer.StartAsync(call =>
            call.Body.Contains("NextToken", StringComparison.Ordinal)
                ? new AwsReply(
                    200,
                    """{"PipelineExecutionSteps":[{"StepName":"B","StepStatus":"Failed","FailureReason":"b","EndTime":1700000001.5}]}"""
                )
                : new AwsReply(
                    200,
                    """{"NextToken":"t","PipelineExecutionSteps":[{"StepName":"A","StepStatus":"Failed","FailureReason":"a","EndTime":1700000002.5},{"StepName":"OK","StepStatus":"Succeeded"}]}"""
                )
        );
        var failure = await Executions(sageMaker).FailureOfAsync("arn:x", CancellationToken.None);
        failure.Steps.ShouldBe([new FailedStep("B", "b"), new FailedStep("A", "a")]);
        sageMaker.Calls.ShouldAllBe(call => call.SignatureFault == null && call.Target == "SageMaker.ListPipelineExecutionSteps");
    }

    [Fact]
    public async Task Without_a_failed_step_the_executions_own_reason_is_looked_up()
    {
        await using var sageMaker = await AwsServer.StartAsync(call =>
            call.Target.EndsWith("Steps", StringComparison.Ordinal)
                ? new AwsReply(200, """{"PipelineExecutionSteps":[]}""")
                : new AwsReply(200, """{"FailureReason":"The role can't be assumed."}""")
        );
        (await Executions(sageMaker).FailureOfAsync("arn:x", CancellationToken.None)).Reason.ShouldBe("The role can't be assumed.");
    }

    [Fact]
    public async Task What_an_execution_works_on_is_looked_up()
    {
        await using var sageMaker = await AwsServer.StartAsync(call =>
            call.Body.Contains("NextToken", StringComparison.Ordinal)
                ? new AwsReply(200, """{"PipelineParameters":[{"Name":"InputKey","Value":"a b/ü.csv"}]}""")
                : new AwsReply(200, """{"NextToken":"t","PipelineParameters":[{"Name":"Threshold","Value":"10"}]}""")
        );
        (await Executions(sageMaker).InputOfAsync("arn:x", CancellationToken.None)).ShouldBe(new ExecutionInput("a b/ü.csv"));
        sageMaker.Calls.ShouldAllBe(call => call.SignatureFault == null && call.Target == "SageMaker.ListPipelineParametersForExecution");
    }

    [Theory]
    [InlineData("ResourceNotFound")]
    [InlineData("ResourceNotFoundException")]
    public async Task An_execution_that_isnt_there_has_no_input(string code)
    {
        await using var sageMaker = await AwsServer.StartAsync(_ => AwsReply.JsonError(400, code, "does not exist"));
        (await Executions(sageMaker).InputOfAsync("arn:x", CancellationToken.None)).ShouldBeNull();
    }

    [Fact]
    public async Task A_refused_look_up_says_what_and_why()
    {
        await using var sageMaker = await AwsServer.StartAsync(_ => AwsReply.JsonError(400, "AccessDeniedException", "not authorized"));
        (
            await Should.ThrowAsync<LookupException>(() => Executions(sageMaker).FailureOfAsync("arn:x", CancellationToken.None))
        ).Message.ShouldBe("SageMaker refused to list the execution's steps: AccessDeniedException: not authorized");
    }

    [Fact]
    public async Task A_service_that_hangs_is_given_up()
    {
        using var deadline = new CancellationTokenSource();
        using var givenUp = new ManualResetEventSlim();
        await using var hanging = await AwsServer.StartAsync(_ =>
        {
            deadline.Cancel();
            givenUp.Wait();
            return new AwsReply(200, "{}");
        });
        try
        {
            (
                await Should.ThrowAsync<LookupException>(() => Executions(hanging).FailureOfAsync("arn:x", deadline.Token))
            ).Message.ShouldContain("did not answer in time");
            (await Should.ThrowAsync<LookupException>(() => Objects(hanging).ReadAsync("bucket", "key", deadline.Token))).Message.ShouldBe(
                "S3 did not answer in time to read s3://bucket/key."
            );
        }
        finally
        {
            givenUp.Set();
        }
    }

    [Fact]
    public async Task A_report_is_read_from_S3()
    {
        await using var s3 = await AwsServer.StartAsync(_ => new AwsReply(200, "{\"violations\":[]}", "application/json"));
        var bytes = await Objects(s3).ReadAsync("bucket", "a folder/file.json", CancellationToken.None);
        System.Text.Encoding.UTF8.GetString(bytes).ShouldBe("{\"violations\":[]}");
        s3.Calls.Single().Path.ShouldBe("/bucket/a%20folder/file.json");
    }

    [Theory]
    [InlineData(404, "NoSuchKey")]
    [InlineData(403, "AccessDenied")]
    public async Task A_report_that_cant_be_read_is_named(int status, string code)
    {
        await using var s3 = await AwsServer.StartAsync(_ => new AwsReply(
            status,
            $"<Error><Code>{code}</Code><Message>no</Message></Error>",
            "application/xml"
        ));
        (await Should.ThrowAsync<LookupException>(() => Objects(s3).ReadAsync("bucket", "key", CancellationToken.None))).Message.ShouldBe(
            $"S3 refused to read s3://bucket/key: {code}: no"
        );
    }

    private static T Config<T>(T config, string url)
        where T : Amazon.Runtime.ClientConfig
    {
        config.ServiceURL = url;
        config.AuthenticationRegion = "eu-west-1";
        config.MaxErrorRetry = 2;
        return config;
    }

    private static SnsMailer Mailer(AwsServer sns, bool hasWebhooks = false)
    {
        var client = new AmazonSimpleNotificationServiceClient(
            AwsServer.Credentials,
            Config(new AmazonSimpleNotificationServiceConfig(), sns.Url)
        );
        return new SnsMailer(
            new(client),
            new Topics("arn:aws:sns:eu-west-1:111122223333:operations", Topic, "arn:aws:sns:eu-west-1:111122223333:quality"),
            hasWebhooks
        );
    }

    private static SageMakerExecutions Executions(AwsServer sageMaker) =>
        new(new(new AmazonSageMakerClient(AwsServer.Credentials, Config(new AmazonSageMakerConfig(), sageMaker.Url))));

    private static S3Objects Objects(AwsServer s3)
    {
        var config = Config(new AmazonS3Config(), s3.Url);
        config.ForcePathStyle = true;
        return new(new(new AmazonS3Client(AwsServer.Credentials, config)));
    }

    private static Dictionary<string, string> Attributes(AwsCall call) =>
        Enumerable
            .Range(1, 3)
            .ToDictionary(
                i => call.Field($"MessageAttributes.entry.{i}.Name")!,
                i => call.Field($"MessageAttributes.entry.{i}.Value.StringValue")!
            );
}
