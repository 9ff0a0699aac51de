using System.Text.Json.Nodes;
using MlopsBatch.LocalCloud.Access;
using MlopsBatch.LocalCloud.S3;
using MlopsBatch.LocalCloud.SageMaker.Definitions;
using MlopsBatch.LocalCloud.SageMaker.Values;

namespace MlopsBatch.LocalCloud.SageMaker.Jobs;

/// <summary>One try of one step.</summary>
internal sealed record StepRun
{
    public required StepDefinition Step { get; init; }

    /// <summary>S3 as the job's role sees it.</summary>
    public required LocalS3 S3 { get; init; }

    /// <summary>Who makes the job: the pipeline's role.</summary>
    public required Caller Pipeline { get; init; }

    /// <summary>The step's arguments without functions.</summary>
    public required JsonObject Arguments { get; init; }

    /// <summary>For what stands beside the arguments.</summary>
    public required ValueResolver Values { get; init; }

    /// <summary>The name of the job that it makes, unique in the account.</summary>
    public required string JobName { get; init; }

    /// <summary>The execution that it belongs to.</summary>
    public required string ExecutionArn { get; init; }

    /// <summary>Called once its process has started, with the step's metadata.</summary>
    public required Action<JsonObject> Started { get; init; }

    /// <summary>The ARN of something that this step makes, in the execution's account.</summary>
    public required Func<string, string, string> Arn { get; init; }
}
