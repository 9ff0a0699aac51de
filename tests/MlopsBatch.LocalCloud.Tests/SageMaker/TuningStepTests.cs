using System.Globalization;
using MlopsBatch.LocalCloud.SageMaker.Executions;
using MlopsBatch.LocalCloud.Tests.Support;

namespace MlopsBatch.LocalCloud.Tests.SageMaker;

public class TuningStepTests
{
    private const string Script = """
        import os, sys
        args = dict(zip(sys.argv[1::2], sys.argv[2::2]))
        assert args["--fixed"] == "7" and args["--_tuning_objective_metric"] == "validation:mse", args
        if args.get("--mode") == "bad": sys.exit("bad trial")
        if args.get("--mode") == "silent": sys.exit(0)
        print("validation:mse=" + args.get("--depth", args.get("--rate", "1")))
        """;

    private const string Depth = "\"IntegerParameterRanges\":[{\"Name\":\"depth\",\"MinValue\":\"1\",\"MaxValue\":\"40\"}]";

    [Theory]
    [InlineData("Minimize", "Random")]
    [InlineData("Maximize", "Bayesian")]
    public async Task Trials_stay_in_their_range_and_are_ranked_by_the_objective(string type, string strategy)
    {
        await using var cloud = Prepared();
        var execution = await cloud.RunAsync(Json.Definition(JobJson.Tuning("Tune", Depth, strategy, type: type)));

        execution.Status.ShouldBe(ExecutionStatus.Succeeded, string.Join('\n', execution.Steps));
        var summaries = execution.Properties("Tune")["TrainingJobSummaries"]!.AsArray();
        var depths = summaries
            .Select(summary => int.Parse(summary!["TunedHyperParameters"]!["depth"]!.ToString(), CultureInfo.InvariantCulture))
            .ToList();
        depths.Count.ShouldBe(6);
        depths.ShouldBeUnique();
        depths.ShouldAllBe(depth => depth >= 1 && depth <= 40);
        depths.ShouldBe(type == "Minimize" ? depths.Order() : depths.OrderDescending());
        summaries
            .Select(summary => summary!["FinalHyperParameterTuningJobObjectiveMetric"]!["Value"]!.GetValue<double>())
            .ShouldBe(depths.Select(depth => (double)depth));
        execution.Properties("Tune")["BestTrainingJob"]!["TrainingJobName"]!
            .ToString()
            .ShouldBe(summaries[0]!["TrainingJobName"]!.ToString());
        cloud.Bucket.Find($"models/{summaries[0]!["TrainingJobName"]}/output/model.tar.gz").ShouldNotBeNull();
    }

    [Fact]
    public async Task The_same_seed_tries_the_same_points_and_another_execution_others()
    {
        var definition = Json.Definition(JobJson.Tuning("Tune", Depth));
        await using var one = Prepared();
        await using var two = Prepared();
        var first = Points(await one.RunAsync(definition));
        first.ShouldBe(Points(await two.RunAsync(definition)));
        first.ShouldNotBe(Points(await one.RunAsync(definition)));

        var fixedSeed = Json.Definition(JobJson.Tuning("Tune", Depth, more: ",\"RandomSeed\":5"));
        Points(await one.RunAsync(fixedSeed)).ShouldBe(Points(await one.RunAsync(fixedSeed)));

        static IEnumerable<string> Points(PipelineExecution execution) =>
            execution.Properties("Tune")["TrainingJobSummaries"]!
                .AsArray()
                .Select(summary => summary!["TunedHyperParameters"]!.ToJsonString())
                .Order(StringComparer.Ordinal)
                .ToList();
    }

    [Fact]
    public async Task A_grid_tries_every_combination()
    {
        await using var cloud = Prepared();
        const string ranges =
            "\"CategoricalParameterRanges\":[{\"Name\":\"depth\",\"Values\":[\"3\",\"1\"]},{\"Name\":\"kind\",\"Values\":[\"a\",\"b\"]}]";
        var execution = await cloud.RunAsync(Json.Definition(JobJson.Tuning("Tune", ranges, "Grid", "\"MaxParallelTrainingJobs\":2")));
        execution.Properties("Tune")["TrainingJobSummaries"]!
            .AsArray()
            .Select(summary => summary!["TunedHyperParameters"]!.ToJsonString())
            .ShouldBe([
                """{"depth":"1","kind":"a"}""",
                """{"depth":"1","kind":"b"}""",
                """{"depth":"3","kind":"a"}""",
                """{"depth":"3","kind":"b"}""",
            ]);

        var wrong = await cloud.RunAsync(Json.Definition(JobJson.Tuning("Tune", ranges, "Grid")));
        wrong
            .Step("Tune")
            .FailureReason.ShouldBe("ClientError: The grid has 4 points, so MaxNumberOfTrainingJobs must be 4 or left out; got 6.");
    }

    [Fact]
    public async Task Trials_that_fail_or_say_nothing_come_last_and_do_not_fail_the_job()
    {
        await using var cloud = Prepared();
        const string ranges = "\"CategoricalParameterRanges\":[{\"Name\":\"mode\",\"Values\":[\"bad\",\"good\",\"silent\"]}]";
        var execution = await cloud.RunAsync(Json.Definition(JobJson.Tuning("Tune", ranges, "Grid", "\"MaxParallelTrainingJobs\":3")));
        execution.Status.ShouldBe(ExecutionStatus.Succeeded);
        var summaries = execution.Properties("Tune")["TrainingJobSummaries"]!.AsArray();
        summaries[0]!["TunedHyperParameters"]!["mode"]!.ToString().ShouldBe("good");
        summaries.Skip(1).Select(summary => summary!["TrainingJobStatus"]!.ToString()).ShouldBe(["Failed", "Failed"]);
        summaries
            .Skip(1)
            .Select(summary => summary!["FailureReason"]!.ToString())
            .ShouldBe(["AlgorithmError: bad trial, exit code: 1", "the script printed no value of the objective 'validation:mse'"]);
        execution.Properties("Tune")["TrainingJobStatusCounters"]!["NonRetryableError"]!.GetValue<int>().ShouldBe(2);
    }

