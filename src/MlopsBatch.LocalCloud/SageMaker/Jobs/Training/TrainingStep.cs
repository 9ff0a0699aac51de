using System.Text.Json.Nodes;
using MlopsBatch.LocalCloud.SageMaker.Jobs.Host;

namespace MlopsBatch.LocalCloud.SageMaker.Jobs.Training;

/// <summary>A Training step.</summary>
internal sealed class TrainingStep(JobHost host) : IStepRunner
{
    public async Task<StepOutcome> RunAsync(StepRun run, CancellationToken cancellation)
    {
        var arn = run.Arn("training-job", run.JobName);
        var metadata = new JsonObject { ["trainingJob"] = new JsonObject { ["arn"] = arn } };
        var described = await new TrainingJob(host, run.S3).RunAsync(
            run.JobName,
            run.Arguments,
            arn,
            () => run.Started(metadata),
            cancellation
        );
        return new StepOutcome(described, metadata);
    }
}
