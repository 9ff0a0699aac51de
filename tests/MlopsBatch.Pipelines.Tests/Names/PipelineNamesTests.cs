using MlopsBatch.Pipelines.Names;

namespace MlopsBatch.Pipelines.Tests.Names;

public class PipelineNamesTests
{
    [Fact]
    public void By_default_they_follow_the_model()
    {
        var names = PipelineNames.For("abalone");
        names.ShouldBe(new PipelineNames("abalone-training", "abalone-training-with-hpo", "abalone-batch-inference"));
    }

    [Fact]
    public void Given_names_become_lower_case()
    {
        var names = PipelineNames.For("abalone") with { Training = "TrainingPipeline" };
        names.Training.ShouldBe("trainingpipeline");
        names[PipelineKind.Training].ShouldBe("trainingpipeline");
    }

    [Fact]
    public void The_kind_is_found_in_any_case()
    {
        var names = PipelineNames.For("abalone");
        names.KindOf("Abalone-Batch-Inference").ShouldBe(PipelineKind.BatchInference);
        names.KindOf("abalone-training-with-hpo").ShouldBe(PipelineKind.TrainingWithHpo);
        names.KindOf("wine-training").ShouldBeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData("a_b")]
    [InlineData("-a")]
    [InlineData("a-")]
    public void Names_that_sagemaker_refuses(string name) =>
        Should
            .Throw<ArgumentException>(() => new PipelineNames("a", name, "c"))
            .Message.ShouldStartWith($"Pipeline name \"{name}\": needs 1 to 256 letters, digits and hyphens");
}
