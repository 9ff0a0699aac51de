using MlopsBatch.Pipelines.Names;
using MlopsBatch.Rehearsal.Cloud;

namespace MlopsBatch.Rehearsal.Tests;

public sealed class RegisteredVersionTests
{
    [Fact]
    public void Figures_and_hyperparameters_are_read_from_the_metadata()
    {
        var report = new RegisteredVersion(
            2,
            "Approved",
            new Dictionary<string, string>
            {
                [MetadataKeys.Metric] = "r2",
                [MetadataKeys.MetricValue] = "0.5",
                [MetadataKeys.NaiveValue] = "-0.01",
                [MetadataKeys.SourcePipeline] = "training-with-hpo",
                [MetadataKeys.Hyperparameters] = "learning_rate=0.1 loss=a=b max_depth=3 cut-off",
            }
        ).Report();
        report.Metrics.ShouldBe(new Dictionary<string, double> { ["r2"] = 0.5, ["naive"] = -0.01 });
        report.Hyperparameters.ShouldBe(
            new Dictionary<string, string>
            {
                ["learning_rate"] = "0.1",
                ["loss"] = "a=b",
                ["max_depth"] = "3",
            }
        );
        report.Source.ShouldBe("training-with-hpo");
    }

    [Fact]
    public void A_version_that_someone_registered_by_hand_has_no_figures()
    {
        var report = new RegisteredVersion(1, "Rejected", new Dictionary<string, string>()).Report();
        report.Metrics.ShouldBeEmpty();
        report.Hyperparameters.ShouldBeEmpty();
    }
}
