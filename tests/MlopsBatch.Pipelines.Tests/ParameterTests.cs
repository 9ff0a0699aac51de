using System.Text.RegularExpressions;
using CsCheck;
using MlopsBatch.Pipelines.Projects;
using MlopsBatch.Pipelines.Tests.Support;

namespace MlopsBatch.Pipelines.Tests;

public class ParameterTests
{
    private static readonly string[] Training =
    [
        "InputKey",
        "MetricThreshold",
        "ModelApprovalStatus",
        "MonitoringInstanceCount",
        "MonitoringInstanceType",
        "ProcessingInstanceCount",
        "ProcessingInstanceType",
        "RegisterNewDataQualityBaseline",
        "SkipDataQualityCheck",
        "TrainingInstanceCount",
        "TrainingInstanceType",
    ];

    private static readonly string[] Inference =
    [
        "InputKey",
        "MetricThreshold",
        "MonitoringInstanceCount",
        "MonitoringInstanceType",
        "ProcessingInstanceCount",
        "ProcessingInstanceType",
        "RegisterNewDataQualityBaseline",
        "SkipDataQualityCheck",
        "TransformInstanceCount",
        "TransformInstanceType",
    ];

    [Theory]
    [InlineData(DataQualityEngine.ModelMonitor)]
    [InlineData(DataQualityEngine.Script)]
    public void Each_pipeline_has_its_parameters(DataQualityEngine engine)
    {
        string[] Declared(string name) => [.. Definitions.Named(name, engine).Read().ParameterNames().Order(StringComparer.Ordinal)];

        Declared("training").ShouldBe(Training);
        Declared("training-with-hpo").ShouldBe(Training);
        Declared("batch-inference").ShouldBe(Inference);
        // The triggers pass the object's key on, whether a version is approved or not.
        Declared("no-approved-model").ShouldBe(["InputKey"]);
    }

    [Fact]
    public void Every_parameter_is_used_and_fits_an_event_target() =>
        ProjectGen.Project.Sample(
            project =>
            {
                foreach (var definition in Definitions.Of(project).Select(row => row.Pipeline.Read()))
                {
                    var used = definition
                        .References()
                        .Where(reference => reference.StartsWith("Parameters.", StringComparison.Ordinal))
                        .Select(reference => reference["Parameters.".Length..]);
                    definition.ParameterNames().ToHashSet().SetEquals(used).ShouldBeTrue();
                    definition.ParameterNames().ShouldAllBe(name => Regex.IsMatch(name, "^[A-Za-z0-9]+$"));
                }
            },
            iter: 30
        );

    [Fact]
    public void Only_a_person_approves()
    {
        foreach (var name in new[] { "training", "training-with-hpo" })
        {
            var status = Definitions.Named(name, DataQualityEngine.Script).Read()["Parameters"]!
                .AsArray()
                .Single(parameter => parameter!.Text("Name") == "ModelApprovalStatus")!;
            status.Text("DefaultValue").ShouldBe("PendingManualApproval");
            status["EnumValues"]!.AsArray().Select(value => value!.GetValue<string>()).ShouldBe(["PendingManualApproval", "Rejected"]);
        }
    }

    [Fact]
    public void A_type_with_local_storage_cannot_be_swapped_for_one_that_would_lack_the_key()
    {
        var project = SampleProject.Project with
        {
            Instances = new InstanceOptions { Training = new InstancePool { Type = "ml.m5d.large" } },
        };

        var types = TrainingPipeline.Build(project).Read()["Parameters"]!
            .AsArray()
            .Where(parameter => parameter!.Text("Name").EndsWith("InstanceType", StringComparison.Ordinal))
            .ToDictionary(parameter => parameter!.Text("Name"), parameter => parameter!["EnumValues"]?.AsArray().Count);

        types["TrainingInstanceType"].ShouldBe(1);
        types["ProcessingInstanceType"].ShouldBeNull();
    }
}
