using CsCheck;
using MlopsBatch.Pipelines.Projects;
using MlopsBatch.Pipelines.Tests.Support;
using Snapshooter.Xunit;

namespace MlopsBatch.Pipelines.Tests.Projects;

public class ModelProjectFaultsTests
{
    [Fact]
    public void A_sound_project_has_none() => ProjectGen.Project.Sample(project => ModelProjectFaults.Find(project).Count == 0, iter: 200);

    [Fact]
    public void All_faults_come_at_once()
    {
        var project = new ModelProject
        {
            Name = "Abalone Rings",
            Region = "mars-1",
            Bucket = "s3://data/raw",
            KmsKeyArn = "alias/data",
            ExecutionRoleArn = "role",
            SubnetIds = [],
            SecurityGroupIds = ["1", "2", "3", "4", "5", "6"],
            ModelPackageGroup = "a_b",
            Lineage = new Lineage("", "git@host:repo~1", "abc"),
            FrameworkVersion = "2",
            MetricThreshold = double.NaN,
            Metric = Metric.R2,
            Data = new DataFormat { Target = "", RecordId = "" },
            Hyperparameters = new Dictionary<string, string> { ["sagemaker_program"] = "x", ["long"] = new('1', 2501) },
            Hpo = new HpoOptions
            {
                Objective = Metric.Auc,
                MaxJobs = 0,
                MaxParallel = 101,
                Strategy = HpoStrategy.Grid,
                Ranges = new Dictionary<string, HpoRange>
                {
                    ["_x"] = new HpoRange.Categorical(["a"]),
                    ["depth"] = new HpoRange.Integer(8, 2),
                    ["rate"] = new HpoRange.Continuous(0, 1) { Logarithmic = true },
                    ["loss"] = new HpoRange.Categorical([]),
                },
            },
            Instances = new InstanceOptions
            {
                Processing = new InstancePool { Type = "m5.large", Count = 0 },
                Training = new InstancePool { VolumeSizeInGB = 0 },
            },
            TimeLimits = new TimeLimits { TuningSeconds = 60 },
            Seed = -1,
            Tags = new Dictionary<string, string> { ["aws:x"] = "y" },
            DefaultTrainingKey = "s3://bucket/key",
            DefaultInferenceKey = "/key",
        };

        var thrown = Should.Throw<ArgumentException>(() => TrainingPipeline.Build(project));

        Snapshot.Match(thrown.Message);
    }

    [Fact]
    public void A_version_that_cannot_be_in_a_registry_is_refused()
    {
        var approved = SampleProject.Approved with { ModelPackageArn = "abalone/1", ModelDataUrl = "model.tar.gz" };

        Should
            .Throw<ArgumentException>(() => BatchInferencePipeline.Build(SampleProject.Project, approved))
            .Message.ShouldBe(
                """
                The approved model has 2 fault(s):
                ModelPackageArn: got "abalone/1", needs a version's ARN (arn:aws:sagemaker:…:model-package/group/version)
                ModelDataUrl: got "model.tar.gz", needs an S3 URI (s3://bucket/key)
                """
            );
    }
}
