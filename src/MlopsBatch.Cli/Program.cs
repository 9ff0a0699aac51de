using System.CommandLine;
using MlopsBatch.Cli;
using MlopsBatch.Cli.Commands;
using MlopsBatch.Deploying;

#pragma warning disable RS0030 // The one place where the process's console and environment are read.
var context = CliContext.Create(
    System.Console.Out,
    System.Console.Error,
    System.Console.IsOutputRedirected,
    Environment.GetEnvironmentVariable
);
#pragma warning restore RS0030

var root = new RootCommand("MlopsBatch: batch inference on AWS with SageMaker Pipelines, deployed by Pulumi, rehearsed on this machine.")
{
    DoctorCommand.Create(context),
    EventsCommand.Create(context),
    PackageCommand.Create(context),
    PipelinesCommand.Create(context),
    ModelsCommand.Create(context, SageMakerClient.Registry),
    TestCommand.Create(context),
    RehearseCommand.Create(context),
    ResourcesCommand.Create(context),
    CheckCommand.Create(context),
    ConfigCommand.Create(context),
    ExplainCommand.Create(context),
    GraphCommand.Create(context),
};
return await root.Parse(args).InvokeAsync();
