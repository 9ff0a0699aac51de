using MlopsBatch.LocalCloud.SageMaker.Executions;
using MlopsBatch.LocalCloud.Tests.Support;

namespace MlopsBatch.LocalCloud.Tests.SageMaker;

public class ExecutionTests
{
    private const string OneIsOne = """{"Type":"Equals","LeftValue":1,"RightValue":1}""";

    [Fact]
    public async Task Independent_steps_run_side_by_side_and_dependent_ones_after_them()
    {
        await using var cloud = new TestCloud(options => options with { MaxConcurrentJobs = 2 });
        // Each of the two waits until the other one has started, so they can only end together.
        cloud.PutScript(
            "meet",
            $$"""
            import os, sys, time
            me, other = sys.argv[1:3]
            open("{{cloud.Root}}/" + me, "w").close()
            for _ in range(2000):
                if os.path.exists("{{cloud.Root}}/" + other): sys.exit(0)
                time.sleep(0.01)
            sys.exit("nobody came")
            """
        );
        var execution = await cloud.RunAsync(
            Json.Definition(
                Json.Script("After", "meet", arguments: "\"a\",\"b\"", keys: ",\"DependsOn\":[\"A\",\"B\"]"),
                Json.Script("A", "meet", arguments: "\"a\",\"b\""),
                Json.Script("B", "meet", arguments: "\"b\",\"a\"")
            )
        );
        execution.Status.ShouldBe(ExecutionStatus.Succeeded, string.Join('\n', execution.Steps));
        execution.Steps.Select(step => step.Name).ShouldBe(["A", "B", "After"]);
        execution.Step("After").StartTime.ShouldBeGreaterThanOrEqualTo(execution.Step("A").EndTime!.Value);
    }

    [Fact]
    public async Task No_more_steps_run_at_once_than_the_execution_allows()
    {
        await using var cloud = new TestCloud();
        cloud.PutScript("any", "pass");
        var running = 0;
        var most = 0;
        var options = new StartOptions
        {
            MaxParallelSteps = 1,
            StepChanged = step =>
                most = Math.Max(
                    most,
                    running +=
                        step.Status == StepStatus.Starting ? 1
                        : step.HasEnded ? -1
                        : 0
                ),
        };
        await cloud.RunAsync(Json.Definition(Json.Script("A", "any"), Json.Script("B", "any"), Json.Script("C", "any")), options: options);
        most.ShouldBe(1);
    }

    [Fact]
    public async Task A_failed_step_keeps_its_dependents_from_starting_and_lets_the_others_finish()
    {
        await using var cloud = new TestCloud();
        cloud.PutScript("bad", "import sys; sys.exit('broken')");
        cloud.PutScript("good", "import time; time.sleep(0.2)");
        var execution = await cloud.RunAsync(
            Json.Definition(
                Json.Script("Bad", "bad"),
                Json.Script("AfterBad", "good", keys: ",\"DependsOn\":[\"Bad\"]"),
                Json.Script("AfterThat", "good", keys: ",\"DependsOn\":[\"AfterBad\"]"),
                Json.Script("Good", "good"),
                Json.Script("AfterGood", "good", keys: ",\"DependsOn\":[\"Good\"]")
            )
        );
        execution.Status.ShouldBe(ExecutionStatus.Failed);
        execution.FailureReason.ShouldBe("Step failure: One or multiple steps failed.");
        execution
            .Steps.ToDictionary(step => step.Name, step => step.Status)
            .ShouldBe(
                new Dictionary<string, StepStatus>
                {
                    ["Bad"] = StepStatus.Failed,
                    ["Good"] = StepStatus.Succeeded,
                    ["AfterGood"] = StepStatus.Succeeded,
                }
            );
        Should
            .Throw<CloudException>(() => execution.Step("AfterBad"))
            .Message.ShouldEndWith("has not started a step 'AfterBad'. Did you mean 'AfterGood'?");
    }

