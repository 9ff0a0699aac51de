using MlopsBatch.Pipelines.Definition;
using MlopsBatch.Pipelines.Projects;

namespace MlopsBatch.Pipelines.Tests.Support;

/// <summary>The definitions that tests walk through.</summary>
internal static class Definitions
{
    public static IEnumerable<(string Name, PipelineDefinition Pipeline)> Of(ModelProject project) =>
        [
            ("training", TrainingPipeline.Build(project)),
            ("training-with-hpo", TrainingWithHpoPipeline.Build(project)),
            ("batch-inference", BatchInferencePipeline.Build(project, SampleProject.Approved)),
            ("no-approved-model", BatchInferencePipeline.Build(project, approved: null)),
        ];

    /// <summary>Each in both engines, as rows of a theory.</summary>
    public static TheoryData<string, DataQualityEngine> Rows
    {
        get
        {
            var rows = new TheoryData<string, DataQualityEngine>();
            foreach (var engine in Enum.GetValues<DataQualityEngine>())
            {
                foreach (var (name, _) in Of(SampleProject.Project))
                {
                    rows.Add(name, engine);
                }
            }

            return rows;
        }
    }

    public static PipelineDefinition Named(string name, DataQualityEngine engine) =>
        Of(SampleProject.Project with { DataQualityEngine = engine }).Single(row => row.Name == name).Pipeline;
}
