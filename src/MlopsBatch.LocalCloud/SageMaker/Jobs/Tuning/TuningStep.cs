using System.Globalization;
using System.Text.Json.Nodes;
using MlopsBatch.LocalCloud.S3;
using MlopsBatch.LocalCloud.SageMaker.Executions;
using MlopsBatch.LocalCloud.SageMaker.Jobs.Host;
using MlopsBatch.LocalCloud.SageMaker.Jobs.Training;

namespace MlopsBatch.LocalCloud.SageMaker.Jobs.Tuning;

/// <summary>
/// A Tuning step: training jobs side by side, best first afterwards. A trial that fails or prints no objective is put
/// last; only when all are like that the step fails. Early stopping never stops a trial here.
/// </summary>
internal sealed class TuningStep(JobHost host) : IStepRunner
{
    private static readonly string[] NotEmulated = ["TrainingJobDefinitions", "WarmStartConfig", "Autotune"];

    public async Task<StepOutcome> RunAsync(StepRun run, CancellationToken cancellation)
    {
        if (NotEmulated.FirstOrDefault(run.Arguments.ContainsKey) is { } name)
        {
            throw StepFailedException.Client(
                $"{name} is not emulated by the local cloud; leave it out of a definition that is to run here."
            );
        }
        if (run.Arguments["TrainingJobDefinition"] is not JsonObject definition)
        {
            throw StepFailedException.Client("Arguments.TrainingJobDefinition is missing.");
        }
        var config = (JsonObject)run.Arguments["HyperParameterTuningJobConfig"]!;
        var objective = config.At("HyperParameterTuningJobObjective");
        var metric =
            objective.Text("MetricName")
            ?? throw StepFailedException.Client("HyperParameterTuningJobConfig.HyperParameterTuningJobObjective is missing.");
        if (!definition.Objects("AlgorithmSpecification", "MetricDefinitions").Any(item => item.Text("Name") == metric))
        {
            throw StepFailedException.Client(
                $"The objective '{metric}' is not among the MetricDefinitions, so it can't be read from what the script prints."
            );
        }
        var seed = config.Integer("RandomSeed") ?? host.Ids.SeedOf("tuning", run.JobName);
        var plan = TrialPlan.Create(config, seed);
        var metadata = new JsonObject { ["tuningJob"] = new JsonObject { ["arn"] = run.Arn("hyper-parameter-tuning-job", run.JobName) } };
        var trials = await RunTrialsAsync(
            run,
            definition,
            plan,
            metric,
            config.Integer("ResourceLimits", "MaxParallelTrainingJobs") ?? 1,
            () => run.Started(metadata),
            cancellation
        );
        return new StepOutcome(Describe(run, config, trials, objective.Text("Type") == "Maximize"), metadata);
    }

    private async Task<IReadOnlyList<Trial>> RunTrialsAsync(
        StepRun run,
        JsonObject definition,
        IReadOnlyList<IReadOnlyDictionary<string, string>> plan,
        string metric,
        int parallel,
        Action started,
        CancellationToken cancellation
    )
    {
        var trials = new Trial[plan.Count];
        var announced = 0;
        var options = new ParallelOptions { MaxDegreeOfParallelism = parallel, CancellationToken = cancellation };
        await Parallel.ForAsync(
            0,
            plan.Count,
            options,
            async (index, token) =>
            {
                var number = (index + 1).ToString("000", CultureInfo.InvariantCulture);
                var jobName = $"{run.JobName}-{number}-{host.Ids.Of(8, "trial", run.JobName, number)}";
                trials[index] = await RunTrialAsync(
                    run.S3,
                    jobName,
                    Request(definition, plan[index], metric),
                    run.Arn("training-job", jobName),
                    metric,
                    plan[index],
                    Started,
                    token
                );
            }
        );
        return trials;

        void Started()
        {
            if (Interlocked.Exchange(ref announced, 1) == 0)
            {
                started();
            }
        }
    }

