using System.CommandLine;
using MlopsBatch.Cli;
using MlopsBatch.Cli.CommandLine;
using MlopsBatch.Cli.Commands;
using MlopsBatch.Cli.Deployments;
using MlopsBatch.Deploying;

#pragma warning disable RS0030 // The one place where the process's console and environment are read.
using var output = new StreamWriter(new OutputStream(System.Console.OpenStandardOutput())) { AutoFlush = true };
var context = CliContext.Create(output, System.Console.Error, System.Console.IsOutputRedirected, Environment.GetEnvironmentVariable) with
{
    In = System.Console.In,
    CanAsk = !System.Console.IsOutputRedirected && !System.Console.IsInputRedirected,
};
#pragma warning restore RS0030

var root = new RootCommand("MlopsBatch: batch inference on AWS with SageMaker Pipelines, deployed by Pulumi, rehearsed on this machine.")
{
    RehearseCommand.Create(context),
    TestCommand.Create(context),
    DoctorCommand.Create(context),
    CheckCommand.Create(context),
    ResourcesCommand.Create(context),
    CostCommand.Create(context),
    ConfigCommand.Create(context),
    CompletionCommand.Create(context),
    ExplainCommand.Create(context),
    PipelinesCommand.Create(context),
    GraphCommand.Create(context),
    DataCommand.Create(context),
    ModelCommand.Create(context),
    ModelsCommand.Create(context, SageMakerClient.Registry, SageMakerClient.OfAccount),
    StartCommand.Create(context, SageMakerClient.OfAccount),
    new ExecutionsCommand(context, SageMakerClient.OfAccount).Create(),
    new CleanupCommand(context, SageMakerClient.OfAccount).Create(),
    new DeploymentCommand(context, DeploymentCommand.Client).Create(),
    LocalCommand.Create(context),
    EventsCommand.Create(context),
    PackageCommand.Create(context),
    BootstrapCommand.Create(context),
};
CompletionCommand.OfferStacks(context, root);
return await CommandRun.RunAsync(context, root, args);
