using System.Globalization;
using MlopsBatch.Pipelines.Scripts;
using MlopsBatch.Pipelines.Storage;

namespace MlopsBatch.Pipelines.Projects;

/// <summary>
/// A project of placeholders (accounts 111122223333 and 444455556666 are AWS's own for documentation), so that the
/// definitions can be shown, exported and measured without an AWS account or a configuration.
/// </summary>
public static class SampleProject
{
    private const string Account = "111122223333";
    private const string Region = "eu-west-1";
    private const string ModelName = "abalone";

    /// <summary>A model with every default.</summary>
    public static ModelProject Project { get; } =
        new()
        {
            Name = ModelName,
            Region = Region,
            Bucket = $"mlops-batch-{Account}",
            BucketPrefix = "mlops",
            KmsKeyArn = $"arn:aws:kms:{Region}:{Account}:key/00000000-0000-0000-0000-000000000000",
            ExecutionRoleArn = $"arn:aws:iam::{Account}:role/mlops-batch-execution",
            SubnetIds = ["subnet-00000000000000001", "subnet-00000000000000002"],
            SecurityGroupIds = ["sg-00000000000000001"],
            ModelPackageGroup = ModelName,
            Lineage = new Lineage(new string('0', 40), "https://gitlab.example.com/ds/mlops-batch", new string('0', 64)),
            MetricThreshold = 10,
            Hyperparameters = ScriptContract.Shipped.Hyperparameters.ToDictionary(
                rule => rule.Key,
                rule => rule.Value.Default.ToString(CultureInfo.InvariantCulture)
            ),
            Tags = new Dictionary<string, string> { ["project"] = "mlops-batch" },
        };

    /// <summary>A version in a registry of another account.</summary>
    public static ApprovedModel Approved { get; } =
        Version(
            new S3Layout("mlops-batch-444455556666", "mlops", ModelName),
            $"arn:aws:sagemaker:{Region}:444455556666:model-package/{ModelName}/1",
            "sampleexecut"
        );

    private static ApprovedModel Version(S3Layout registry, string arn, string execution) =>
        new(
            arn,
            Version: 1,
            registry.TrainingModels.UriOf(execution, $"pipelines-{execution}-TrainingStep", "output", S3Layout.ModelArchive),
            registry.DataQuality.UriOf(execution, S3Layout.Statistics),
            registry.DataQuality.UriOf(execution, S3Layout.Constraints)
        );
}
