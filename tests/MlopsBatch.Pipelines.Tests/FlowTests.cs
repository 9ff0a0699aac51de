using MlopsBatch.Pipelines.Names;
using MlopsBatch.Pipelines.Projects;
using MlopsBatch.Pipelines.Tests.Support;

namespace MlopsBatch.Pipelines.Tests;

/// <summary>Which step waits for which: the arrows of the specification, read from the JSON.</summary>
public class FlowTests
{
    [Theory]
    [InlineData(DataQualityEngine.ModelMonitor)]
    [InlineData(DataQualityEngine.Script)]
    public void Training(DataQualityEngine engine) =>
        Arrows("training", engine)
            .ShouldBe([
                "TrainingPreProcessStep <- ",
                "DataQualityCheckStep <- TrainingPreProcessStep",
                "TrainingStep <- TrainingPreProcessStep",
                "TrainingEval <- TrainingPreProcessStep TrainingStep",
                "MetricCondition <- DataQualityCheckStep TrainingEval TrainingStep",
                "ModelRegisterStep <- DataQualityCheckStep TrainingEval TrainingStep",
                "MetricBelowThreshold <- TrainingEval",
            ]);

    [Theory]
    [InlineData(DataQualityEngine.ModelMonitor)]
    [InlineData(DataQualityEngine.Script)]
    public void Training_with_hpo(DataQualityEngine engine) =>
        Arrows("training-with-hpo", engine)
            .ShouldBe([
                "TrainingPreProcessStep <- ",
                "DataQualityCheckStep <- TrainingPreProcessStep",
                "HPTuning <- TrainingPreProcessStep",
                "TrainingStep <- TrainingPreProcessStep",
                "TrainingEval <- HPTuning TrainingPreProcessStep TrainingStep",
                "MetricCondition <- DataQualityCheckStep TrainingEval",
                "ModelRegisterStep <- DataQualityCheckStep TrainingEval",
                "MetricBelowThreshold <- TrainingEval",
            ]);

    [Theory]
    [InlineData(DataQualityEngine.ModelMonitor)]
    [InlineData(DataQualityEngine.Script)]
    public void Batch_inference(DataQualityEngine engine) =>
        Arrows("batch-inference", engine)
            .ShouldBe([
                "DataPreProcessingStep <- ",
                "CreateModelStep <- ",
                "BatchInferenceStep <- CreateModelStep DataPreProcessingStep",
                "ModelQualityCalcStep <- BatchInferenceStep DataPreProcessingStep",
                "DataCheckPreProcessingStep <- DataPreProcessingStep",
                "DataQualityCheckStep <- DataCheckPreProcessingStep",
                "ModelQualityCondition <- DataQualityCheckStep ModelQualityCalcStep",
                "ModelQualityViolation <- ModelQualityCalcStep",
            ]);

    [Theory]
    [MemberData(nameof(Definitions.Rows), MemberType = typeof(Definitions))]
    public void Every_reference_leads_to_something_declared(string name, DataQualityEngine engine)
    {
        var definition = Definitions.Named(name, engine).Read();
        foreach (var reference in definition.References().Where(text => text.StartsWith("Steps.", StringComparison.Ordinal)))
        {
            var parts = reference.Split('.');
            var step = definition.Step(parts[1]);
            if (reference.Split('\'') is [_, var output, _])
            {
                step.At("Arguments.ProcessingOutputConfig.Outputs")!
                    .AsArray()
                    .ShouldContain(declared => declared!.Text("OutputName") == output);
            }

            if (parts[2] == "PropertyFiles")
            {
                step["PropertyFiles"]!.AsArray().ShouldContain(declared => declared!.Text("PropertyFileName") == parts[3]);
            }
        }
    }

    [Fact]
    public void All_names_are_constants() =>
        Definitions
            .Of(SampleProject.Project)
            .SelectMany(row => row.Pipeline.Read().Steps())
            .Select(step => step.Text("Name"))
            .Distinct()
            .ShouldBe(StepNames.All, ignoreOrder: true);

    [Fact]
    public void The_model_of_the_steps_knows_the_same_arrows_as_the_json()
    {
        foreach (var (_, pipeline) in Definitions.Of(SampleProject.Project))
        {
            var json = pipeline.Read();
            foreach (var step in pipeline.Steps.SelectMany(step => step.AndNested()))
            {
                step.WaitsFor.Select(other => other.Name).ShouldBe(json.Step(step.Name).Predecessors(), ignoreOrder: true);
            }
        }
    }

    private static IEnumerable<string> Arrows(string name, DataQualityEngine engine) =>
        Definitions.Named(name, engine).Read().Steps().Select(step => $"{step.Text("Name")} <- {string.Join(' ', step.Predecessors())}");
}
