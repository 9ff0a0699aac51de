using MlopsBatch.Aws;
using MlopsBatch.Events.Settings;
using MlopsBatch.Lambda.Common.Registry;
using MlopsBatch.Lambda.Common.Text;
using MlopsBatch.Lambda.Notifications.Lookups;
using MlopsBatch.Lambda.Notifications.Text;
using MlopsBatch.Pipelines.Names;
using MlopsBatch.Pipelines.Storage;

namespace MlopsBatch.Lambda.Notifications.Mails.Executions;

/// <summary>An execution of a pipeline, read from its ARN <c>…:pipeline/{name}/execution/{id}</c>.</summary>
internal sealed record PipelineRun(Arn Arn, string Pipeline, string ExecutionId, ModelSettings? Model)
{
    // Processing, training and transform jobs log to a group each; the step's name tells which, for our own steps.
    private static readonly Dictionary<string, string> LogGroups = new(StringComparer.Ordinal)
    {
        [StepNames.TrainingPreProcess] = "ProcessingJobs",
        [StepNames.DataQualityCheck] = "ProcessingJobs",
        [StepNames.TrainingEvaluation] = "ProcessingJobs",
        [StepNames.DataPreProcessing] = "ProcessingJobs",
        [StepNames.DataCheckPreProcessing] = "ProcessingJobs",
        [StepNames.ModelQualityCalculation] = "ProcessingJobs",
        [StepNames.Training] = "TrainingJobs",
        [StepNames.Tuning] = "TrainingJobs",
        [StepNames.BatchInference] = "TransformJobs",
    };

    public string Region => Arn.Region;

    /// <summary>Key of the object that it works on, or why that isn't known; null if it has none.</summary>
    public string? Input { get; private init; }

    /// <summary>Key of the object that it works on; null if it has none or that isn't known.</summary>
    public string? InputKey { get; private init; }

    /// <summary>Whether the look-up of the input went well.</summary>
    public bool InputIsKnown => Input == InputKey;

    /// <summary>Whether it is the model's batch inference; the others train.</summary>
    public bool IsBatchInference => Model is not null && Pipeline.Equals(Model.BatchInferencePipeline, StringComparison.OrdinalIgnoreCase);

    /// <summary>The pipeline's ARN.</summary>
    public Arn PipelineArn => Arn with { Resource = $"pipeline/{Pipeline}" };

    public ConsoleLinks Links { get; } = new(Arn.Region);

    /// <summary>What ran, to begin a subject: <c>abalone: batch inference</c> or <c>Pipeline x</c>.</summary>
    public string Title => Model is null ? $"Pipeline {Pipeline}" : $"{Model.Name}: {KindWords}";

    /// <summary>What ran, within a sentence: <c>batch inference of model abalone</c> or <c>pipeline x</c>.</summary>
    public string Words => Model is null ? $"pipeline {Pipeline}" : $"{KindWords} of model {Model.Name}";

    /// <summary><see cref="Words"/>, to begin a sentence.</summary>
    public string Sentence => char.ToUpperInvariant(Words[0]) + Words[1..];

    /// <summary>Where the model's objects lie, if the model is known.</summary>
    public S3Layout? Layout => Model is null ? null : new S3Layout(Model.Bucket, Model.BucketPrefix, Model.Name);

    private string KindWords =>
        Pipeline.Equals(Model?.TrainingPipeline, StringComparison.OrdinalIgnoreCase) ? "training"
        : Pipeline.Equals(Model?.TrainingWithHpoPipeline, StringComparison.OrdinalIgnoreCase) ? "training with HPO"
        : "batch inference";

    /// <summary>Null if the text is no execution's ARN.</summary>
    public static PipelineRun? Find(string? executionArn, LambdaSettings settings) =>
        PlainArn.TryParse(executionArn, out var arn)
        && arn.Service == "sagemaker"
        && arn.ResourceParts is ["pipeline", { Length: > 0 } name, "execution", { Length: > 0 } id]
            ? new PipelineRun(arn, name, id, settings.ByPipeline(name))
            : null;

    /// <summary>The same run with its input.</summary>
    public PipelineRun On(ExecutionInput? input) => this with { Input = input?.Key, InputKey = input?.Key };

    /// <summary>The same run with its input looked up.</summary>
    public async Task<PipelineRun> WithInputAsync(IPipelineExecutions executions, CancellationToken cancellationToken)
    {
        try
        {
            return On(await executions.InputOfAsync(Arn.ToString(), cancellationToken));
        }
        catch (LookupException e)
        {
            return this with { Input = $"not known. {e.Message}" };
        }
    }

    /// <summary>The step's log streams: SageMaker names a job <c>pipelines-{execution}-{step}-…</c>.</summary>
    public string? LogsOf(string step) =>
        LogGroups.TryGetValue(step, out var group) ? Links.Logs($"/aws/sagemaker/{group}", $"pipelines-{ExecutionId}-{step}") : null;

    /// <summary>Adds which pipeline, when and where to a mail.</summary>
    public MailText Where(MailText text, string? start = null, string? end = null) =>
        text.Row("Input", Input)
            .Row("Pipeline", Pipeline)
            .Row("Execution", ExecutionId)
            .Row("Started", Figures.Time(start))
            .Row(
                "Ended",
                Figures.Time(end) is { } ended && Figures.Duration(start, end) is { } took ? $"{ended}, after {took}" : Figures.Time(end)
            )
            .Row("Account", $"{Arn.Account}, {Arn.Region}");
}
