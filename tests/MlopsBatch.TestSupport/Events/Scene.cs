using MlopsBatch.Events.Settings;
using MlopsBatch.Pipelines.Names;
using MlopsBatch.Pipelines.Storage;

namespace MlopsBatch.TestSupport.Events;

/// <summary>The account, model and execution that fixtures are about.</summary>
public sealed record Scene
{
    public static readonly Scene Default = new();

    public string Account { get; init; } = "111122223333";

    public string Region { get; init; } = "eu-west-1";

    public string Partition { get; init; } = "aws";

    public string Model { get; init; } = "abalone";

    public string Bucket { get; init; } = "mlops-data-111122223333";

    public string BucketPrefix { get; init; } = "mlops";

    public string ExecutionId { get; init; } = "q9w8e7r6t5y4";

    public string Time { get; init; } = "2026-11-20T03:31:18Z";

    public string Group => Model;

    public PipelineNames Pipelines => PipelineNames.For(Model);

    public S3Layout Layout => new(Bucket, BucketPrefix, Model);

    /// <summary>The functions' settings; by default those of an account that has all roles and this one model.</summary>
    public LambdaSettings Settings
    {
        get => field ?? new() { Models = [ModelSettings] };
        init;
    }

    public ModelSettings ModelSettings =>
        new()
        {
            Name = Model,
            PackageGroup = Group,
            TrainingPipeline = Pipelines.Training,
            TrainingWithHpoPipeline = Pipelines.TrainingWithHpo,
            BatchInferencePipeline = Pipelines.BatchInference,
            Bucket = Bucket,
            BucketPrefix = BucketPrefix,
            Metric = "mse",
            Responsible = ["ds@example.com"],
        };

    public string PipelineArn(PipelineKind kind) => $"arn:{Partition}:sagemaker:{Region}:{Account}:pipeline/{Pipelines[kind]}";

    public string ExecutionArn(PipelineKind kind) => $"{PipelineArn(kind)}/execution/{ExecutionId}";

    public string VersionArn(int version) => $"arn:{Partition}:sagemaker:{Region}:{Account}:model-package/{Group}/{version}";
}
