using MlopsBatch.LocalCloud.Events;
using MlopsBatch.LocalCloud.Iam;
using MlopsBatch.LocalCloud.Lambda;
using MlopsBatch.LocalCloud.Secrets;
using MlopsBatch.LocalCloud.Sns;
using MlopsBatch.LocalCloud.Sqs;

namespace MlopsBatch.LocalCloud.Tests.Http;

/// <summary>Events, mails, queues, secrets, functions and roles as the AWS CLI and boto3 use them.</summary>
public sealed class MessagingHttpTests
{
    private const string Trust = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"sts:AssumeRole"}]}""";

    [Fact]
    public async Task An_event_reaches_a_queue_and_a_message_its_subscribers()
    {
        await using var served = await ServedCloud.StartAsync();
        var account = served.Local.Cloud.Default;
        var queues = account.Service<SqsService>();
        var url = queues.CreateQueue("inbox", new QueueAttributes());
        var arn = queues.GetQueueArn(url);
        queues.SetPolicy(
            url,
            $$"""
            {"Version":"2012-10-17","Statement":[
              {"Effect":"Allow","Principal":"*","Action":"sqs:SendMessage","Resource":"{{arn}}"}]}
            """
        );
        var events = account.Service<EventBridgeService>();
        events.PutRule("orders", """{"source":["shop"]}""");
        events.PutTarget("orders", new EventTarget { Id = "queue", Arn = arn });
        var topics = account.Service<SnsService>();
        var topic = topics.CreateTopic("news");
        topics.Subscribe(
            new Subscription
            {
                Arn = "",
                TopicArn = topic,
                Protocol = "email",
                Endpoint = "a@example.com",
                FilterPolicy = """{"model":["abalone"]}""",
            }
        );

        var output = await served.BotoAsync(
            $$"""
            events = client("events")
            done = events.put_events(Entries=[
                {"Source": "shop", "DetailType": "order", "Detail": json.dumps({"n": 1})},
                {"Source": "shop", "DetailType": "order", "Detail": "no json"}])
            assert done["FailedEntryCount"] == 1 and done["Entries"][1]["ErrorCode"] == "MalformedDetail", done
            assert [(r["Name"], r["State"]) for r in events.list_rules()["Rules"]] == [("orders", "ENABLED")]
            assert events.list_targets_by_rule(Rule="orders")["Targets"] == [{"Id": "queue", "Arn": "{{arn}}"}]
            sqs = client("sqs")
            url = sqs.get_queue_url(QueueName="inbox")["QueueUrl"]
            assert sqs.list_queues()["QueueUrls"] == [url]
            got = sqs.receive_message(QueueUrl=url, WaitTimeSeconds=10)["Messages"][0]
            assert json.loads(got["Body"])["detail"] == {"n": 1}, got
            about = sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["All"])["Attributes"]
            assert (about["ApproximateNumberOfMessages"], about["ApproximateNumberOfMessagesNotVisible"]) == ("0", "1"), about
            sqs.delete_message(QueueUrl=url, ReceiptHandle=got["ReceiptHandle"])
            sqs.send_message(QueueUrl=url, MessageBody="ä & b", MessageAttributes={"k": {"DataType": "String", "StringValue": "v"} })
            own = sqs.receive_message(QueueUrl=url, MessageAttributeNames=["All"], AttributeNames=["All"])["Messages"][0]
            assert own["Body"] == "ä & b" and own["MessageAttributes"]["k"]["StringValue"] == "v", own
            assert own["Attributes"]["ApproximateReceiveCount"] == "1"
            sns = client("sns")
            for model in ("abalone", "other"):
                sns.publish(TopicArn="{{topic}}", Subject="s " + model, Message="m",
                            MessageAttributes={"model": {"DataType": "String", "StringValue": model} })
            assert [t["TopicArn"] for t in sns.list_topics()["Topics"]] == ["{{topic}}"]
            assert sns.list_subscriptions()["Subscriptions"][0]["Endpoint"] == "a@example.com"
            assert sns.list_subscriptions_by_topic(TopicArn="{{topic}}")["Subscriptions"][0]["Protocol"] == "email"
            def code(call):
                try:
                    call()
                except botocore.exceptions.ClientError as e:
                    return e.response["Error"]["Code"]
            print(code(lambda: sns.publish(TopicArn="{{topic}}x", Message="m")),
                  code(lambda: sqs.send_message(QueueUrl=url + "x", MessageBody="m")),
                  code(lambda: events.list_rules(EventBusName="none")))
            """
        );

        output.Trim().ShouldBe("NotFound AWS.SimpleQueueService.NonExistentQueue ResourceNotFoundException");
        served.Local.Cloud.Outbox.Mails.Select(mail => (mail.To, mail.Subject)).ShouldBe([("a@example.com", "s abalone")]);
    }

    [Fact]
    public async Task Clients_of_today_reach_queues_by_JSON()
    {
        await using var served = await ServedCloud.StartAsync();
        served.Local.Cloud.Default.Service<SqsService>().CreateQueue("inbox", new QueueAttributes());

        var output = await served.BotoAsync(
            $$"""
            import urllib.request
            from botocore.auth import SigV4Auth
            from botocore.awsrequest import AWSRequest
            from botocore.session import Session
            def call(operation, **body):
                request = AWSRequest("POST", "{{served.Server.Url}}/", data=json.dumps(body), headers={
                    "X-Amz-Target": "AmazonSQS." + operation, "Content-Type": "application/x-amz-json-1.0"})
                SigV4Auth(Session().get_credentials(), "sqs", "eu-west-1").add_auth(request)
                try:
                    signed = urllib.request.Request(request.url, request.data.encode(), dict(request.headers))
                    with urllib.request.urlopen(signed) as answer:
                        return json.loads(answer.read())
                except urllib.error.HTTPError as e:
                    return json.loads(e.read())["__type"]
            url = call("GetQueueUrl", QueueName="inbox")["QueueUrl"]
            call("SendMessage", QueueUrl=url, MessageBody="hello")
            got = call("ReceiveMessage", QueueUrl=url, MaxNumberOfMessages=10)["Messages"]
            call("DeleteMessage", QueueUrl=url, ReceiptHandle=got[0]["ReceiptHandle"])
            print([m["Body"] for m in got], call("ReceiveMessage", QueueUrl=url), call("ReceiveMessage", QueueUrl=url + "x"))
            """
        );

        output.Trim().ShouldBe("['hello'] {} QueueDoesNotExist");
    }

    [Fact]
    public async Task Secrets_functions_and_roles_work()
    {
        var invoked = new List<string>();
        await using var served = await ServedCloud.StartAsync(change: options =>
            options with
            {
                FunctionCode = _ => new EchoCode(invoked),
            }
        );
        var account = served.Local.Cloud.Default;
        account.Service<SecretsService>().CreateSecret("gitlab/token");
        var role = account.Service<IamService>().PutRole("caller", Trust);
        var lambda = account.Service<LambdaService>();
        lambda.PutFunction(
            new FunctionConfiguration
            {
                Name = "echo",
                Arn = lambda.ArnOf("echo"),
                Role = role.Arn,
                CodeArchive = "",
                LogGroup = "/aws/lambda/echo",
            }
        );

        var output = await served.BotoAsync(
            $$"""
            secrets = client("secretsmanager")
            def code(call):
                try:
                    call()
                except botocore.exceptions.ClientError as e:
                    return e.response["Error"]["Code"]
            assert code(lambda: secrets.get_secret_value(SecretId="gitlab/token")) == "ResourceNotFoundException"
            secrets.put_secret_value(SecretId="gitlab/token", SecretString="s3cret")
            assert secrets.get_secret_value(SecretId="gitlab/token")["SecretString"] == "s3cret"
            fn = client("lambda")
            done = fn.invoke(FunctionName="echo", Payload=b'{"a": 1}')
            assert json.loads(done["Payload"].read()) == {"a": 1} and "FunctionError" not in done, done
            failed = fn.invoke(FunctionName="{{lambda.ArnOf("echo")}}", Payload=b'"fail"')
            assert failed["FunctionError"] == "Unhandled" and b"on purpose" in failed["Payload"].read()
            assert fn.invoke(FunctionName="echo", InvocationType="Event", Payload=b'"later"')["StatusCode"] == 202
            assert [f["FunctionName"] for f in fn.list_functions()["Functions"]] == ["echo"]
            session = client("sts").assume_role(RoleArn="{{role.Arn}}", RoleSessionName="me")
            keys = session["Credentials"]
            me = client("sts", aws_access_key_id=keys["AccessKeyId"], aws_secret_access_key=keys["SecretAccessKey"],
                        aws_session_token=keys["SessionToken"]).get_caller_identity()
            print(me["Arn"], me["UserId"], code(lambda: fn.invoke(FunctionName="none")))
            """
        );

        output.Trim().ShouldBe("arn:aws:sts::111122223333:assumed-role/caller/me caller:me ResourceNotFoundException");
        await served.Local.Cloud.WhenIdleAsync();
        invoked.ShouldBe(["""{"a": 1}""", "\"fail\"", "\"later\""]);
    }

    private sealed class EchoCode(List<string> invoked) : IFunctionCode
    {
        public Task<string> InvokeAsync(FunctionInvocation invocation, CancellationToken cancellation)
        {
            lock (invoked)
            {
                invoked.Add(invocation.Payload);
            }
            return invocation.Payload == "\"fail\""
                ? throw new InvalidOperationException("on purpose")
                : Task.FromResult(invocation.Payload);
        }
    }
}
