using System.Collections.Immutable;
using System.Text.Json.Nodes;
using MlopsBatch.LocalCloud.Events;
using MlopsBatch.LocalCloud.Scheduler;

namespace MlopsBatch.LocalCloud.Deployment.Handlers;

/// <summary>Schedules.</summary>
internal sealed class ScheduleHandler()
    : ResourceHandler(
        "aws:scheduler/schedule:Schedule",
        ["name", "scheduleExpression", "target"],
        ["groupName", "scheduleExpressionTimezone", "state"],
        ["flexibleTimeWindow", "kmsKeyArn"],
        ["name", "groupName"]
    )
{
    public override IEnumerable<string> Check(JsonObject inputs) =>
        (inputs.Text("flexibleTimeWindow", "mode") ?? "OFF") == "OFF"
            ? base.Check(inputs)
            : base.Check(inputs).Append("flexibleTimeWindow isn't emulated; schedules fire on time, so its mode has to be OFF");

    public override Created Create(CloudAccount account, JsonObject inputs)
    {
        var arn = Put(account, inputs);
        return new($"{inputs.Text("groupName") ?? "default"}/{inputs.Text("name")}", new JsonObject { ["arn"] = arn });
    }

    public override JsonObject Update(CloudAccount account, ResourceState old, JsonObject inputs)
    {
        Put(account, inputs);
        return old.Outputs;
    }

    public override void Delete(CloudAccount account, ResourceState state) =>
        account.Service<SchedulerService>().DeleteSchedule(state.Inputs.Text("name")!);

    private static string Put(CloudAccount account, JsonObject inputs)
    {
        var target = inputs["target"];
        var standard = new RetrySettings();
        return account
            .Service<SchedulerService>()
            .PutSchedule(
                new Schedule
                {
                    Name = inputs.Text("name")!,
                    Group = inputs.Text("groupName") ?? "default",
                    Expression = inputs.Text("scheduleExpression")!,
                    TimeZone = inputs.Text("scheduleExpressionTimezone") ?? "UTC",
                    Enabled = (inputs.Text("state") ?? "ENABLED") == "ENABLED",
                    Target = new EventTarget
                    {
                        Id = "target",
                        Arn = target.Text("arn")!,
                        RoleArn = target.Text("roleArn"),
                        Input = target.Text("input"),
                        DeadLetterTarget = target.Text("deadLetterConfig", "arn"),
                        Retry = new(
                            target.Integer("retryPolicy", "maximumRetryAttempts") ?? standard.MaximumRetryAttempts,
                            target.Integer("retryPolicy", "maximumEventAgeInSeconds") ?? standard.MaximumEventAgeInSeconds
                        ),
                        PipelineParameters = target
                            .Objects("sagemakerPipelineParameters", "pipelineParameters")
                            .ToImmutableSortedDictionary(one => one.Text("name")!, one => one.Text("value")!, StringComparer.Ordinal),
                    },
                }
            );
    }
}
