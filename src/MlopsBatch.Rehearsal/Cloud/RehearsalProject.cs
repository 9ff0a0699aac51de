using System.Globalization;
using MlopsBatch.LocalCloud;
using MlopsBatch.Pipelines.Projects;
using MlopsBatch.Pipelines.Scripts;
using MlopsBatch.Rehearsal.Data;

namespace MlopsBatch.Rehearsal.Cloud;

/// <summary>The model project that is rehearsed: as in production, with names that nobody owns.</summary>
internal static class RehearsalProject
{
    private const string Name = "rehearsal";

    public static ModelProject Create(RehearsalOptions options, RehearsalData data, CloudOptions cloud, ScriptBundle scripts)
    {
        var project = Default(options, data, cloud, scripts);
        return options.Configured is { Model: var model } own
            ? project with
            {
                Name = model.Name,
                BucketPrefix = own.BucketPrefix,
                ModelPackageGroup = model.ModelPackageGroup ?? model.Name,
            }
            : project;
    }

    private static ModelProject Default(RehearsalOptions options, RehearsalData data, CloudOptions cloud, ScriptBundle scripts) =>
        new()
        {
            Name = Name,
            Region = cloud.Region,
            Bucket = $"mlops-batch-{cloud.AccountId}",
            BucketPrefix = "mlops",
            KmsKeyArn = $"arn:aws:kms:{cloud.Region}:{cloud.AccountId}:key/00000000-0000-0000-0000-000000000000",
            ExecutionRoleArn = $"arn:aws:iam::{cloud.AccountId}:role/mlops-batch-execution",
            SubnetIds = ["subnet-00000000000000001"],
            SecurityGroupIds = ["sg-00000000000000001"],
            ModelPackageGroup = Name,
            Lineage = new("rehearsal", "local", scripts.Hash),
            Metric = Metric.Parse(data.Metric),
            MetricThreshold = data.Threshold,
            Data = options.Format with
            {
                Target = options.TrainingData is null ? data.TargetPosition.ToString(CultureInfo.InvariantCulture) : options.Target,
                Header = data.Header,
                RecordId = data.RecordIdPosition?.ToString(CultureInfo.InvariantCulture),
            },
            Hpo = new()
            {
                MaxJobs = options.TuningJobs,
                MaxParallel = Math.Min(2, options.TuningJobs),
                Ranges = scripts.Contract.SearchRanges,
            },
            Seed = options.Seed,
        };
}
