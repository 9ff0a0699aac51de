using System.Text.Json.Nodes;
using MlopsBatch.Inspection;
using MlopsBatch.Inspection.Declared;

namespace MlopsBatch.Tests.Stack;

/// <summary>Alarms watch the metrics that AWS publishes.</summary>
public class AlarmTests
{
    [Fact]
    public async Task Every_rule_has_an_alarm_on_events_that_are_lost()
    {
        var stack = new DeclaredStack(await TestStacks.EvaluateAsync("dev"));
        stack
            .OfType(ResourceTypes.Alarm)
            .Where(alarm => alarm.Text("metricName") == "InvocationsFailedToBeSentToDlq")
            .Select(alarm => alarm.Inputs["dimensions"]!["RuleName"]!.ToString())
            .ShouldBe(stack.Rules.Select(rule => rule.Name), ignoreOrder: true);
    }

    /// <summary>
    /// EventBridge user guide, "Monitoring EventBridge": rules of custom buses have both dimensions, others the rule's name
    /// only.
    /// </summary>
    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    [InlineData("docs/examples/Pulumi.single.yaml")]
    public async Task Metrics_of_rules_are_told_by_the_rule_and_its_bus(string name)
    {
        var stack = new DeclaredStack(await TestStacks.EvaluateAsync(name));
        var alarms = stack.OfType(ResourceTypes.Alarm).Where(alarm => alarm.Text("namespace") == "AWS/Events").ToList();
        alarms.ShouldNotBeEmpty();
        foreach (var alarm in alarms)
        {
            var dimensions = alarm.Inputs["dimensions"]!.AsObject().ToDictionary(entry => entry.Key, entry => entry.Value!.ToString());
            var rule = stack.Rules.Single(rule => rule.Name == dimensions["RuleName"]);
            dimensions.GetValueOrDefault("EventBusName").ShouldBe(rule.Bus, alarm.Name);
        }
    }

    [Theory]
    [InlineData("eu-west-1", "https://eu-west-1.console.aws.amazon.com/")]
    [InlineData("cn-north-1", "https://cn-north-1.console.amazonaws.cn/")]
    [InlineData("us-isof-south-1", null)]
    public async Task Every_alarm_links_to_the_page_where_to_look(string region, string? console)
    {
        var stack = await StackIn(region);
        var descriptions = stack.OfType(ResourceTypes.Alarm).Select(alarm => alarm.Inputs["alarmDescription"]!.ToString()).ToList();
        descriptions.ShouldNotBeEmpty();
        foreach (var description in descriptions)
        {
            // CloudWatch's limit.
            description.Length.ShouldBeLessThanOrEqualTo(1024);
            var links = description.Split(' ').Where(word => word.StartsWith("https://", StringComparison.Ordinal)).ToList();
            links.Count.ShouldBe(console is null ? 0 : 1, description);
            links.ShouldAllBe(link => link.StartsWith(console!) && link.Contains($"/home?region={region}#/"));
        }
    }

    private static Task<EvaluatedStack> StackIn(string region)
    {
        var context = TestStacks.Context(change: settings =>
            settings["models"]![0]!["dataQuality"] = new JsonObject { ["engine"] = "Script" }
        ) with
        {
            Region = region,
        };
        return StackEvaluator.EvaluateAsync(context, FixedApprovedModels.First(context.Settings, region, TestStacks.Account));
    }
}
