// Written by eng/generate_pulumi_aws.py from eng/pulumi-aws.json: change these, not this file.
#nullable enable
using System.Collections.Immutable;

namespace Pulumi.Aws.CloudWatch;

/// <summary>aws:cloudwatch/eventTarget:EventTarget</summary>
public partial class EventTarget : global::Pulumi.CustomResource
{
    [Output("appsyncTarget")] public Output<Outputs.EventTargetAppsyncTarget?> AppsyncTarget { get; private set; } = null!;
    [Output("arn")] public Output<string> Arn { get; private set; } = null!;
    [Output("batchTarget")] public Output<Outputs.EventTargetBatchTarget?> BatchTarget { get; private set; } = null!;
    [Output("deadLetterConfig")] public Output<Outputs.EventTargetDeadLetterConfig?> DeadLetterConfig { get; private set; } = null!;
    [Output("ecsTarget")] public Output<Outputs.EventTargetEcsTarget?> EcsTarget { get; private set; } = null!;
    [Output("eventBusName")] public Output<string?> EventBusName { get; private set; } = null!;
    [Output("forceDestroy")] public Output<bool?> ForceDestroy { get; private set; } = null!;
    [Output("httpTarget")] public Output<Outputs.EventTargetHttpTarget?> HttpTarget { get; private set; } = null!;
    [Output("input")] public Output<string?> Input { get; private set; } = null!;
    [Output("inputPath")] public Output<string?> InputPath { get; private set; } = null!;
    [Output("inputTransformer")] public Output<Outputs.EventTargetInputTransformer?> InputTransformer { get; private set; } = null!;
    [Output("kinesisTarget")] public Output<Outputs.EventTargetKinesisTarget?> KinesisTarget { get; private set; } = null!;
    [Output("redshiftTarget")] public Output<Outputs.EventTargetRedshiftTarget?> RedshiftTarget { get; private set; } = null!;
    [Output("region")] public Output<string> Region { get; private set; } = null!;
    [Output("retryPolicy")] public Output<Outputs.EventTargetRetryPolicy?> RetryPolicy { get; private set; } = null!;
    [Output("roleArn")] public Output<string?> RoleArn { get; private set; } = null!;
    [Output("rule")] public Output<string> Rule { get; private set; } = null!;
    [Output("runCommandTargets")] public Output<ImmutableArray<Outputs.EventTargetRunCommandTarget>> RunCommandTargets { get; private set; } = null!;
    [Output("sagemakerPipelineTarget")] public Output<Outputs.EventTargetSagemakerPipelineTarget?> SagemakerPipelineTarget { get; private set; } = null!;
    [Output("sqsTarget")] public Output<Outputs.EventTargetSqsTarget?> SqsTarget { get; private set; } = null!;
    [Output("targetId")] public Output<string> TargetId { get; private set; } = null!;

    public EventTarget(string name, EventTargetArgs args, CustomResourceOptions? options = null)
        : base("aws:cloudwatch/eventTarget:EventTarget", name, args ?? new EventTargetArgs(), Utilities.Defaults(options)) { }
}

public sealed class EventTargetArgs : global::Pulumi.ResourceArgs
{
    [Input("appsyncTarget")] public Input<Inputs.EventTargetAppsyncTargetArgs>? AppsyncTarget { get; set; }
    [Input("arn", required: true)] public Input<string> Arn { get; set; } = null!;
    [Input("batchTarget")] public Input<Inputs.EventTargetBatchTargetArgs>? BatchTarget { get; set; }
    [Input("deadLetterConfig")] public Input<Inputs.EventTargetDeadLetterConfigArgs>? DeadLetterConfig { get; set; }
    [Input("ecsTarget")] public Input<Inputs.EventTargetEcsTargetArgs>? EcsTarget { get; set; }
    [Input("eventBusName")] public Input<string>? EventBusName { get; set; }
    [Input("forceDestroy")] public Input<bool>? ForceDestroy { get; set; }
    [Input("httpTarget")] public Input<Inputs.EventTargetHttpTargetArgs>? HttpTarget { get; set; }
    [Input("input")] public Input<string>? Input { get; set; }
    [Input("inputPath")] public Input<string>? InputPath { get; set; }
    [Input("inputTransformer")] public Input<Inputs.EventTargetInputTransformerArgs>? InputTransformer { get; set; }
    [Input("kinesisTarget")] public Input<Inputs.EventTargetKinesisTargetArgs>? KinesisTarget { get; set; }
    [Input("redshiftTarget")] public Input<Inputs.EventTargetRedshiftTargetArgs>? RedshiftTarget { get; set; }
    [Input("region")] public Input<string>? Region { get; set; }
    [Input("retryPolicy")] public Input<Inputs.EventTargetRetryPolicyArgs>? RetryPolicy { get; set; }
    [Input("roleArn")] public Input<string>? RoleArn { get; set; }
    [Input("rule", required: true)] public Input<string> Rule { get; set; } = null!;
    [Input("runCommandTargets")] private InputList<Inputs.EventTargetRunCommandTargetArgs>? _runCommandTargets;
    public InputList<Inputs.EventTargetRunCommandTargetArgs> RunCommandTargets { get => _runCommandTargets ??= new(); set => _runCommandTargets = value; }
    [Input("sagemakerPipelineTarget")] public Input<Inputs.EventTargetSagemakerPipelineTargetArgs>? SagemakerPipelineTarget { get; set; }
    [Input("sqsTarget")] public Input<Inputs.EventTargetSqsTargetArgs>? SqsTarget { get; set; }
    [Input("targetId")] public Input<string>? TargetId { get; set; }
}
