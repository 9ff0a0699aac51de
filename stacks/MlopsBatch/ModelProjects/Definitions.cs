using MlopsBatch.Aws;
using MlopsBatch.Configuration;
using MlopsBatch.Pipelines;
using MlopsBatch.Pipelines.Projects;
using MlopsBatch.Pipelines.Scripts;
using MlopsBatch.Pipelines.Storage;
using MlopsBatch.Platform;
using Pulumi;

namespace MlopsBatch.ModelProjects;

/// <summary>From a model's settings to the definitions of its pipelines.</summary>
internal sealed class Definitions
{
    private readonly Output<ModelProject> _project;

    public Definitions(Account account, SharedResources shared, ModelOptions model, JobRole role, ScriptBundle scripts) =>
        _project = Output
            .Tuple(shared.Bucket.Key.Arn, role.Arn)
            .Apply(arns => Project(account.Context, model, arns.Item1, arns.Item2, scripts.Hash, scripts.Contract));

    public Output<string> Training => _project.Apply(project => TrainingPipeline.Build(project).ToJson());

    public Output<string> TrainingWithHpo => _project.Apply(project => TrainingWithHpoPipeline.Build(project).ToJson());

    public Output<string> BatchInference(Output<ApprovedModel?> approved) =>
        Output.Tuple(_project, approved).Apply(known => BatchInferencePipeline.Build(known.Item1, known.Item2).ToJson());

    /// <summary>Plain values for the pure part of the program.</summary>
    public static ModelProject Project(
        StackContext context,
        ModelOptions model,
        string kmsKeyArn,
        string roleArn,
        string scriptsHash,
        ScriptContract contract
    )
    {
        var settings = context.Settings;
        var layout = new S3Layout(settings.Bucket.Name, settings.Bucket.Prefix, model.Name);
        var project = new ModelProject
        {
            Name = model.Name,
            Region = context.Region,
            Bucket = settings.Bucket.Name,
            BucketPrefix = settings.Bucket.Prefix,
            KmsKeyArn = kmsKeyArn,
            ExecutionRoleArn = roleArn,
            SubnetIds = settings.Network?.SubnetIds ?? [],
            SecurityGroupIds = settings.Network?.SecurityGroupIds ?? [],
            ModelPackageGroup = GroupReference(context, model),
            Lineage = new(context.Commit, context.Repository, scriptsHash),
            FrameworkVersion = model.FrameworkVersion,
            Metric = Metric.Parse(model.Metric.Name),
            MetricThreshold = model.Metric.Threshold,
            MetricConfidence = model.Metric.Confidence,
            Data = model.Format(),
            Hyperparameters = model.Hyperparameters,
            Instances = new()
            {
                Processing = Pool(model.Instances.Processing),
                Training = Pool(model.Instances.Training),
                Transform = Pool(model.Instances.Transform),
                Monitoring = Pool(model.Instances.Monitoring),
            },
            DataQualityEngine = Enum.Parse<DataQualityEngine>(model.DataQuality.Engine),
            Tags = Account.TagValues(context, model.Name),
            DefaultTrainingKey = (model.Triggers.Training.Reads ?? model.Triggers.Training.Key) is { } key
                ? layout.TrainingData.Key(key)
                : null,
            DefaultInferenceKey = model.Triggers.Inference.Reads is { } batch ? layout.InferenceData.Key(batch) : null,
        };
        return project with { Hpo = Hpo(model.Hpo, contract) };
    }

    /// <summary>The group's name, or its ARN where the registry is in another account.</summary>
    public static string GroupReference(StackContext context, ModelOptions model) =>
        context.Settings.Registry is { } registry
            ? Partition
                .OfRegion(context.Region)
                .Arn("sagemaker", context.Region, registry.AccountId, $"model-package-group/{Models.GroupOf(model)}")
                .ToString()
            : Models.GroupOf(model);

    private static InstancePool Pool(JobInstanceOptions options) =>
        new()
        {
            Type = options.Type,
            Count = options.Count,
            VolumeSizeInGB = options.VolumeSizeInGb,
        };

    private static HpoOptions Hpo(TuningOptions options, ScriptContract contract) =>
        new()
        {
            Objective = options.Objective is { } objective ? Metric.Parse(objective) : null,
            MaxJobs = options.MaxJobs,
            MaxParallel = options.MaxParallel,
            Ranges =
                options.Ranges.Count == 0
                    ? contract.SearchRanges
                    : options.Ranges.ToDictionary(range => range.Key, range => Range(range.Value)),
        };

    private static HpoRange Range(TuningRange range) =>
        range switch
        {
            { Integer: [var low, var high] } => new HpoRange.Integer(low, high),
            { Continuous: [var low, var high] } => new HpoRange.Continuous(low, high),
            _ => new HpoRange.Categorical(range.Categorical ?? []),
        };
}
