using System.CommandLine;
using System.Text;
using System.Text.Json;
using MlopsBatch.Cli.CommandLine;
using MlopsBatch.Cli.PipelineViews;
using MlopsBatch.Inspection.Declared;
using MlopsBatch.Pipelines;
using MlopsBatch.Pipelines.Definition;
using MlopsBatch.Pipelines.Names;
using MlopsBatch.Pipelines.Projects;
using MlopsBatch.Registry;

namespace MlopsBatch.Cli.Commands;

/// <summary><c>mlops pipelines</c>: the definitions, for people (<c>show</c>) and as SageMaker gets them (<c>export</c>).</summary>
internal static class PipelinesCommand
{
    public static Command Create(CliContext context) =>
        new("pipelines", "Show or export the pipeline definitions of a stack's models, or of a sample project; needs no AWS.")
        {
            Show(context),
            Export(context),
        };

    private static Command Show(CliContext context)
    {
        var (engine, stack, model) = (Engine(), new StackOptions(isRequired: false), Model());
        var json = new Option<bool>("--json") { Description = "Print the steps as JSON." };
        var command = new Command("show", "Show the steps of each pipeline with their inputs and outputs.")
        {
            stack.Stack,
            model,
            stack.Approved,
            engine,
            json,
        };
        command.Validators.Add(result => Require(result, stack, model, engine));
        command.SetAction(
            async (result, _) =>
            {
                var pipelines = result.GetValue(stack.Stack) is { } named
                    ? await OfStackAsync(context, named, stack, result, result.GetValue(model))
                    : Sample(result.GetValue(engine)).Select(sample => (Name: sample.Kind.Slug(), sample.Pipeline));
                var views = pipelines.Select(one => PipelineView.Of(one.Name, one.Pipeline)).ToList();
                if (result.GetValue(json))
                {
                    context.Out.WriteLine(JsonSerializer.Serialize(new { pipelines = views }, CliJson.Indented));
                    return ExitCodes.Success;
                }

                foreach (var view in views)
                {
                    context.Console.Write(PipelineTree.Of(view));
                }

                return ExitCodes.Success;
            }
        );
        return command;
    }

    private static Command Export(CliContext context)
    {
        var (engine, stack, model) = (Engine(), new StackOptions(isRequired: false), Model());
        var folder = new Option<DirectoryInfo>("--out") { Description = "Folder to write to; made if it does not exist.", Required = true };
        var command = new Command(
            "export",
            "Write each definition as JSON, the same bytes each time: those of a stack under the pipelines' names in AWS, those of "
                + "the sample project as training.json, training-with-hpo.json and batch-inference.json."
        )
        {
            folder,
            stack.Stack,
            model,
            stack.Approved,
            engine,
        };
        command.Validators.Add(result => Require(result, stack, model, engine));
        command.SetAction(
            async (result, _) =>
            {
                var definitions = result.GetValue(stack.Stack) is { } named
                    ? await DeclaredAsync(context, named, stack, result, result.GetValue(model))
                    : [.. Sample(result.GetValue(engine)).Select(sample => (sample.Kind.Slug(), sample.Pipeline.ToJson()))];
                return Write(context, result.GetRequiredValue(folder), definitions);
            }
        );
        return command;
    }

    private static int Write(CliContext context, DirectoryInfo target, IEnumerable<(string Name, string Json)> definitions)
    {
        try
        {
            target.Create();
            foreach (var (name, json) in definitions)
            {
                var file = Path.Combine(target.FullName, name + ".json");
                File.WriteAllText(file, json + "\n", new UTF8Encoding(false));
                context.Out.WriteLine(file);
            }

            return ExitCodes.Success;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            context.Error.WriteLine($"--out: can't write to \"{target.FullName}\": {fault.Message} Give a folder that you may write to.");
            return ExitCodes.Failure;
        }
    }

    private static async Task<IEnumerable<(string Name, PipelineDefinition Pipeline)>> OfStackAsync(
        CliContext context,
        string named,
        StackOptions options,
        ParseResult result,
        string? model
    )
    {
        var stack = StackOptions.Read(context, named);
        var found = await StackPipelines.OfAsync(stack, options.ApprovedIn(stack, result), model);
        return found.Count > 0 ? found : throw NoPipelines(stack);
    }

    /// <summary>What the stack's program declares, as it would be deployed.</summary>
    private static async Task<IReadOnlyList<(string Name, string Json)>> DeclaredAsync(
        CliContext context,
        string named,
        StackOptions options,
        ParseResult result,
        string? model
    )
    {
        var stack = StackOptions.Read(context, named);
        if (model is not null)
        {
            _ = StackModel.Of(stack, model);
        }

        var declared = new DeclaredStack(await options.EvaluateAsync(stack, result));
        var found = declared.Pipelines.Where(pipeline => pipeline.Model == (model ?? pipeline.Model)).ToList();
        return found.Count > 0 ? [.. found.Select(pipeline => (pipeline.Name, pipeline.Definition))] : throw NoPipelines(stack);
    }

    private static Pulumi.RunException NoPipelines(StackContext stack) =>
        new($"stack {stack.Stack} has no pipelines: its roles are {string.Join(", ", stack.Settings.Roles).ToLowerInvariant()}; "
            + "name a stack with the role build or deploy");

    private static void Require(
        System.CommandLine.Parsing.CommandResult result,
        StackOptions stack,
        Option<string?> model,
        Option<DataQualityEngine> engine
    )
    {
        var isNamed = result.GetValue(stack.Stack) is not null;
        if (!isNamed && (result.GetValue(model) ?? result.GetValue(stack.Approved)) is not null)
        {
            result.AddError("--model and --approved go with --stack: the sample project has neither.");
        }

        if (isNamed && result.GetResult(engine) is { Implicit: false })
        {
            result.AddError("--engine goes without --stack: a stack's models have theirs in models[].dataQuality.engine.");
        }
    }

    private static Option<string?> Model() =>
        new("--model") { Description = "One of the stack's models; left out, all.", HelpName = "NAME" };

    private static Option<DataQualityEngine> Engine() =>
        new("--engine")
        {
            Description = "What checks data quality: SageMaker's Model Monitor, or the project's own script.",
            DefaultValueFactory = _ => DataQualityEngine.Script,
        };

    private static IEnumerable<(PipelineKind Kind, PipelineDefinition Pipeline)> Sample(DataQualityEngine engine)
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