    [Fact]
    public async Task A_fail_step_ends_the_execution_and_stops_what_runs()
    {
        await using var cloud = new TestCloud(options => options with { MaxConcurrentJobs = 2 });
        cloud.PutScript("slow", "import time; time.sleep(600)");
        cloud.PutScript(
            "wait",
            $$"""
            import os, time
            while not any(n.startswith("pipelines-") and "-Slow-" in n for n in os.listdir("{{cloud.JobsFolder}}")): time.sleep(0.01)
            """
        );
        var execution = await cloud.RunAsync(
            Json.Definition(
                [
                    Json.Script("Slow", "slow"),
                    Json.Script("Wait", "wait"),
                    Json.Condition(
                        "If",
                        OneIsOne,
                        Json.Fail("Stop", """{"Std:Join":{"On":"","Values":["mse is above ",{"Get":"Parameters.Limit"}]} }"""),
                        keys: ",\"DependsOn\":[\"Wait\"]"
                    ),
                    Json.Script("AfterSlow", "slow", keys: ",\"DependsOn\":[\"Slow\"]"),
                ],
                """{"Name":"Limit","Type":"Float","DefaultValue":10}"""
            )
        );
        execution.Status.ShouldBe(ExecutionStatus.Failed);
        execution.FailureReason.ShouldBe("mse is above 10");
        execution.Step("Stop").FailureReason.ShouldBe("mse is above 10");
        execution.Step("Stop").Metadata.ToJsonString().ShouldBe("""{"fail":{"errorMessage":"mse is above 10"}}""");
        execution.Step("Slow").Status.ShouldBe(StepStatus.Stopped);
        execution.Steps.ShouldNotContain(step => step.Name == "AfterSlow");
        cloud.Cloud.Meter.Alive.ShouldBe(0);
    }

    [Fact]
    public async Task Steps_go_through_their_states_in_order()
    {
        await using var cloud = new TestCloud();
        cloud.PutScript("good", "pass");
        cloud.PutScript("bad", "import sys; sys.exit(1)");
        var seen = new List<string>();
        await cloud.RunAsync(
            Json.Definition(
                Json.Script("Good", "good"),
                Json.Script("Bad", "bad", keys: ",\"DependsOn\":[\"Good\"],\"DisplayName\":\"The bad one\"")
            ),
            options: new StartOptions
            {
                StepChanged = step => seen.Add($"{step.DisplayName ?? step.Name} {step.Status} {step.EndTime is not null}"),
            }
        );
        seen.ShouldBe([
            "Good Starting False",
            "Good Executing False",
            "Good Succeeded True",
            "The bad one Starting False",
            "The bad one Executing False",
            "The bad one Failed True",
        ]);
    }

    [Fact]
    public async Task Executions_are_described_and_listed_with_the_newest_first()
    {
        await using var cloud = new TestCloud();
        cloud.PutScript("any", "pass");
        var definition = Json.Definition(
            [Json.Script("A", "any")],
            """{"Name":"Mode","Type":"String","DefaultValue":"x"},{"Name":"Count","Type":"Integer"}"""
        );
        var first = await cloud.RunAsync(definition, new Dictionary<string, string> { ["Count"] = "2" });
        var second = await cloud.RunAsync(
            definition,
            new Dictionary<string, string> { ["Count"] = "3", ["Mode"] = "y" },
            new StartOptions { DisplayName = "again" }
        );

        first.Arn.ShouldBe($"arn:aws:sagemaker:eu-west-1:111122223333:pipeline/pipeline/execution/{first.Id}");
        first.Id.Length.ShouldBe(12);
        first.Parameters.ShouldBe(new Dictionary<string, string> { ["Mode"] = "x", ["Count"] = "2" });
        second.Parameters["Mode"].ShouldBe("y");
        cloud.SageMaker.ListPipelineExecutions("pipeline").Select(execution => execution.DisplayName).ShouldBe(["again", null]);
        cloud.SageMaker.DescribePipelineExecution(first.Arn).ShouldBeSameAs(first);
        cloud.SageMaker.DescribePipeline("pipeline").Definition.ShouldBe(definition);
        cloud.SageMaker.DeletePipeline("pipeline");
        Should.Throw<CloudException>(() => cloud.SageMaker.DescribePipelineExecution(first.Arn)).Code.ShouldBe("ResourceNotFound");
        Should.Throw<CloudException>(() => cloud.SageMaker.StartPipelineExecution("pipeline")).Code.ShouldBe("ResourceNotFound");
    }

