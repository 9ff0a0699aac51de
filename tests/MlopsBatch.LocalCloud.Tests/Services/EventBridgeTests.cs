using System.Text.Json.Nodes;
using MlopsBatch.LocalCloud.Events;
using MlopsBatch.LocalCloud.SageMaker.Executions;
using MlopsBatch.LocalCloud.Scheduler;
using MlopsBatch.LocalCloud.Sqs;
using MlopsBatch.LocalCloud.Tests.Support;

namespace MlopsBatch.LocalCloud.Tests.Services;

public class EventBridgeTests
{
    private const string Mine = """{"source":["mine"]}""";
    private const string Queue = "arn:aws:sqs:eu-west-1:111122223333:q";
    private const string Role = "arn:aws:iam::111122223333:role/r";

    [Fact]
    public async Task A_rule_sends_what_matches_and_nothing_else()
    {
        await using var cloud = new ServiceCloud();
        var rule = Rule(cloud, new EventTarget { Id = "q", Arn = Queue });
        cloud.Home.Service<EventBridgeService>().PutEvents([Event("mine"), Event("other")]);
        var body = JsonNode.Parse((await ReceivedAsync(cloud)).ShouldHaveSingleItem().Body)!;
        body["source"]!.ToString().ShouldBe("mine");
        body["detail"]!["object"]!["key"]!.ToString().ShouldBe("a/b \"c\".csv");
        cloud.Home.Service<EventBridgeService>().Matches[rule.Arn].ShouldBe(1);
    }

    [Fact]
    public async Task A_rule_that_is_disabled_or_deleted_sends_nothing()
    {
        await using var cloud = new ServiceCloud();
        Rule(cloud, new EventTarget { Id = "q", Arn = Queue });
        var events = cloud.Home.Service<EventBridgeService>();
        events.PutRule("r", Mine, enabled: false);
        events.PutEvents([Event("mine")]);
        (await ReceivedAsync(cloud)).ShouldBeEmpty();
        events.DeleteRule("r");
        events.ListRules().ShouldBeEmpty();
    }

    [Theory]
    [InlineData(null, "$.detail.object", """{"key":"a/b \u0022c\u0022.csv"}""")]
    [InlineData("\"key is <key>\"", null, "\"key is a/b \"c\".csv\"")]
    [InlineData("""{"key":<key>,"rule":"<aws.events.rule-name>"}""", null, """{"key":"a/b \u0022c\u0022.csv","rule":"r"}""")]
    public async Task A_target_gets_a_part_or_a_text_made_of_the_event(string? template, string? path, string expected)
    {
        await using var cloud = new ServiceCloud();
        var target = new EventTarget
        {
            Id = "q",
            Arn = Queue,
            InputTemplate = template,
            InputPath = path,
        };
        Rule(cloud, target with { InputPaths = target.InputPaths.Add("key", "$.detail.object.key") });
        cloud.Home.Service<EventBridgeService>().PutEvents([Event("mine")]);
        (await ReceivedAsync(cloud)).ShouldHaveSingleItem().Body.ShouldBe(expected);
    }

    [Fact]
    public async Task What_a_target_refuses_goes_to_the_dead_letter_queue_with_the_reason()
    {
        await using var cloud = new ServiceCloud();
        var gone = "arn:aws:lambda:eu-west-1:111122223333:function:gone";
        var rule = Rule(
            cloud,
            new EventTarget
            {
                Id = "f",
                Arn = gone,
                DeadLetterTarget = Queue,
            }
        );
        cloud.Home.Service<EventBridgeService>().PutEvents([Event("mine")]);
        var dead = (await ReceivedAsync(cloud)).ShouldHaveSingleItem();
        JsonNode.Parse(dead.Body)!["source"]!.ToString().ShouldBe("mine");
        dead.Attributes["RULE_ARN"].Value.ShouldBe(rule.Arn);
        dead.Attributes["TARGET_ARN"].Value.ShouldBe(gone);
        dead.Attributes["ERROR_CODE"].Value.ShouldBe("NO_RESOURCE");
        dead.Attributes["RETRY_ATTEMPTS"].Value.ShouldBe("0");
        dead.Attributes.ContainsKey("EXHAUSTED_RETRY_CONDITION").ShouldBeFalse();
    }

    [Fact]
    public async Task A_pipeline_gets_its_parameters_from_the_event()
    {
        await using var cloud = new ServiceCloud();
        var sageMaker = cloud.Home.SageMaker;
        var stop = Json.Fail("Stop", """{"Get":"Parameters.InputKey"}""");
        var pipeline = sageMaker.PutPipeline("p", Json.Definition([stop], """{"Name":"InputKey","Type":"String"}"""));
        var target = new EventTarget
        {
            Id = "p",
            Arn = pipeline.Arn,
            RoleArn = Role,
        };
        Rule(cloud, target with { PipelineParameters = target.PipelineParameters.Add("InputKey", "$.detail.object.key") });
        cloud.Home.Service<EventBridgeService>().PutEvents([Event("mine")]);
        await cloud.Cloud.WhenIdleAsync();
        var execution = sageMaker.ListPipelineExecutions("p").ShouldHaveSingleItem();
        execution.Parameters["InputKey"].ShouldBe("a/b \"c\".csv");
        execution.Status.ShouldBe(ExecutionStatus.Failed);
    }