    [Fact]
    public async Task When_all_trials_fail_the_step_fails()
    {
        await using var cloud = Prepared();
        const string ranges = "\"CategoricalParameterRanges\":[{\"Name\":\"mode\",\"Values\":[\"bad\"]}]";
        var execution = await cloud.RunAsync(Json.Definition(JobJson.Tuning("Tune", ranges, "Grid", "\"MaxParallelTrainingJobs\":1")));
        execution
            .Step("Tune")
            .FailureReason.ShouldBe(
                "ClientError: All 1 training jobs of the tuning job failed; the first: AlgorithmError: bad trial, exit code: 1"
            );
    }

    [Theory]
    [InlineData("Linear", 1.0)]
    [InlineData("Logarithmic", 0.01)]
    [InlineData("ReverseLogarithmic", 0.01)]
    public async Task Continuous_ranges_follow_their_scaling(string scaling, double half)
    {
        await using var cloud = Prepared();
        var (min, max) = scaling == "ReverseLogarithmic" ? ("0.001", "0.999") : ("0.0001", "2");
        var ranges = $$"""
            "ContinuousParameterRanges":[{"Name":"rate","MinValue":"{{min}}","MaxValue":"{{max}}","ScalingType":"{{scaling}}"}]
            """;
        var execution = await cloud.RunAsync(
            Json.Definition(JobJson.Tuning("Tune", ranges, limits: "\"MaxNumberOfTrainingJobs\":30,\"MaxParallelTrainingJobs\":2"))
        );
        var values = execution.Properties("Tune")["TrainingJobSummaries"]!
            .AsArray()
            .Select(summary => double.Parse(summary!["TunedHyperParameters"]!["rate"]!.ToString(), CultureInfo.InvariantCulture))
            .ToList();
        values.Count.ShouldBe(30);
        values.ShouldAllBe(value =>
            value >= double.Parse(min, CultureInfo.InvariantCulture) && value <= double.Parse(max, CultureInfo.InvariantCulture)
        );
        // About half of the draws lie on each side of the scale's middle.
        var below =
            scaling == "ReverseLogarithmic"
                ? values.Count(value => 1 - value < half * Math.Sqrt(10))
                : values.Count(value => value < (scaling == "Linear" ? half : half * Math.Sqrt(2)));
        below.ShouldBeInRange(7, 23);
    }

    [Theory]
    [InlineData(
        "Random",
        "\"IntegerParameterRanges\":[{\"Name\":\"d\",\"MinValue\":\"5\",\"MaxValue\":\"1\"}]",
        "ClientError: The range of 'd' needs numbers as MinValue and MaxValue, the lower first; got '5' and '1'."
    )]
    [InlineData(
        "Random",
        "\"ContinuousParameterRanges\":[{\"Name\":\"d\",\"MinValue\":\"0\",\"MaxValue\":\"1\",\"ScalingType\":\"Logarithmic\"}]",
        "ClientError: The range of 'd' is Logarithmic, so MinValue must be above 0; got 0."
    )]
    [InlineData("Grid", Depth, "ClientError: Strategy Grid takes categorical ranges only; 'depth' is another one.")]
    [InlineData(
        "Hyperband",
        Depth,
        "ClientError: The local cloud emulates the strategies Random, Bayesian (as Random) and Grid, not Hyperband."
    )]
    [InlineData("Random", "", "ClientError: ParameterRanges has no range; a tuning job needs at least one.")]
    public async Task A_plan_that_makes_no_sense_is_refused(string strategy, string ranges, string reason)
    {
        await using var cloud = Prepared();
        (await cloud.RunAsync(Json.Definition(JobJson.Tuning("Tune", ranges, strategy)))).Step("Tune").FailureReason.ShouldBe(reason);
    }

    [Fact]
    public async Task The_best_model_can_be_joined_into_an_address()
    {
        await using var cloud = Prepared();
        cloud.SageMaker.Registry.CreateModelPackageGroup("group");
        const string best =
            """{"Std:Join":{"On":"/","Values":["s3:/","data","models",{"Get":"Steps.Tune.TrainingJobSummaries[0].TrainingJobName"},"output/model.tar.gz"]} }""";
        var execution = await cloud.RunAsync(
            Json.Definition(JobJson.Tuning("Tune", Depth), JobJson.Register("Register", modelDataUrl: best))
        );
        execution.Status.ShouldBe(ExecutionStatus.Succeeded, string.Join('\n', execution.Steps));
        var name = execution.Properties("Tune")["BestTrainingJob"]!["TrainingJobName"];
        cloud.SageMaker.Registry.ListModelPackages("group")[0].ModelDataUrl.ShouldBe($"s3://data/models/{name}/output/model.tar.gz");
    }

    private static TestCloud Prepared()
    {
        var cloud = new TestCloud();
        cloud.Bucket.PutArchive("source/sourcedir.tar.gz", ("train.py", Script));
        return cloud;
    }
}
