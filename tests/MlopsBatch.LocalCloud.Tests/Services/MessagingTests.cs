using System.Text.Json.Nodes;
using MlopsBatch.LocalCloud.CloudWatch;
using MlopsBatch.LocalCloud.Pipes;
using MlopsBatch.LocalCloud.Scheduler;
using MlopsBatch.LocalCloud.Sns;
using MlopsBatch.LocalCloud.Sqs;
using MlopsBatch.LocalCloud.Tests.Support;

namespace MlopsBatch.LocalCloud.Tests.Services;

public class MessagingTests
{
    private const string Role = "arn:aws:iam::111122223333:role/r";

    [Fact]
    public async Task A_received_message_is_hidden_comes_back_and_ends_in_the_dead_letter_queue()
    {
        await using var cloud = new ServiceCloud();
        var sqs = cloud.Home.Service<SqsService>();
        sqs.CreateQueue("dead", new QueueAttributes());
        sqs.CreateQueue("work", new QueueAttributes { DeadLetterTarget = sqs.GetQueueArn("dead"), MaxReceiveCount = 2 });
        sqs.SendMessage("work", "poison");

        sqs.ReceiveMessage("work").ShouldHaveSingleItem().ReceiveCount.ShouldBe(1);
        sqs.ReceiveMessage("work").ShouldBeEmpty();
        await cloud.PassAsync(TimeSpan.FromSeconds(30));
        sqs.ReceiveMessage("work").ShouldHaveSingleItem().ReceiveCount.ShouldBe(2);
        await cloud.PassAsync(TimeSpan.FromSeconds(30));
        sqs.ReceiveMessage("work").ShouldBeEmpty();
        sqs.Contents("dead").ShouldHaveSingleItem().Body.ShouldBe("poison");
        await cloud.PassAsync(TimeSpan.FromDays(5));
        sqs.Contents("dead").ShouldBeEmpty("the retention is over");
    }

    /// <summary>As SNS: the whole message is refused, so a mail that would be lost in AWS is lost here, too.</summary>
    [Fact]
    public async Task A_message_with_an_empty_attribute_is_refused()
    {
        await using var cloud = new ServiceCloud();
        var sns = cloud.Home.Service<SnsService>();
        var topic = sns.CreateTopic("quality");
        Should
            .Throw<CloudException>(() => sns.Publish(topic, "x", "y", [KeyValuePair.Create("model", new MessageAttribute(""))]))
            .Code.ShouldBe("ParameterValueInvalid");
    }

    /// <summary>As SNS posts it: first the confirmation, then each message in an envelope that the endpoint can check.</summary>
    [Fact]
    public async Task An_endpoint_gets_signed_messages_with_the_text_of_its_protocol()
    {
        await using var cloud = new ServiceCloud();
        var sns = cloud.Home.Service<SnsService>();
        var topic = sns.CreateTopic("quality");
        var endpoint = new Subscription
        {
            Arn = "",
            TopicArn = topic,
            Protocol = "https",
            Endpoint = "https://hooks.example.com/1",
            FilterPolicy = """{"model":["abalone"]}""",
        };
        sns.Subscribe(endpoint);
        sns.Subscribe(endpoint);
        sns.Subscribe(endpoint with { Protocol = "email", Endpoint = "ds@example.com" });
        KeyValuePair<string, MessageAttribute>[] Of(string model) => [KeyValuePair.Create("model", new MessageAttribute(model))];
        sns.Publish(topic, """{"default":"to people","https":"{\"a\":1}"}""", "Drift", Of("abalone"), "json");
        sns.Publish(topic, "to all", "Drift", Of("abalone"));
        sns.Publish(topic, "to nobody", "Drift", Of("whelk"));

        var box = cloud.Home.Cloud.PostBox;
        box.Posts.Select(post => (post.Type, post.Body["Message"]!.ToString()))
            .ShouldBe([
                ("SubscriptionConfirmation", $"You have chosen to subscribe to the topic {topic}."),
                ("Notification", """{"a":1}"""),
                ("Notification", "to all"),
            ]);
        cloud.Home.Cloud.Outbox.Mails.Select(mail => mail.Body).ShouldBe(["to people", "to all"]);
        box.Posts.ShouldAllBe(post => box.Signer.IsGenuine(post.Body));
        var altered = box.Posts[1].Body.DeepClone().AsObject();
        altered["Message"] = "something else";
        box.Signer.IsGenuine(altered).ShouldBeFalse();
        foreach (var wrong in new[] { "no json", """{"https":"x"}""" })
        {
            Should.Throw<CloudException>(() => sns.Publish(topic, wrong, structure: "json")).Code.ShouldBe("InvalidParameter");
        }
    }

