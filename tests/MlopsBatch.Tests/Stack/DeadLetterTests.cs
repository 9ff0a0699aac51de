using System.Text.Json.Nodes;
using MlopsBatch.Inspection;
using MlopsBatch.Inspection.Declared;

namespace MlopsBatch.Tests.Stack;

/// <summary>What could not be delivered is mailed, once, and what can't be mailed raises an alarm that needs no function.</summary>
public class DeadLetterTests
{
    private const string Queue = ResourceTypes.Queue;

    [Theory]
    [InlineData("dev")]
    [InlineData("staging")]
    [InlineData("prod")]
    public async Task Every_queue_of_undelivered_events_is_piped_to_the_notifications(string name)
    {
        var stack = await TestStacks.EvaluateAsync(name);
        var pipes = stack.OfType(ResourceTypes.Pipe).ToList();
        pipes.Select(pipe => NameIn(pipe.Text("source")!)).Order().ShouldBe(DeadLetterQueuesIn(stack).Distinct().Order());
        foreach (var pipe in pipes)
        {
            NameIn(pipe.Text("target")!).ShouldBe(Function(stack).Text("name"));
            pipe.Inputs["sourceParameters"]!["sqsQueueParameters"]!["batchSize"]!.GetValue<long>().ShouldBe(1);
            pipe.Inputs["targetParameters"]!["lambdaFunctionParameters"]!["invocationType"]!.ToString().ShouldBe("REQUEST_RESPONSE");
        }
    }

    /// <summary>A function's own dead-letter configuration gives the bare event, which doesn't say which function failed.</summary>
    [Fact]
    public async Task Failed_functions_have_a_destination_and_no_dead_letter_configuration()
    {
        var stack = await TestStacks.EvaluateAsync();
        var functions = stack.OfType(ResourceTypes.Function).ToList();
        functions.ShouldAllBe(function => function.Inputs["deadLetterConfig"] == null);
        var configs = stack.OfType(ResourceTypes.InvokeConfig).ToList();
        configs.Select(config => config.Text("functionName")).Order().ShouldBe(functions.Select(function => function.Text("name")).Order());
        configs.ShouldAllBe(config =>
            NameIn(config.Inputs["destinationConfig"]!["onFailure"]!["destination"]!.ToString())
            == $"mlops-batch-{stack.Name}-failed-functions"
        );
    }

    [Fact]
    public async Task A_message_is_hidden_for_longer_than_the_function_runs()
    {
        var stack = await TestStacks.EvaluateAsync();
        var timeout = Function(stack).Inputs["timeout"]!.GetValue<long>();
        foreach (var queue in stack.OfType(Queue))
        {
            queue.Inputs["visibilityTimeoutSeconds"]!.GetValue<long>().ShouldBe(6 * timeout);
        }
    }

    [Fact]
    public async Task What_cant_be_mailed_ends_in_the_queue_whose_depth_is_watched()
    {
        var stack = await TestStacks.EvaluateAsync();
        var last = stack.OfType(Queue).Single(queue => queue.Name == "undelivered-mails");
        last.Inputs["redrivePolicy"].ShouldBeNull();
        foreach (var queue in stack.OfType(Queue).Where(queue => queue != last))
        {
            var redrive = JsonNode.Parse(queue.Text("redrivePolicy")!)!;
            NameIn(redrive["deadLetterTargetArn"]!.ToString()).ShouldBe(last.Text("name"));
            redrive["maxReceiveCount"]!.GetValue<int>().ShouldBe(5);
            Alarm(stack, queue).ShouldBe(("ApproximateAgeOfOldestMessage", 900));
        }

        Alarm(stack, last).ShouldBe(("ApproximateNumberOfMessagesVisible", 1));
    }

    [Fact]
    public async Task Pipes_take_their_role_for_this_account_only()
    {
        var trust = (await TestStacks.EvaluateAsync())
            .OfType(ResourceTypes.Role)
            .Single(role => role.Name == "dead-letter-mails")
            .Text("assumeRolePolicy")!;
        var statement = JsonNode.Parse(trust)!["Statement"]!.AsArray().Single()!;
        statement["Principal"]!["Service"]!.ToString().ShouldBe("pipes.amazonaws.com");
        statement["Condition"]!["StringEquals"]!["aws:SourceAccount"]!.ToString().ShouldBe("111122223333");
    }

    /// <summary>Of rules, schedules and functions.</summary>
    private static IEnumerable<string> DeadLetterQueuesIn(EvaluatedStack stack) =>
        stack
            .OfType(ResourceTypes.Target)
            .Select(target => target.Inputs["deadLetterConfig"]!["arn"]!)
            .Concat(
                stack.OfType(ResourceTypes.InvokeConfig).Select(config => config.Inputs["destinationConfig"]!["onFailure"]!["destination"]!)
            )
            .Select(arn => NameIn(arn.ToString()))
            .Append("mlops-batch-" + stack.Name + "-undelivered-schedules");

    private static RecordedResource Function(EvaluatedStack stack) =>
        stack.OfType(ResourceTypes.Function).Single(function => function.Name == "notifications");

    private static (string Metric, long Threshold) Alarm(EvaluatedStack stack, RecordedResource queue)
    {
        var alarm = stack
            .OfType(ResourceTypes.Alarm)
            .Single(alarm => (string?)alarm.Inputs["dimensions"]?["QueueName"] == queue.Text("name"));
        return (alarm.Text("metricName")!, alarm.Inputs["threshold"]!.GetValue<long>());
    }

    private static string NameIn(string arn) => arn.Split(':')[^1];
}
