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
}
