using MlopsBatch.Pipelines.Projects;

namespace MlopsBatch.Pipelines.Tests.Projects;

public class MetricTests
{
    [Theory]
    [InlineData("mse", "Minimize", "regression")]
    [InlineData("rmse", "Minimize", "regression")]
    [InlineData("mae", "Minimize", "regression")]
    [InlineData("r2", "Maximize", "regression")]
    [InlineData("f1", "Maximize", "classification")]
    [InlineData("accuracy", "Maximize", "classification")]
    [InlineData("auc", "Maximize", "classification")]
    public void Direction_and_problem_type_reach_the_definition(string name, string objective, string problemType)
    {
        var json = TrainingWithHpoPipeline.Build(SampleProject.Project with { Metric = Metric.Parse(name) }).ToJson();

        json.ShouldContain($"\"Type\": \"{objective}\",\n            \"MetricName\": \"validation:{name}\"");
        json.ShouldContain($"\"{problemType}\"");
    }

    [Fact]
    public void There_are_seven() =>
        Metric.All.Select(metric => metric.Name).ShouldBe(["mse", "rmse", "mae", "r2", "f1", "accuracy", "auc"]);

    [Theory]
    [InlineData("mse")]
    [InlineData("validation:mse")]
    public void Found_by_name_and_by_objective(string text) => Metric.Parse(text).ShouldBe(Metric.Mse);

    [Theory]
    [InlineData("MSE")]
    [InlineData("validation:")]
    [InlineData("")]
    public void Unknown_name_lists_all(string text) =>
        Should
            .Throw<ArgumentException>(() => Metric.Parse(text))
            .Message.ShouldStartWith($"Metric \"{text}\": needs one of mse, rmse, mae, r2, f1, accuracy, auc.");

    [Fact]
    public void Met_by_direction_and_never_by_nan()
    {
        Metric.Mse.IsMet(10, 10).ShouldBeTrue();
        Metric.Mse.IsMet(10.1, 10).ShouldBeFalse();
        Metric.R2.IsMet(0.7, 0.6).ShouldBeTrue();
        Metric.R2.IsMet(0.5, 0.6).ShouldBeFalse();
        Metric.All.ShouldAllBe(metric => !metric.IsMet(double.NaN, 0.5));
    }
}
