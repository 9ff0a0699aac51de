using System.Text.Json.Nodes;
using MlopsBatch.LocalCloud.Access;
using MlopsBatch.LocalCloud.Activity;
using MlopsBatch.LocalCloud.SageMaker.Definitions;
using MlopsBatch.LocalCloud.SageMaker.Jobs;
using MlopsBatch.LocalCloud.SageMaker.Jobs.Host;
using MlopsBatch.LocalCloud.SageMaker.Shapes;

namespace MlopsBatch.LocalCloud.SageMaker.Executions;

/// <summary>Everything that an execution needs and that doesn't change while it runs.</summary>
internal sealed record ExecutionSetup
{
    public required string PipelineName { get; init; }

    public required string PipelineArn { get; init; }

    public required string ExecutionId { get; init; }

    public required string DefinitionText { get; init; }

    public required PipelineDefinition Definition { get; init; }

    public required IReadOnlyDictionary<string, JsonNode?> Parameters { get; init; }

    public required StartOptions Options { get; init; }

    public required CloudAccount Account { get; init; }

    public required JobHost Host { get; init; }

    public required ShapeValidator Shapes { get; init; }

    /// <summary>What runs a step, by the step's type.</summary>
    public required IReadOnlyDictionary<string, IStepRunner> Runners { get; init; }

    public required JobRights Rights { get; init; }

    /// <summary>Who runs the pipeline: a session of its role.</summary>
    public required Caller Role { get; init; }

    public string ExecutionArn => $"{PipelineArn}/execution/{ExecutionId}";

    public ActivityMonitor Activity => Account.Cloud.Activity;

    public TimeProvider Time => Host.Options.Time;

    /// <summary>An ARN in the execution's account and region.</summary>
    public string Arn(string kind, string name) => Account.Arn("sagemaker", $"{kind}/{name}");
}
