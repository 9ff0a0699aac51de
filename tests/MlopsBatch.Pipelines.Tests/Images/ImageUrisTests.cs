using MlopsBatch.Pipelines.Images;
using MlopsBatch.Pipelines.Projects;

namespace MlopsBatch.Pipelines.Tests.Images;

public class ImageUrisTests
{
    [Theory]
    [InlineData("eu-west-1", "1.2-1", "141502667606.dkr.ecr.eu-west-1.amazonaws.com/sagemaker-scikit-learn:1.2-1-cpu-py3")]
    [InlineData("us-east-1", "1.0-1", "683313688378.dkr.ecr.us-east-1.amazonaws.com/sagemaker-scikit-learn:1.0-1-cpu-py3")]
    [InlineData("cn-north-1", "1.2-1", "450853457545.dkr.ecr.cn-north-1.amazonaws.com.cn/sagemaker-scikit-learn:1.2-1-cpu-py3")]
    [InlineData("us-gov-west-1", "1.2-1", "414596584902.dkr.ecr.us-gov-west-1.amazonaws.com/sagemaker-scikit-learn:1.2-1-cpu-py3")]
    [InlineData("us-iso-east-1", "1.2-1", "833128469047.dkr.ecr.us-iso-east-1.c2s.ic.gov/sagemaker-scikit-learn:1.2-1-cpu-py3")]
    [InlineData("us-isob-east-1", "1.2-1", "281123927165.dkr.ecr.us-isob-east-1.sc2s.sgov.gov/sagemaker-scikit-learn:1.2-1-cpu-py3")]
    [InlineData("us-isof-south-1", "1.2-1", "124985052026.dkr.ecr.us-isof-south-1.csp.hci.ic.gov/sagemaker-scikit-learn:1.2-1-cpu-py3")]
    public void Scikit_learn(string region, string version, string uri) => ImageUris.ScikitLearn(region, version).ShouldBe(uri);

    [Fact]
    public void Model_monitor() =>
        ImageUris.ModelMonitor("eu-west-1").ShouldBe("468650794304.dkr.ecr.eu-west-1.amazonaws.com/sagemaker-model-monitor-analyzer");

    [Fact]
    public void Every_region_and_version_has_an_image()
    {
        ImageUris.Regions.Count.ShouldBe(37);
        ImageUris.ModelMonitorRegions.Count.ShouldBe(30);
        foreach (var region in ImageUris.Regions)
        {
            foreach (var version in ImageUris.FrameworkVersions)
            {
                ImageUris
                    .ScikitLearn(region, version)
                    .ShouldMatch($@"^\d{{12}}\.dkr\.ecr\.{region}\.[a-z0-9.]+/sagemaker-scikit-learn:{version}-cpu-py3$");
            }
        }

        foreach (var region in ImageUris.ModelMonitorRegions)
        {
            ImageUris.ModelMonitor(region).ShouldMatch($@"^\d{{12}}\.dkr\.ecr\.{region}\.[a-z0-9.]+/sagemaker-model-monitor-analyzer$");
        }
    }

    [Fact]
    public void Unknown_region_lists_all() =>
        Should
            .Throw<ArgumentException>(() => ImageUris.ScikitLearn("eu-west-9", "1.2-1"))
            .Message.ShouldBe($"Region \"eu-west-9\": SageMaker's images are in {string.Join(", ", ImageUris.Regions)}.");

    [Fact]
    public void Unknown_version_lists_all() =>
        Should
            .Throw<ArgumentException>(() => ImageUris.ScikitLearn("eu-west-1", "1.2"))
            .Message.ShouldBe("Framework version \"1.2\": needs one of 0.20.0, 0.23-1, 1.0-1, 1.2-1, 1.4-2-py312.");

    [Fact]
    public void Region_without_model_monitor_points_to_the_other_engine() =>
        Should
            .Throw<ArgumentException>(() => ImageUris.ModelMonitor("ca-west-1"))
            .Message.ShouldStartWith(
                "Region \"ca-west-1\" has no Model Monitor image: use the data quality engine Script, or one of the regions af-south-1,"
            );

    [Fact]
    public void Region_without_model_monitor_is_fine_for_the_script()
    {
        var project = SampleProject.Project with { Region = "ca-west-1", DataQualityEngine = DataQualityEngine.ModelMonitor };
        Should.Throw<ArgumentException>(() => TrainingPipeline.Build(project)).Message.ShouldContain("no Model Monitor image");
        TrainingPipeline.Build(project with { DataQualityEngine = DataQualityEngine.Script }).ToJson().ShouldContain("190319476487");
    }
}
