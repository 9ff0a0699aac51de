using System.Text.Json;
using System.Text.Json.Nodes;
using MlopsBatch.LocalCloud.S3;
using MlopsBatch.LocalCloud.SageMaker.Executions;
using MlopsBatch.LocalCloud.SageMaker.Jobs.Host;
using MlopsBatch.LocalCloud.SageMaker.Jobs.Processing;
using MlopsBatch.LocalCloud.SageMaker.Registry;

namespace MlopsBatch.LocalCloud.SageMaker.Jobs.Quality;

/// <summary>
/// A QualityCheck step of type DATA_QUALITY. The analyzer's container is emulated by the script of
/// <see cref="CloudOptions.DataQualityScript"/>, which reads and writes Model Monitor's files.
/// </summary>
/// <remarks>
/// <code>
/// SkipCheck RegisterNewBaseline | check                | baseline used for drift check
/// false     false               | against the previous | the previous
/// false     true                | against the previous | the newly calculated
/// true      false               | none                 | the previous
/// true      true                | none                 | the newly calculated
/// </code>
/// In all but the last row there must be a previous baseline.
/// Source: https://docs.aws.amazon.com/sagemaker/latest/dg/pipelines-quality-clarify-baseline-lifecycle.html
/// </remarks>
internal sealed class QualityCheckStep(JobHost host, RegistryDirectory registries) : IStepRunner
{
    private const string OutputFolder = "/opt/ml/processing/output";

    public async Task<StepOutcome> RunAsync(StepRun run, CancellationToken cancellation)
    {
        ImageKind.Require(run.Arguments.Text("AppSpecification", "ImageUri"), ImageKind.ModelMonitor, "QualityCheck");
        var script =
            host.Options.DataQualityScript
            ?? throw StepFailedException.Client(
                "The local cloud was set up without DataQualityScript, which stands for the Model Monitor analyzer."
            );
        var skip = Flag(run, "SkipCheck", false);
        var register = Flag(run, "RegisterNewBaseline", false);
        var failOnViolation = Flag(run, "FailOnViolation", true);
        var previous = Baselines.Previous(run, registries);
        if (!(skip && register))
        {
            previous.Require();
        }
        var output = OutputUri(run);
        var calculated = new Baselines(output.Append("statistics.json").ToString(), output.Append("constraints.json").ToString());
        var check = Describe(run, skip, register, calculated, register ? calculated : previous);
        var metadata = new JsonObject { ["qualityCheck"] = check };

        var described = await new ProcessingJob(host).RunAsync(
            run,
            folder => Command(run, folder, script, skip, register, previous),
            () => run.Started((JsonObject)metadata.DeepClone()),
            cancellation
        );

        var report = output.Append("constraint_violations.json");
        if (!skip)
        {
            check["violationReport"] = report.ToString();
            var violations = CountViolations(report);
            if (violations > 0 && failOnViolation)
            {
                throw StepFailedException.QualityCheck($"Quality check failed. See violation report: {report}", metadata);
            }
        }
        foreach (var name in new[] { "Statistics", "Constraints" })
        {
            described["CalculatedBaseline" + name] = check.Text("calculatedBaseline" + name);
            described["BaselineUsedForDriftCheck" + name] = check.Text("baselineUsedForDriftCheck" + name);
        }
        return new StepOutcome(described, metadata);
    }

    private JobCommand Command(StepRun run, JobFolder folder, string script, bool skip, bool register, Baselines previous)
    {
        if (!skip)
        {
            Download(run, previous.Statistics!, folder.In("processing", "input", "baseline_statistics", "statistics.json"));
            Download(run, previous.Constraints!, folder.In("processing", "input", "baseline_constraints", "constraints.json"));
        }
        return new JobCommand
        {
            Folder = folder,
            Program = "python3",
            Arguments =
            [
                Path.GetFullPath(script),
                "--mode",
                skip ? "baseline" : "check",
                "--skip-check",
                skip ? "true" : "false",
                "--register-new-baseline",
                register ? "true" : "false",
            ],
            WorkingFolder = folder.OptMl,
            Environment = run.Arguments.Map("Environment"),
        };
    }

    private static void Download(StepRun run, string address, string target)
    {
        var uri = S3Uri.Parse(address);
        run.S3.Bucket(uri.Bucket).Download(uri.Key, target);
    }

    /// <summary>
    /// What the analyzer says when it ends (its exit message, in the container); so it is read with nobody's rights.
    /// </summary>
    private int CountViolations(S3Uri report)
    {
        if (host.S3.Find(report) is null)
        {
            throw StepFailedException.Algorithm($"the analyzer wrote no violation report at {report}");
        }
        try
        {
            var content = JsonNode.Parse(host.S3.Bucket(report.Bucket).ReadText(report.Key));
            return (content?["violations"] as JsonArray)?.Count
                ?? throw StepFailedException.Algorithm($"{report} has no list 'violations'");
        }
        catch (JsonException error)
        {
            throw StepFailedException.Algorithm($"{report} is no JSON: {error.Message}");
        }
    }

    private static S3Uri OutputUri(StepRun run) =>
        run
            .Arguments.Objects("ProcessingOutputConfig", "Outputs")
            .FirstOrDefault(output => output.Text("S3Output", "LocalPath") == OutputFolder)
            is { } found
            ? S3Uri.Parse(found.Text("S3Output", "S3Uri")!)
            : throw StepFailedException.Client($"A QualityCheck step needs an output with LocalPath {OutputFolder}.");

    private static bool Flag(StepRun run, string key, bool preset) =>
        run.Values.Resolve(run.Step.Json[key]) switch
        {
            null => preset,
            var value when bool.TryParse(value.ToString(), out var flag) => flag,
            var value => throw StepFailedException.Client($"{key} must be true or false, got {value.ToJsonString()}."),
        };

    /// <summary>The step's metadata as events spell them.</summary>
    private static JsonObject Describe(StepRun run, bool skip, bool register, Baselines calculated, Baselines used)
    {
        var check = new JsonObject { ["checkType"] = run.Step.Json.Text("CheckType") };
        Add("baselineUsedForDriftCheckStatistics", used.Statistics);
        Add("baselineUsedForDriftCheckConstraints", used.Constraints);
        Add("calculatedBaselineStatistics", calculated.Statistics);
        Add("calculatedBaselineConstraints", calculated.Constraints);
        Add("modelPackageGroupName", run.Values.Resolve(run.Step.Json["ModelPackageGroupName"])?.ToString());
        Add("checkJobArn", run.Arn("processing-job", run.JobName));
        check["skipCheck"] = skip;
        check["registerNewBaseline"] = register;
        return check;

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                check[name] = value;
            }
        }
    }
}