    [Fact]
    public async Task Parameters_are_checked_all_at_once()
    {
        await using var cloud = new TestCloud();
        cloud.SageMaker.PutPipeline(
            "p",
            Json.Definition(
                [Json.Fail("F", "\"x\"")],
                """
                {"Name":"Count","Type":"Integer","DefaultValue":1},{"Name":"Share","Type":"Float","DefaultValue":1},{"Name":"Flag","Type":"Boolean","DefaultValue":true},
                {"Name":"Mode","Type":"String","EnumValues":["fast","slow"],"DefaultValue":"fast"},{"Name":"Key","Type":"String"},{"Name":"Long","Type":"String","DefaultValue":""}
                """
            )
        );
        var error = Should.Throw<CloudException>(() =>
            cloud.SageMaker.StartPipelineExecution(
                "p",
                new Dictionary<string, string>
                {
                    ["Count"] = "1.5",
                    ["Share"] = "NaN",
                    ["Flag"] = "yes",
                    ["Mode"] = "quick",
                    ["Long"] = new string('x', 1025),
                    ["Cuont"] = "1",
                }
            )
        );
        error.Code.ShouldBe("ValidationException");
        error.Message.ShouldBe(
            """
            Pipeline 'p' can't be started with these parameters: 7 faults
              - the pipeline declares no parameter 'Cuont'; it has Count, Share, Flag, Mode, Key, Long. Did you mean 'Count'?
              - parameter 'Count': '1.5' is no Integer
              - parameter 'Share': 'NaN' is no Float
              - parameter 'Flag': 'yes' is no Boolean
              - parameter 'Mode': 'quick' is not allowed; allowed are fast, slow
              - parameter 'Key' (String) has no default and was not given
              - parameter 'Long': its value has 1025 characters, SageMaker allows 1024
            """
        );
        cloud.SageMaker.ListPipelineExecutions("p").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_listener_that_throws_ends_no_execution_and_is_told_the_rest()
    {
        await using var cloud = new TestCloud();
        cloud.PutScript("any", "pass");
        using var broken = cloud.Cloud.Default.Events.Subscribe(_ => throw new InvalidOperationException("broken"));
        var seen = new List<StepStatus>();
        var execution = await cloud.RunAsync(
            Json.Definition(Json.Script("A", "any")),
            options: new StartOptions
            {
                StepChanged = step =>
                {
                    seen.Add(step.Status);
                    _ = step.Status == StepStatus.Executing ? throw new InvalidOperationException("full") : 0;
                },
            }
        );
        execution.Status.ShouldBe(ExecutionStatus.Succeeded);
        seen.ShouldBe([StepStatus.Starting, StepStatus.Executing, StepStatus.Succeeded]);
        cloud.Cloud.Activity.Faults.Count(fault => fault.Error.Message == "full").ShouldBe(1);
        cloud.Cloud.Activity.Faults.Count(fault => fault.Error.Message == "broken").ShouldBe(cloud.Events.Count);
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_ids()
    {
        await using var one = new TestCloud();
        await using var two = new TestCloud();
        await using var other = new TestCloud(options => options with { Seed = 8 });
        async Task<string> Job(TestCloud cloud)
        {
            cloud.PutScript("any", "pass");
            return (await cloud.RunAsync(Json.Definition(Json.Script("A", "any")))).Properties("A")["ProcessingJobName"]!.ToString();
        }
        var name = await Job(one);
        (await Job(two)).ShouldBe(name);
        (await Job(other)).ShouldNotBe(name);
    }
}
