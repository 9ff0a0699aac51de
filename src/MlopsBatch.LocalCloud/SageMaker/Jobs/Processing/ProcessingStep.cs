using System.Text.Json.Nodes;
using MlopsBatch.LocalCloud.SageMaker.Executions;
using MlopsBatch.LocalCloud.SageMaker.Jobs.Host;

namespace MlopsBatch.LocalCloud.SageMaker.Jobs.Processing;

/// <summary>A Processing step: the declared entry point, run as its container would run it.</summary>
internal sealed class ProcessingStep(JobHost host) : IStepRunner
{
    public async Task<StepOutcome> RunAsync(StepRun run, CancellationToken cancellation)
    {
        var application = run.Arguments.At("AppSpecification");
        ImageKind.Require(application.Text("ImageUri"), ImageKind.ScikitLearn, "Processing");
        var entryPoint = application.Texts("ContainerEntrypoint").ToList();
        if (entryPoint.Count == 0)
        {
            throw StepFailedException.Client(
                "AppSpecification.ContainerEntrypoint is missing; name the program, for example [\"python3\", "
                    + "\"/opt/ml/processing/input/code/x.py\"]."
            );
        }
        var metadata = new JsonObject { ["processingJob"] = new JsonObject { ["arn"] = run.Arn("processing-job", run.JobName) } };
        var described = await new ProcessingJob(host).RunAsync(
            run,
            folder => new JobCommand
            {
                Folder = folder,
                Program = entryPoint[0],
                Arguments = [.. entryPoint.Skip(1).Concat(application.Texts("ContainerArguments")).Select(folder.MapPath)],
                WorkingFolder = folder.OptMl,
                Environment = run.Arguments.Map("Environment"),
            },
            () => run.Started(metadata),
            cancellation
        );
        return new StepOutcome(described, metadata);
    }
}