    private async Task<Trial> RunTrialAsync(
        LocalS3 s3,
        string jobName,
        JsonObject request,
        string arn,
        string metric,
        IReadOnlyDictionary<string, string> tuned,
        Action started,
        CancellationToken cancellation
    )
    {
        try
        {
            var described = await new TrainingJob(host, s3).RunAsync(jobName, request, arn, started, cancellation);
            var value = described
                .Objects("FinalMetricDataList")
                .FirstOrDefault(item => item.Text("MetricName") == metric)
                ?["Value"]?.GetValue<double>();
            return value is { } number && !double.IsNaN(number)
                ? new Trial(jobName, arn, tuned, number, null)
                : new Trial(jobName, arn, tuned, null, $"the script printed no value of the objective '{metric}'");
        }
        catch (StepFailedException failure)
        {
            return new Trial(jobName, arn, tuned, null, failure.Message);
        }
        catch (CloudException failure)
        {
            return new Trial(jobName, arn, tuned, null, failure.Message);
        }
    }

    /// <summary>CreateTrainingJob's members for one trial.</summary>
    private static JsonObject Request(JsonObject definition, IReadOnlyDictionary<string, string> tuned, string metric)
    {
        var request = (JsonObject)definition.DeepClone();
        request.Remove("StaticHyperParameters");
        if (request["HyperParameterTuningResourceConfig"] is JsonObject resources)
        {
            request.Remove("HyperParameterTuningResourceConfig");
            request["ResourceConfig"] = resources;
        }
        var parameters = new JsonObject();
        foreach (var (name, value) in definition.Map("StaticHyperParameters").Concat(tuned))
        {
            parameters[name] = value;
        }
        parameters["_tuning_objective_metric"] = metric;
        request["HyperParameters"] = parameters;
        return request;
    }

    private static JsonObject Describe(StepRun run, JsonObject config, IReadOnlyList<Trial> trials, bool maximize)
    {
        var completed = trials.Where(trial => trial.Objective is not null).ToList();
        if (completed.Count == 0)
        {
            throw StepFailedException.Client($"All {trials.Count} training jobs of the tuning job failed; the first: {trials[0].Failure}");
        }
        // A stable order: equal objectives keep the order of the trials.
        var ranked = completed
            .OrderBy(trial => maximize ? -trial.Objective : trial.Objective)
            .Concat(trials.Where(trial => trial.Objective is null))
            .ToList();
        return new JsonObject
        {
            ["HyperParameterTuningJobName"] = run.JobName,
            ["HyperParameterTuningJobArn"] = run.Arn("hyper-parameter-tuning-job", run.JobName),
            ["HyperParameterTuningJobStatus"] = "Completed",
            ["HyperParameterTuningJobConfig"] = config.DeepClone(),
            ["TrainingJobDefinition"] = run.Arguments["TrainingJobDefinition"]!.DeepClone(),
            ["TrainingJobStatusCounters"] = new JsonObject
            {
                ["Completed"] = completed.Count,
                ["InProgress"] = 0,
                ["RetryableError"] = 0,
                ["NonRetryableError"] = trials.Count - completed.Count,
                ["Stopped"] = 0,
            },
            ["BestTrainingJob"] = Summary(ranked[0], config),
            ["TrainingJobSummaries"] = new JsonArray([.. ranked.Select(trial => Summary(trial, config))]),
        };
    }

    private static JsonObject Summary(Trial trial, JsonObject config)
    {
        var summary = new JsonObject
        {
            ["TrainingJobName"] = trial.JobName,
            ["TrainingJobArn"] = trial.Arn,
            ["TrainingJobStatus"] = trial.Objective is null ? "Failed" : "Completed",
            ["TunedHyperParameters"] = new JsonObject(trial.Tuned.Select(p => KeyValuePair.Create(p.Key, (JsonNode?)p.Value))),
            ["ObjectiveStatus"] = trial.Objective is null ? "Failed" : "Succeeded",
        };
        if (trial.Objective is { } value)
        {
            var objective = (JsonObject)config["HyperParameterTuningJobObjective"]!.DeepClone();
            objective["Value"] = value;
            summary["FinalHyperParameterTuningJobObjectiveMetric"] = objective;
        }
        else
        {
            summary["FailureReason"] = trial.Failure;
        }
        return summary;
    }

    /// <summary>One training job and what came of it.</summary>
    private sealed record Trial(string JobName, string Arn, IReadOnlyDictionary<string, string> Tuned, double? Objective, string? Failure);
}