    [Fact]
    public async Task An_event_crosses_accounts_with_its_account_and_time()
    {
        await using var cloud = new ServiceCloud();
        var far = cloud.Cloud.Account(ServiceCloud.Other).Service<EventBridgeService>();
        var bus = far.CreateEventBus("violations");
        cloud.Cloud.Account(ServiceCloud.Other).Service<SqsService>().CreateQueue("q", new QueueAttributes());
        far.PutRule("r", $$"""{"source":["mine"],"account":["{{ServiceCloud.Account}}"]}""", bus: "violations");
        far.PutTarget(
            "r",
            new EventTarget { Id = "q", Arn = Queue.Replace(ServiceCloud.Account, ServiceCloud.Other, StringComparison.Ordinal) },
            "violations"
        );
        Rule(
            cloud,
            new EventTarget
            {
                Id = "bus",
                Arn = bus,
                RoleArn = Role,
            }
        );

        cloud.Home.Service<EventBridgeService>().PutEvents([Event("mine")]);
        await cloud.Cloud.WhenIdleAsync();
        var body = JsonNode.Parse(cloud.Cloud.Account(ServiceCloud.Other).Service<SqsService>().Contents("q").ShouldHaveSingleItem().Body)!;
        body["account"]!.ToString().ShouldBe(ServiceCloud.Account);
    }

    [Fact]
    public async Task Two_buses_that_send_to_each_other_come_to_rest()
    {
        await using var cloud = new ServiceCloud();
        var far = cloud.Cloud.Account(ServiceCloud.Other).Service<EventBridgeService>();
        far.PutRule("r", Mine);
        far.PutTarget(
            "r",
            new EventTarget
            {
                Id = "bus",
                Arn = "arn:aws:events:eu-west-1:111122223333:event-bus/default",
                RoleArn = Role,
            }
        );
        Rule(
            cloud,
            new EventTarget
            {
                Id = "bus",
                Arn = "arn:aws:events:eu-west-1:444455556666:event-bus/default",
                RoleArn = Role,
            }
        );
        cloud.Home.Service<EventBridgeService>().PutEvents([Event("mine")]);
        await cloud.Cloud.WhenIdleAsync().WaitAsync(TimeSpan.FromSeconds(60));
        far.Matches.Values.Sum().ShouldBeLessThanOrEqualTo(2);
    }

    [Fact]
    public async Task A_rule_that_causes_its_own_events_is_stopped_and_named()
    {
        await using var cloud = new ServiceCloud();
        cloud.Up(LambdaTests.Function());
        var rule = Rule(cloud, new EventTarget { Id = "f", Arn = LambdaTests.Arn });
        cloud.Code = invocation =>
        {
            invocation.Account.Service<EventBridgeService>().PutEvents([Event("mine")]);
            return "null";
        };
        cloud.Home.Service<EventBridgeService>().PutEvents([Event("mine")]);
        await cloud.Cloud.WhenIdleAsync();
        var fault = cloud.Cloud.Activity.Faults.ShouldHaveSingleItem();
        fault.Subscriber.ShouldBe("rule " + rule.Arn);
        fault.Error.Message.ShouldStartWith("Event loop: the rule matched 1000 times");
        cloud.Home.Service<EventBridgeService>().Matches[rule.Arn].ShouldBe(1000);
    }

    [Fact]
    public async Task A_schedule_starts_its_pipeline_at_the_virtual_night_once_a_day()
    {
        await using var cloud = new ServiceCloud();
        var pipeline = cloud.Home.SageMaker.PutPipeline("p", Json.Definition(Json.Fail("Stop", "\"x\"")));
        cloud
            .Home.Service<SchedulerService>()
            .PutSchedule(
                new Schedule
                {
                    Name = "s",
                    Expression = "cron(0 3 * * ? *)",
                    TimeZone = "Europe/Berlin",
                    Target = new EventTarget
                    {
                        Id = "t",
                        Arn = pipeline.Arn,
                        RoleArn = Role,
                    },
                }
            );
        await cloud.PassAsync(TimeSpan.FromHours(22));
        cloud.Home.SageMaker.ListPipelineExecutions("p").ShouldBeEmpty();
        await cloud.PassAsync(TimeSpan.FromHours(26), steps: 26);
        cloud.Home.SageMaker.ListPipelineExecutions("p").Count.ShouldBe(2);
        cloud.Home.Service<SchedulerService>().DeleteSchedule("s");
        await cloud.PassAsync(TimeSpan.FromDays(2));
        cloud.Home.SageMaker.ListPipelineExecutions("p").Count.ShouldBe(2);
    }

    private static PutEventsEntry Event(string source) => new(source, "Something", """{"object":{"key":"a/b \"c\".csv"}}""");

    private static EventRule Rule(ServiceCloud cloud, EventTarget target)
    {
        cloud.Home.Service<SqsService>().CreateQueue("q", new QueueAttributes());
        var events = cloud.Home.Service<EventBridgeService>();
        var rule = events.PutRule("r", Mine);
        events.PutTarget("r", target);
        return rule;
    }

    private static async Task<IReadOnlyList<SqsMessage>> ReceivedAsync(ServiceCloud cloud)
    {
        await cloud.Cloud.WhenIdleAsync();
        return cloud.Home.Service<SqsService>().Contents("q");
    }
}
