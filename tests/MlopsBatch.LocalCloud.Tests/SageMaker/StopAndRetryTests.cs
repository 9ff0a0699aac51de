using Microsoft.Extensions.Time.Testing;
using MlopsBatch.LocalCloud.SageMaker.Executions;
using MlopsBatch.LocalCloud.Tests.Support;

namespace MlopsBatch.LocalCloud.Tests.SageMaker;

public class StopAndRetryTests
{
    private const string Policies = """
        ,"RetryPolicies":[
          {"BackoffRate":2.0,"IntervalSeconds":10,"MaxAttempts":3,"ExceptionType":["SageMaker.CAPACITY_ERROR"]},
          {"BackoffRate":1.0,"IntervalSeconds":50,"ExpireAfterMin":2,"ExceptionType":["Step.THROTTLING","Step.SERVICE_FAULT"]}]
        """;

    [Fact]
    public async Task Stopping_kills_a_step_with_its_children_and_the_next_run_works()
    {
        await using var cloud = new TestCloud();
        cloud.PutScript(
            "family",
            $$"""
            import subprocess, sys, time
            child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
            with open("{{cloud.Root}}/child.tmp", "w") as f: f.write(str(child.pid))
            import os; os.rename("{{cloud.Root}}/child.tmp", "{{cloud.Root}}/child")
            time.sleep(600)
            """
        );
        cloud.PutScript("any", "pass");
        var execution = cloud.Start(Json.Definition(Json.Script("A", "family"), Json.Script("B", "any", keys: ",\"DependsOn\":[\"A\"]")));
        var child = int.Parse(
            await Wait.ForFileAsync(Path.Combine(cloud.Root, "child")),
            System.Globalization.CultureInfo.InvariantCulture
        );
        Wait.IsAlive(child).ShouldBeTrue();

        execution.Stop();
        await execution.Completion;

        execution.Status.ShouldBe(ExecutionStatus.Stopped);
        execution.Steps.Select(step => (step.Name, step.Status)).ShouldBe([("A", StepStatus.Stopped)]);
        await Wait.UntilAsync(() => !Wait.IsAlive(child), "the script's child still runs");
        cloud.Cloud.Meter.Alive.ShouldBe(0);
        execution.Stop();
        (await cloud.RunAsync(Json.Definition(Json.Script("B", "any")))).Status.ShouldBe(ExecutionStatus.Succeeded);
    }

    /// <summary>As SageMaker does (API reference, DeletePipeline): recreating or destroying waits for it, and can be run again.</summary>
    [Fact]
    public async Task A_pipeline_is_deleted_only_once_none_of_its_executions_runs()
    {
        await using var cloud = new TestCloud();
        cloud.PutScript("slow", $"open('{cloud.Root}/started', 'w').write('x'); import time; time.sleep(600)");
        var execution = cloud.Start(Json.Definition(Json.Script("A", "slow")));
        await Wait.ForFileAsync(Path.Combine(cloud.Root, "started"));
        var pipeline = cloud.SageMaker.ListPipelines().Single().Name;

        var refused = Should.Throw<CloudException>(() => cloud.SageMaker.DeletePipeline(pipeline));
        refused.Code.ShouldBe("ConflictException");
        execution.EndTime.ShouldBeNull();

        execution.Stop();
        await execution.Completion;
        cloud.SageMaker.DeletePipeline(pipeline);
        cloud.SageMaker.ListPipelines().ShouldBeEmpty();
    }

    [Fact]
    public async Task Stopping_announces_stopping_before_stopped()
    {
        await using var cloud = new TestCloud();
        cloud.PutScript("slow", "import time; time.sleep(600)");
        var started = new TaskCompletionSource();
        var execution = cloud.Start(
            Json.Definition(Json.Script("A", "slow")),
            options: new StartOptions { StepChanged = step => _ = step.Status == StepStatus.Executing && started.TrySetResult() }
        );
        await started.Task;
        execution.Stop();
        await execution.Completion;
        cloud
            .Events.Select(happened =>
                (string?)happened.Detail["currentStepStatus"] ?? (string?)happened.Detail["currentPipelineExecutionStatus"]
            )
            .ShouldBe(["Executing", "Starting", "Executing", "Stopping", "Stopping", "Stopped", "Stopped"]);
    }

