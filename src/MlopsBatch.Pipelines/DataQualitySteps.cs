using MlopsBatch.Pipelines.Definition.Steps;
using MlopsBatch.Pipelines.Definition.Values;
using MlopsBatch.Pipelines.Images;
using MlopsBatch.Pipelines.Names;
using MlopsBatch.Pipelines.Projects;
using MlopsBatch.Pipelines.Storage;

namespace MlopsBatch.Pipelines;

/// <summary>
/// Makes the data quality step of a pipeline, by Model Monitor or by the project's own script. Both have the same name,
/// read the same dataset and write the same files to the same place.
/// </summary>
internal static class DataQualitySteps
{
    private const string DatasetInput = "baseline_dataset_input";
    private const string CheckOutput = "quality_check_output";

    /// <summary>In training: makes the baseline, and checks nothing unless an execution asks for it.</summary>
    public static DataQualityResult MakeBaseline(PipelineContext context, Value<string> dataset) =>
        Make(
            context,
            "Describes the training data: the baseline that batches are compared with.",
            dataset,
            "baseline",
            byDefault: true,
            supplied: null
        );

    /// <summary>In batch inference: compares the batch with the approved model's baseline.</summary>
    public static DataQualityResult Check(PipelineContext context, Value<string> dataset, ApprovedModel approved) =>
        Make(
            context,
            "Compares the batch with the approved model's baseline; drift is a warning and stops nothing.",
            dataset,
            "check",
            byDefault: false,
            new DataBaseline(approved.BaselineStatisticsUri, approved.BaselineConstraintsUri)
        );

    private static DataQualityResult Make(
        PipelineContext context,
        string description,
        Value<string> dataset,
        string mode,
        bool byDefault,
        DataBaseline? supplied
    )
    {
        var skip = new Parameter<bool>(ParameterNames.SkipDataQualityCheck, byDefault);
        var register = new Parameter<bool>(ParameterNames.RegisterNewDataQualityBaseline, byDefault);
        var input = new ProcessingInput(DatasetInput, dataset);
        var output = new ProcessingOutput(CheckOutput, PipelineContext.Here(context.Layout.DataQuality), ContainerPaths.ProcessingOutput);
        return context.Project.DataQualityEngine == DataQualityEngine.Script
            ? ByScript(context, description, mode, skip, register, input, output, supplied)
            : ByModelMonitor(context, description, skip, register, input, output, supplied);
    }

    private static DataQualityResult ByModelMonitor(
        PipelineContext context,
        string description,
        Parameter<bool> skip,
        Parameter<bool> register,
        ProcessingInput input,
        ProcessingOutput output,
        DataBaseline? supplied
    )
    {
        var job = new ProcessingJob
        {
            Settings = context.Settings,
            Cluster = context.Monitoring,
            ImageUri = ImageUris.ModelMonitor(context.Project.Region),
            MaxRuntimeInSeconds = context.Project.TimeLimits.MonitoringSeconds,
            Inputs = [input],
            Outputs = [output],
            Environment = new Dictionary<string, string>
            {
                ["dataset_format"] = """{"csv": {"header": true, "output_columns_position": "START"}}""",
                ["dataset_source"] = input.LocalPath,
                ["output_path"] = ContainerPaths.ProcessingOutput,
                ["publish_cloudwatch_metrics"] = "Disabled",
            },
        };
        var step = new QualityCheckStep(StepNames.DataQualityCheck, description, job)
        {
            // A deploy account can't look into the registry's group, and needn't: it has the approved version's baseline.
            ModelPackageGroup = supplied is null ? context.Project.ModelPackageGroup : null,
            SkipCheck = skip,
            RegisterNewBaseline = register,
            SuppliedStatistics = supplied?.Statistics,
            SuppliedConstraints = supplied?.Constraints,
        };
        return new DataQualityResult(
            step,
            new DataBaseline(step.CalculatedStatistics, step.CalculatedConstraints),
            new DataBaseline(step.StatisticsForDriftCheck, step.ConstraintsForDriftCheck)
        );
    }

    private static DataQualityResult ByScript(
        PipelineContext context,
        string description,
        string mode,
        Parameter<bool> skip,
        Parameter<bool> register,
        ProcessingInput input,
        ProcessingOutput output,
        DataBaseline? supplied
    )
    {
        ProcessingInput[] baseline = supplied is null
            ? []
            : [new("baseline_statistics", supplied.Statistics), new("baseline_constraints", supplied.Constraints)];
        var step = new ProcessingStep(
            StepNames.DataQualityCheck,
            description,
            context.Script(
                ScriptNames.DataQuality,
                context.Monitoring,
                [("--mode", mode), ("--skip-check", Text.Of($"{skip}")), ("--register-new-baseline", Text.Of($"{register}"))],
                [input, .. baseline],
                [output]
            )
        );
        var uri = step.Output(CheckOutput);
        var made = new DataBaseline(Text.Of($"{uri}/{S3Layout.Statistics}"), Text.Of($"{uri}/{S3Layout.Constraints}"));
        return new DataQualityResult(step, made, made);
    }
}
