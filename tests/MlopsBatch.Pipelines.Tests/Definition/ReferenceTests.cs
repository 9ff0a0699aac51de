using MlopsBatch.Pipelines.Definition;
using MlopsBatch.Pipelines.Definition.Steps;
using MlopsBatch.Pipelines.Definition.Values;

namespace MlopsBatch.Pipelines.Tests.Definition;

/// <summary>A reference that leads nowhere fails where it is made, and says what there is.</summary>
public class ReferenceTests
{
    private static readonly JobSettings Settings = new("role", "key", ["subnet"], ["group"], new Dictionary<string, string>());

    private static readonly JobCluster Cluster = new(
        new Parameter<string>("InstanceType", "ml.m5.large"),
        new Parameter<int>("InstanceCount", 1),
        30
    );

    private static readonly PropertyFile Report = new("Report", "report", "report.json");

    [Fact]
    public void Output_that_the_step_lacks() =>
        Should
            .Throw<ArgumentException>(() => Step("Prepare").Output("tran"))
            .Message.ShouldStartWith("Step \"Prepare\" has no output \"tran\"; it has: train, report.");

    [Fact]
    public void Property_file_that_the_step_lacks() =>
        Should
            .Throw<ArgumentException>(() => Step("Prepare").Read<double>(new("Other", "report", "x.json"), "a"))
            .Message.ShouldStartWith("Step \"Prepare\" has no property file \"Other\"; it has: Report.");

    [Fact]
    public void Property_file_in_an_output_that_the_step_lacks() =>
        Should
            .Throw<ArgumentException>(() => Step("Prepare", new PropertyFile("Report", "reports", "x.json")))
            .Message.ShouldStartWith("Step \"Prepare\" has no output \"reports\"; it has: train, report.");

    [Fact]
    public void Step_that_is_not_in_the_definition()
    {
        var forgotten = Step("Forgotten");
        var fail = new FailStep("End", "", Text.Of($"see {forgotten.Output("train")}"));

        Should
            .Throw<ArgumentException>(() => new PipelineDefinition(Step("Prepare"), fail))
            .Message.ShouldStartWith("A step refers to \"Forgotten\", which is not in the definition; it has: Prepare, End.");
    }

    [Fact]
    public void Another_step_of_the_same_name_does_not_do() =>
        Should
            .Throw<ArgumentException>(() =>
                new PipelineDefinition(Step("Prepare"), new FailStep("End", "", Step("Prepare").Output("train")))
            )
            .Message.ShouldContain("\"Prepare\"");

    [Fact]
    public void Step_to_wait_for_that_is_not_in_the_definition() =>
        Should
            .Throw<ArgumentException>(() => new PipelineDefinition(new FailStep("End", "", "done") { DependsOn = [Step("Forgotten")] }))
            .Message.ShouldContain("\"Forgotten\"");

    [Fact]
    public void Two_steps_of_one_name_also_in_a_branch()
    {
        var condition = new ConditionStep("Check", "", Condition.Equal<int>(1, 1)) { ElseSteps = [new FailStep("Prepare", "", "x")] };

        Should
            .Throw<ArgumentException>(() => new PipelineDefinition(Step("Prepare"), condition))
            .Message.ShouldStartWith("Two steps are named \"Prepare\".");
    }

    [Fact]
    public void Two_parameters_of_one_name()
    {
        var text = Text.Of($"{new Parameter<int>("Count", 1)}{new Parameter<int>("Count", 2)}");

        Should
            .Throw<ArgumentException>(() => new PipelineDefinition(new FailStep("End", "", text)))
            .Message.ShouldBe("Two different parameters are named \"Count\"; make one and share it.");
    }

    [Theory]
    [InlineData("Metric_Threshold")]
    [InlineData("")]
    public void Parameter_name_that_an_event_target_does_not_take(string name) =>
        Should
            .Throw<ArgumentException>(() => new Parameter<int>(name, 1))
            .Message.ShouldStartWith($"Parameter \"{name}\": needs 1 to 64 letters, digits and hyphens.");

    [Fact]
    public void Parameter_default_that_is_not_allowed() =>
        Should
            .Throw<ArgumentException>(() => new Parameter<string>("Status", "Approved", "Pending", "Rejected"))
            .Message.ShouldStartWith("Parameter \"Status\": its default \"Approved\" is none of Pending, Rejected.");

    [Fact]
    public void Definition_over_the_services_limit() =>
        Should
            .Throw<ArgumentException>(() => new PipelineDefinition(new FailStep("End", "", new string('x', 1_048_576))))
            .Message.ShouldContain("SageMaker takes 1048576");

    private static ProcessingStep Step(string name, PropertyFile? report = null) =>
        new(
            name,
            "",
            new ProcessingJob
            {
                Settings = Settings,
                Cluster = Cluster,
                ImageUri = "image",
                MaxRuntimeInSeconds = 60,
                Inputs = [],
                Outputs = [new("train", "s3://bucket/train"), new("report", "s3://bucket/report")],
            },
            report ?? Report
        );
}