    [Fact]
    public async Task Disposing_the_cloud_stops_everything()
    {
        var cloud = new TestCloud();
        cloud.PutScript("slow", $"open('{cloud.Root}/started', 'w').write('x'); import time; time.sleep(600)");
        var execution = cloud.Start(Json.Definition(Json.Script("A", "slow")));
        await Wait.ForFileAsync(Path.Combine(cloud.Root, "started"));
        var meter = cloud.Cloud.Meter;
        await cloud.DisposeAsync();
        execution.Status.ShouldBe(ExecutionStatus.Stopped);
        meter.Alive.ShouldBe(0);
    }

    [Fact]
    public async Task A_child_that_a_script_leaves_behind_is_gone_when_the_step_ends()
    {
        await using var cloud = new TestCloud();
        cloud.PutScript(
            "leaves",
            $$"""
            import subprocess, sys
            child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
            with open("{{cloud.Root}}/child", "w") as f: f.write(str(child.pid))
            """
        );
        (await cloud.RunAsync(Json.Definition(Json.Script("A", "leaves")))).Status.ShouldBe(ExecutionStatus.Succeeded);
        var child = int.Parse(File.ReadAllText(Path.Combine(cloud.Root, "child")), System.Globalization.CultureInfo.InvariantCulture);
        await Wait.UntilAsync(() => !Wait.IsAlive(child), "the script's child still runs");
    }

    [Fact]
    public async Task A_fault_of_the_service_is_retried_with_growing_waits()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 3, 0, 0, TimeSpan.Zero));
        await using var cloud = new TestCloud(options =>
            options with
            {
                Time = time,
                StepFault = (_, attempt) => attempt < 3 ? "SageMaker.CAPACITY_ERROR" : null,
            }
        );
        cloud.PutScript("any", "pass");
        var execution = cloud.Start(Json.Definition(Json.Script("A", "any", keys: Policies)));
        await AdvanceUntilDoneAsync(cloud, execution, time);
        execution.Status.ShouldBe(ExecutionStatus.Succeeded, string.Join('\n', execution.Steps));
        var step = execution.Step("A");
        step.AttemptCount.ShouldBe(3);
        (step.EndTime!.Value - step.StartTime).ShouldBe(TimeSpan.FromSeconds(30), "10 s and 20 s lie between the tries");
        cloud.Events.Count(happened => (string?)happened.Detail["currentStepStatus"] == "Starting").ShouldBe(1);
    }

    [Theory]
    [InlineData("SageMaker.CAPACITY_ERROR", 4)]
    [InlineData("Step.THROTTLING", 3)]
    [InlineData("SageMaker.RESOURCE_LIMIT", 1)]
    public async Task Retries_end_with_the_policy(string exception, int attempts)
    {
        var time = new FakeTimeProvider();
        await using var cloud = new TestCloud(options => options with { Time = time, StepFault = (_, _) => exception });
        cloud.PutScript("any", "pass");
        var execution = cloud.Start(Json.Definition(Json.Script("A", "any", keys: Policies)));
        await AdvanceUntilDoneAsync(cloud, execution, time);
        execution.Step("A").AttemptCount.ShouldBe(attempts);
        execution.Step("A").FailureReason.ShouldBe($"{exception}: made up by StepFault for try {attempts}.");
    }

    [Fact]
    public async Task A_script_that_fails_is_not_retried()
    {
        await using var cloud = new TestCloud();
        cloud.PutScript("bad", $"open('{cloud.Root}/tries', 'a').write('x'); import sys; sys.exit(1)");
        await cloud.RunAsync(Json.Definition(Json.Script("A", "bad", keys: Policies)));
        File.ReadAllText(Path.Combine(cloud.Root, "tries")).ShouldBe("x");
    }

    /// <summary>Puts the clock forward only when nothing but the clock is waited for.</summary>
    private static async Task AdvanceUntilDoneAsync(TestCloud cloud, PipelineExecution execution, FakeTimeProvider time)
    {
        await cloud.Cloud.WhenIdleAsync();
        while (execution.EndTime is null)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            await cloud.Cloud.WhenIdleAsync();
        }
    }
}
