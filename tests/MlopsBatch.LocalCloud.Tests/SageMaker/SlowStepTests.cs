using MlopsBatch.LocalCloud.SageMaker.Executions;
using MlopsBatch.LocalCloud.Tests.Support;

namespace MlopsBatch.LocalCloud.Tests.SageMaker;

/// <summary>An order that only a machine's times make is no order.</summary>
public sealed class SlowStepTests
{
    [Theory]
    [InlineData("\"Quick\",\"Slow\"", StepStatus.Succeeded)]
    [InlineData("\"Quick\"", null)]
    public async Task A_slow_step_is_lost_to_a_Fail_step_that_does_not_wait_for_it(string dependencies, StepStatus? slow)
    {
        await using var cloud = new TestCloud(options => options with { IsSlow = step => step == "Slow" });
        cloud.PutScript("any", "pass");
        const string Always = """{"Type":"Equals","LeftValue":1,"RightValue":1}""";

        var execution = await cloud.RunAsync(
            Json.Definition(
                Json.Script("Slow", "any"),
                Json.Script("Quick", "any"),
                Json.Condition("Check", Always, Json.Fail("Violated", "\"too bad\""), keys: $",\"DependsOn\":[{dependencies}]")
            )
        );

        execution.Status.ShouldBe(ExecutionStatus.Failed);
        var found = execution.Steps.FirstOrDefault(step => step.Name == "Slow");
        (found?.Status).ShouldBe(slow);
    }

    [Fact]
    public async Task Slow_steps_alone_run_all_the_same()
    {
        await using var cloud = new TestCloud(options => options with { IsSlow = _ => true });
        cloud.PutScript("any", "pass");

        var execution = await cloud.RunAsync(Json.Definition(Json.Script("A", "any"), Json.Script("B", "any")));

        execution.Status.ShouldBe(ExecutionStatus.Succeeded);
        execution.Steps.Count.ShouldBe(2);
    }
}