    [Fact]
    public async Task A_topic_mails_those_whose_filter_lets_the_message_through()
    {
        await using var cloud = new ServiceCloud();
        var sns = cloud.Home.Service<SnsService>();
        var topic = sns.CreateTopic("quality");
        void Subscribe(string address, string? filter) =>
            sns.Subscribe(
                new Subscription
                {
                    Arn = "",
                    TopicArn = topic,
                    Protocol = "email",
                    Endpoint = address,
                    FilterPolicy = filter,
                }
            );
        Subscribe("all@example.com", null);
        Subscribe("abalone@example.com", """{"model":["abalone"]}""");
        Subscribe("abalone@example.com", """{"model":["abalone"]}""");
        Subscribe("other@example.com", """{"model":["other"]}""");

        sns.Publish(topic, "drift", "Drift", [KeyValuePair.Create("model", new MessageAttribute("abalone"))]);
        cloud
            .Cloud.Outbox.Mails.Select(mail => (mail.To, mail.Subject))
            .ShouldBe([("all@example.com", "Drift"), ("abalone@example.com", "Drift")]);

        Should.Throw<CloudException>(() => sns.Publish(topic, "x", new string('a', 100))).Code.ShouldBe("InvalidParameter");
        Should.Throw<CloudException>(() => sns.Publish(topic, "x", "schön")).Code.ShouldBe("InvalidParameter");
        Should.Throw<CloudException>(() => sns.Publish(topic + "x", "x")).Code.ShouldBe("NotFound");
    }

    [Fact]
    public async Task What_a_topic_cannot_deliver_goes_to_the_subscriptions_dead_letter_queue()
    {
        await using var cloud = new ServiceCloud();
        var (sns, sqs) = (cloud.Home.Service<SnsService>(), cloud.Home.Service<SqsService>());
        sqs.CreateQueue("dead", new QueueAttributes());
        var topic = sns.CreateTopic("t");
        sns.Subscribe(
            new Subscription
            {
                Arn = "",
                TopicArn = topic,
                Protocol = "sqs",
                Endpoint = "arn:aws:sqs:eu-west-1:111122223333:gone",
                DeadLetterTarget = sqs.GetQueueArn("dead"),
            }
        );
        sns.Publish(topic, "hello");
        var envelope = JsonNode.Parse(sqs.Contents("dead").ShouldHaveSingleItem().Body)!;
        (envelope["Type"]!.ToString(), envelope["Message"]!.ToString()).ShouldBe(("Notification", "hello"));
        cloud.Cloud.Undelivered.All.ShouldHaveSingleItem().Code.ShouldBe("QueueDoesNotExist");
    }

    [Fact]
    public async Task A_pipe_hands_a_queues_messages_to_a_function_until_it_takes_them()
    {
        await using var cloud = new ServiceCloud();
        var sqs = cloud.Home.Service<SqsService>();
        sqs.CreateQueue("dead-letters", new QueueAttributes());
        cloud.Up(LambdaTests.Function());
        cloud
            .Home.Service<PipesService>()
            .PutPipe(
                new Pipe
                {
                    Name = "p",
                    Source = sqs.GetQueueArn("dead-letters"),
                    Target = LambdaTests.Arn,
                    RoleArn = Role,
                    BatchSize = 1,
                }
            );
        cloud.Code = _ => cloud.Invocations.Count == 1 ? throw new InvalidOperationException("not now") : "null";
        sqs.SendMessage("dead-letters", "lost", [KeyValuePair.Create("RULE_ARN", new MessageAttribute("r"))]);
        await cloud.Cloud.WhenIdleAsync();
        cloud.Invocations.Count.ShouldBe(1);
        sqs.Contents("dead-letters").Count.ShouldBe(1);

        await cloud.PassAsync(TimeSpan.FromSeconds(30));
        sqs.Contents("dead-letters").ShouldBeEmpty();
        var record = JsonNode.Parse(cloud.Invocations[1].Payload)![0]!;
        record["body"]!.ToString().ShouldBe("lost");
        record["eventSource"]!.ToString().ShouldBe("aws:sqs");
        record["attributes"]!["ApproximateReceiveCount"]!.ToString().ShouldBe("2");
        record["messageAttributes"]!["RULE_ARN"]!["stringValue"]!.ToString().ShouldBe("r");
    }

