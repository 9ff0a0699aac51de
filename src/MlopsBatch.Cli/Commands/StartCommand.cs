using System.CommandLine;
using System.Text.Json;
using Amazon.SageMaker;
using Amazon.SageMaker.Model;
using MlopsBatch.Cli.CommandLine;
using MlopsBatch.Cli.Registry;
using MlopsBatch.Pipelines.Names;
using MlopsBatch.Registry;

namespace MlopsBatch.Cli.Commands;

/// <summary><c>mlops start training|hpo|inference</c>: starts a pipeline by hand.</summary>
internal static class StartCommand
{
    /// <param name="context">Where to write, where the project is.</param>
    /// <param name="client">Makes the client of a stack's account.</param>
    public static Command Create(CliContext context, Func<StackContext, IAmazonSageMaker> client) =>
        new("start", "Start a pipeline. Needs AWS credentials, or those of a local cloud ('./mlops local env').")
        {
            Start("training", PipelineKind.Training, context, client),
            Start("hpo", PipelineKind.TrainingWithHpo, context, client),
            Start("inference", PipelineKind.BatchInference, context, client),
        };

    private static Command Start(string name, PipelineKind kind, CliContext context, Func<StackContext, IAmazonSageMaker> client)
    {
        var stack = new StackOptions().Stack;
        var model = new Option<string?>("--model", "-m")
        {
            Description = "A model of the stack; may be left out if it has only one.",
            HelpName = "MODEL",
        };
        var input = new Option<string?>("--input-key")
        {
            Description = "Key of the object that it reads; left out, the pipeline's default.",
            HelpName = "KEY",
        };
        var json = new Option<bool>("--json") { Description = "Print JSON." };
        var command = new Command(name, $"Start the {kind.Slug()} pipeline.") { stack, model, input, json };
        command.SetAction(
            async (result, cancellation) =>
            {
                var read = StackOptions.Read(context, result.GetRequiredValue(stack));
                var pipeline = StackModel.Of(read, result.GetValue(model)).Pipelines[kind];
                using var sageMaker = client(read);
                var arn = await new SageMakerCalls(sageMaker).StartAsync(
                    new StartPipelineExecutionRequest
                    {
                        PipelineName = pipeline,
                        PipelineParameters = result.GetValue(input) is { } key
                            ? [new Parameter { Name = ParameterNames.InputKey, Value = key }]
                            : null,
                    },
                    cancellation
                );
                context.Out.WriteLine(
                    result.GetValue(json)
                        ? JsonSerializer.Serialize(new { pipeline, execution = arn }, CliJson.Indented)
                        : $"{arn}\n'./mlops executions watch {arn.Split('/')[^1]} -s {read.Stack}' shows how it goes."
                );
                return ExitCodes.Success;
            }
        );
        return command;
    }
}
