using System.CommandLine;
using System.Text;
using System.Text.Json;
using MlopsBatch.Cli.CommandLine;
using MlopsBatch.Cli.PipelineViews;
using MlopsBatch.Pipelines;
using MlopsBatch.Pipelines.Definition;
using MlopsBatch.Pipelines.Names;
using MlopsBatch.Pipelines.Projects;

namespace MlopsBatch.Cli.Commands;

/// <summary><c>mlops pipelines</c>: the three definitions, for people (<c>show</c>) and as SageMaker gets them (<c>export</c>).</summary>
internal static class PipelinesCommand
{
    public static Command Create(CliContext context) =>
        new("pipelines", "Show or export the three pipeline definitions of a sample project; needs no AWS and no configuration.")
        {
            Show(context),
            Export(context),
        };

    private static Command Show(CliContext context)
    {
        var engine = Engine();
        var json = new Option<bool>("--json") { Description = "Print the steps as JSON." };
        var command = new Command("show", "Show the steps of each pipeline with their inputs and outputs.") { engine, json };
        command.SetAction(result =>
        {
            var views = Definitions(result.GetValue(engine))
                .Select(definition => PipelineView.Of(definition.Kind.Slug(), definition.Pipeline))
                .ToList();
            if (result.GetValue(json))
            {
                context.Out.WriteLine(JsonSerializer.Serialize(new { pipelines = views }, CliJson.Indented));
            }
            else
            {
                foreach (var view in views)
                {
                    context.Console.Write(PipelineTree.Of(view));
                }
            }
        });
        return command;
    }

    private static Command Export(CliContext context)
    {
        var engine = Engine();
        var folder = new Option<DirectoryInfo>("--out") { Description = "Folder to write to; made if it does not exist.", Required = true };
        var command = new Command(
            "export",
            "Write training.json, training-with-hpo.json and batch-inference.json, the same bytes each time."
        )
        {
            folder,
            engine,
        };
        command.SetAction(result =>
        {
            var target = result.GetRequiredValue(folder);
            try
            {
                target.Create();
                foreach (var (kind, pipeline) in Definitions(result.GetValue(engine)))
                {
                    var file = Path.Combine(target.FullName, kind.Slug() + ".json");
                    File.WriteAllText(file, pipeline.ToJson() + "\n", new UTF8Encoding(false));
                    context.Out.WriteLine(file);
                }

                return 0;
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                context.Error.WriteLine(
                    $"--out: can't write to \"{target.FullName}\": {fault.Message} Give a folder that you may write to."
                );
                return 1;
            }
        });
        return command;
    }

    private static Option<DataQualityEngine> Engine() =>
        new("--engine")
        {
            Description = "What checks data quality: SageMaker's Model Monitor, or the project's own script.",
            DefaultValueFactory = _ => DataQualityEngine.Script,
        };

    private static IEnumerable<(PipelineKind Kind, PipelineDefinition Pipeline)> Definitions(DataQualityEngine engine)
    {
        var project = SampleProject.Project with { DataQualityEngine = engine };
        return
        [
            (PipelineKind.Training, TrainingPipeline.Build(project)),
            (PipelineKind.TrainingWithHpo, TrainingWithHpoPipeline.Build(project)),
            (PipelineKind.BatchInference, BatchInferencePipeline.Build(project, SampleProject.Approved)),
        ];
    }
}
