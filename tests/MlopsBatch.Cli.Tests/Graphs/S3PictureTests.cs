using MlopsBatch.Cli.Graphs;
using MlopsBatch.Cli.Graphs.Pictures;
using MlopsBatch.Pipelines.Names;
using MlopsBatch.Pipelines.Projects;
using MlopsBatch.Pipelines.Storage;

namespace MlopsBatch.Cli.Tests.Graphs;

public sealed class S3PictureTests
{
    private static readonly S3Layout Layout = SampleProject.Project.Layout;

    private readonly IReadOnlyList<DrawnPipeline> _pipelines = GraphSource.Sample().Pipelines;

    [Fact]
    public void Every_prefix_of_the_layout_is_drawn_and_used()
    {
        var panel = S3Picture.Of(_pipelines, "the sample").Panels.ShouldHaveSingleItem();

        foreach (var folder in Layout.Folders)
        {
            var node = panel.Nodes.Single(node => node.Id == $"{folder.Path[(Layout.Root.Length + 1)..]}/");
            node.IsMuted.ShouldBeFalse(folder.Path);
            panel.Edges.ShouldContain(edge => edge.From == node.Id || edge.To == node.Id);
        }
    }

    [Fact]
    public void A_prefix_that_no_step_uses_is_drawn_faintly()
    {
        var panel = S3Picture.Of([.. _pipelines.Where(pipeline => !pipeline.Has("Transform"))], "the sample").Panels.ShouldHaveSingleItem();

        panel
            .Nodes.Where(node => node.IsMuted)
            .Select(node => node.Id)
            .ShouldBe([
                "batch-scoring/data/raw/",
                "batch-scoring/data/ground-truth/",
                "batch-scoring/processed/",
                "batch-scoring/results/",
                "batch-scoring/combined/",
                "monitoring/model-quality/",
            ]);
    }

    [Theory]
    [InlineData("TrainingPreProcessStep", "scripts/ training/data/raw/", "training/processed/")]
    [InlineData("TrainingStep", "scripts/ training/processed/", "training/model/")]
    [InlineData("HPTuning", "scripts/ training/processed/", "training/model/")]
    [InlineData("TrainingEval", "scripts/ training/model/ training/processed/", "training/evaluation/")]
    [InlineData("TrainingEval", "scripts/ training/model/ training/processed/", "training/evaluation/ training/model/")]
    [InlineData("MetricCondition", "training/evaluation/", "")]
    [InlineData("ModelRegisterStep", "monitoring/data-quality/ training/evaluation/ training/model/", "")]
    [InlineData(
        "DataPreProcessingStep",
        "batch-scoring/data/raw/ mlops-batch-444455556666: training/model/ scripts/",
        "batch-scoring/processed/"
    )]
    [InlineData("BatchInferenceStep", "batch-scoring/processed/", "batch-scoring/results/")]
    [InlineData("ModelQualityCondition", "monitoring/model-quality/", "")]
    public void Reads_and_writes_come_from_the_definition(string step, string reads, string writes)
    {
        // A step that reads or writes something else in another pipeline is there twice.
        S3Access
            .Of(_pipelines)
            .Where(access => access.Step == step)
            .Select(access =>
                (
                    string.Join(' ', access.Reads.Select(place => place.Name).Order(StringComparer.Ordinal)),
                    string.Join(' ', access.Writes.Select(place => place.Name))
                )
            )
            .ShouldContain((reads, writes));
    }

    [Fact]
    public void Arrows_have_the_colour_of_the_kind_of_step_and_reads_are_dashed()
    {
        var panel = S3Picture.Of(_pipelines, "the sample").Panels[0];
        var quality = panel.Nodes.Single(node => node.Label == "BatchInferenceStep");

        panel
            .Edges.Single(edge => edge.To == quality.Id)
            .ShouldBe(new Edge("batch-scoring/processed/", quality.Id, Tones.Transform) { IsDashed = true });
        panel.Edges.Single(edge => edge.From == quality.Id).ShouldBe(new Edge(quality.Id, "batch-scoring/results/", Tones.Transform));
    }

    [Fact]
    public void Every_step_but_those_without_data_is_drawn() =>
        _pipelines
            .SelectMany(pipeline => pipeline.Steps)
            .Select(step => step.Name)
            .Distinct()
            .Except(S3Access.Of(_pipelines).Select(access => access.Step))
            .ShouldBe([StepNames.MetricBelowThreshold, StepNames.CreateModel, StepNames.ModelQualityViolation], ignoreOrder: true);
}