    [Fact]
    public async Task An_alarm_on_a_queue_mails_and_calms_down()
    {
        await using var cloud = new ServiceCloud();
        var (sns, sqs) = (cloud.Home.Service<SnsService>(), cloud.Home.Service<SqsService>());
        var topic = sns.CreateTopic("operations");
        sns.Subscribe(
            new Subscription
            {
                Arn = "",
                TopicArn = topic,
                Protocol = "email",
                Endpoint = "ops@example.com",
            }
        );
        sqs.CreateQueue("dead", new QueueAttributes());
        cloud.Home.CloudWatch.PutMetricAlarm(
            Alarm(new CloudWatchMetric("AWS/SQS", "ApproximateNumberOfMessagesVisible", ("QueueName", "dead")), topic)
        );
        sqs.SendMessage("dead", "x");
        await cloud.Cloud.WhenIdleAsync();
        var mail = cloud.Cloud.Outbox.Mails.ShouldHaveSingleItem();
        mail.Subject.ShouldBe("ALARM: \"alarm\" in eu-west-1");
        JsonNode.Parse(mail.Body)!["NewStateValue"]!.ToString().ShouldBe("ALARM");

        sqs.PurgeQueue("dead");
        cloud.Home.CloudWatch.DescribeAlarms().ShouldHaveSingleItem().State.ShouldBe(AlarmState.Ok);
    }

    [Fact]
    public async Task An_alarm_on_a_sum_calms_down_when_the_clock_has_passed_its_period()
    {
        await using var cloud = new ServiceCloud();
        var metric = new CloudWatchMetric("AWS/Lambda", "Errors", ("FunctionName", "f"));
        cloud.Home.CloudWatch.PutMetricAlarm(Alarm(metric, "arn:aws:sns:eu-west-1:111122223333:gone"));
        cloud.Home.CloudWatch.PutMetric(metric, 1);
        cloud.Home.CloudWatch.DescribeAlarms().ShouldHaveSingleItem().State.ShouldBe(AlarmState.Alarm);
        await cloud.PassAsync(TimeSpan.FromMinutes(5));
        cloud.Home.CloudWatch.DescribeAlarms().ShouldHaveSingleItem().State.ShouldBe(AlarmState.Ok);
        cloud.Home.CloudWatch.History.Select(change => change.After).ShouldBe([AlarmState.Ok, AlarmState.Alarm, AlarmState.Ok]);
    }

    [Theory]
    [InlineData("cron(0 3 * * ? *)", "Europe/Berlin", "2026-03-28T03:00:00Z", "2026-03-29T01:00:00Z")]
    [InlineData("cron(0 3 * * ? *)", "Europe/Berlin", "2026-11-23T03:00:00Z", "2026-11-24T02:00:00Z")]
    [InlineData("cron(0 2 1 * ? *)", "UTC", "2026-11-23T03:00:00Z", "2026-12-01T02:00:00Z")]
    [InlineData("cron(30 6 ? * MON-FRI *)", "UTC", "2026-11-27T07:00:00Z", "2026-11-30T06:30:00Z")]
    [InlineData("cron(0 0 ? * 6L *)", "UTC", "2026-11-23T03:00:00Z", "2026-11-27T00:00:00Z")]
    [InlineData("cron(0 0 L * ? *)", "UTC", "2026-11-23T03:00:00Z", "2026-11-30T00:00:00Z")]
    [InlineData("rate(2 hours)", "UTC", "2026-11-23T03:00:00Z", "2026-11-23T05:00:00Z")]
    [InlineData("at(2026-12-24T18:00:00)", "Europe/Berlin", "2026-11-23T03:00:00Z", "2026-12-24T17:00:00Z")]
    public void A_schedule_fires_when_AWS_would(string expression, string zone, string after, string next)
    {
        var culture = System.Globalization.CultureInfo.InvariantCulture;
        ScheduleExpression.Parse(expression, zone).Next(DateTimeOffset.Parse(after, culture)).ShouldBe(DateTimeOffset.Parse(next, culture));
    }

    [Theory]
    [InlineData("cron(0 3 * *)", "UTC")]
    [InlineData("daily", "UTC")]
    [InlineData("rate(2 fortnights)", "UTC")]
    [InlineData("rate(1 day)", "Mars/Olympus")]
    public void A_schedule_that_AWS_refuses_is_refused(string expression, string zone) =>
        Should.Throw<CloudException>(() => ScheduleExpression.Parse(expression, zone)).Code.ShouldBe("ValidationException");

    private static MetricAlarm Alarm(CloudWatchMetric metric, string topic) =>
        new()
        {
            Name = "alarm",
            Metric = metric,
            Statistic = "Sum",
            Period = TimeSpan.FromMinutes(5),
            EvaluationPeriods = 1,
            Comparison = "GreaterThanOrEqualToThreshold",
            Threshold = 1,
            TreatMissingData = "notBreaching",
            AlarmActions = [topic],
        };
}
