// Written by eng/generate_pulumi_aws.py from eng/pulumi-aws.json: change these, not this file.
#nullable enable
using System.Collections.Immutable;

namespace Pulumi.Aws.Scheduler.Inputs;

public sealed class ScheduleFlexibleTimeWindowArgs : global::Pulumi.ResourceArgs
{
    [Input("maximumWindowInMinutes")] public Input<int>? MaximumWindowInMinutes { get; set; }
    [Input("mode", required: true)] public Input<string> Mode { get; set; } = null!;
}

public sealed class ScheduleTargetArgs : global::Pulumi.ResourceArgs
{
    [Input("arn", required: true)] public Input<string> Arn { get; set; } = null!;
    [Input("deadLetterConfig")] public Input<Inputs.ScheduleTargetDeadLetterConfigArgs>? DeadLetterConfig { get; set; }
    [Input("ecsParameters")] public Input<Inputs.ScheduleTargetEcsParametersArgs>? EcsParameters { get; set; }
    [Input("eventbridgeParameters")] public Input<Inputs.ScheduleTargetEventbridgeParametersArgs>? EventbridgeParameters { get; set; }
    [Input("input")] public Input<string>? Input { get; set; }
    [Input("kinesisParameters")] public Input<Inputs.ScheduleTargetKinesisParametersArgs>? KinesisParameters { get; set; }
    [Input("retryPolicy")] public Input<Inputs.ScheduleTargetRetryPolicyArgs>? RetryPolicy { get; set; }
    [Input("roleArn", required: true)] public Input<string> RoleArn { get; set; } = null!;
    [Input("sagemakerPipelineParameters")] public Input<Inputs.ScheduleTargetSagemakerPipelineParametersArgs>? SagemakerPipelineParameters { get; set; }
    [Input("sqsParameters")] public Input<Inputs.ScheduleTargetSqsParametersArgs>? SqsParameters { get; set; }
}

public sealed class ScheduleTargetDeadLetterConfigArgs : global::Pulumi.ResourceArgs
{
    [Input("arn", required: true)] public Input<string> Arn { get; set; } = null!;
}

public sealed class ScheduleTargetEcsParametersArgs : global::Pulumi.ResourceArgs
{
    [Input("capacityProviderStrategies")] private InputList<Inputs.ScheduleTargetEcsParametersCapacityProviderStrategyArgs>? _capacityProviderStrategies;
    public InputList<Inputs.ScheduleTargetEcsParametersCapacityProviderStrategyArgs> CapacityProviderStrategies { get => _capacityProviderStrategies ??= new(); set => _capacityProviderStrategies = value; }
    [Input("enableEcsManagedTags")] public Input<bool>? EnableEcsManagedTags { get; set; }
    [Input("enableExecuteCommand")] public Input<bool>? EnableExecuteCommand { get; set; }
    [Input("group")] public Input<string>? Group { get; set; }
    [Input("launchType")] public Input<string>? LaunchType { get; set; }
    [Input("networkConfiguration")] public Input<Inputs.ScheduleTargetEcsParametersNetworkConfigurationArgs>? NetworkConfiguration { get; set; }
    [Input("placementConstraints")] private InputList<Inputs.ScheduleTargetEcsParametersPlacementConstraintArgs>? _placementConstraints;
    public InputList<Inputs.ScheduleTargetEcsParametersPlacementConstraintArgs> PlacementConstraints { get => _placementConstraints ??= new(); set => _placementConstraints = value; }
    [Input("placementStrategies")] private InputList<Inputs.ScheduleTargetEcsParametersPlacementStrategyArgs>? _placementStrategies;
    public InputList<Inputs.ScheduleTargetEcsParametersPlacementStrategyArgs> PlacementStrategies { get => _placementStrategies ??= new(); set => _placementStrategies = value; }
    [Input("platformVersion")] public Input<string>? PlatformVersion { get; set; }
    [Input("propagateTags")] public Input<string>? PropagateTags { get; set; }
    [Input("referenceId")] public Input<string>? ReferenceId { get; set; }
    [Input("tags")] private InputMap<string>? _tags;
    public InputMap<string> Tags { get => _tags ??= new(); set => _tags = value; }
    [Input("taskCount")] public Input<int>? TaskCount { get; set; }
    [Input("taskDefinitionArn", required: true)] public Input<string> TaskDefinitionArn { get; set; } = null!;
}

public sealed class ScheduleTargetEcsParametersCapacityProviderStrategyArgs : global::Pulumi.ResourceArgs
{
    [Input("base")] public Input<int>? Base { get; set; }
    [Input("capacityProvider", required: true)] public Input<string> CapacityProvider { get; set; } = null!;
    [Input("weight")] public Input<int>? Weight { get; set; }
}

public sealed class ScheduleTargetEcsParametersNetworkConfigurationArgs : global::Pulumi.ResourceArgs
{
    [Input("assignPublicIp")] public Input<bool>? AssignPublicIp { get; set; }
    [Input("securityGroups")] private InputList<string>? _securityGroups;
    public InputList<string> SecurityGroups { get => _securityGroups ??= new(); set => _securityGroups = value; }
    [Input("subnets", required: true)] private InputList<string>? _subnets;
    public InputList<string> Subnets { get => _subnets ??= new(); set => _subnets = value; }
}

public sealed class ScheduleTargetEcsParametersPlacementConstraintArgs : global::Pulumi.ResourceArgs
{
    [Input("expression")] public Input<string>? Expression { get; set; }
    [Input("type", required: true)] public Input<string> Type { get; set; } = null!;
}

public sealed class ScheduleTargetEcsParametersPlacementStrategyArgs : global::Pulumi.ResourceArgs
{
    [Input("field")] public Input<string>? Field { get; set; }
    [Input("type", required: true)] public Input<string> Type { get; set; } = null!;
}

public sealed class ScheduleTargetEventbridgeParametersArgs : global::Pulumi.ResourceArgs
{
    [Input("detailType", required: true)] public Input<string> DetailType { get; set; } = null!;
    [Input("source", required: true)] public Input<string> Source { get; set; } = null!;
}

public sealed class ScheduleTargetKinesisParametersArgs : global::Pulumi.ResourceArgs
{
    [Input("partitionKey", required: true)] public Input<string> PartitionKey { get; set; } = null!;
}

public sealed class ScheduleTargetRetryPolicyArgs : global::Pulumi.ResourceArgs
{
    [Input("maximumEventAgeInSeconds")] public Input<int>? MaximumEventAgeInSeconds { get; set; }
    [Input("maximumRetryAttempts")] public Input<int>? MaximumRetryAttempts { get; set; }
}

public sealed class ScheduleTargetSagemakerPipelineParametersArgs : global::Pulumi.ResourceArgs
{
    [Input("pipelineParameters")] private InputList<Inputs.ScheduleTargetSagemakerPipelineParametersPipelineParameterArgs>? _pipelineParameters;
    public InputList<Inputs.ScheduleTargetSagemakerPipelineParametersPipelineParameterArgs> PipelineParameters { get => _pipelineParameters ??= new(); set => _pipelineParameters = value; }
}

public sealed class ScheduleTargetSagemakerPipelineParametersPipelineParameterArgs : global::Pulumi.ResourceArgs
{
    [Input("name", required: true)] public Input<string> Name { get; set; } = null!;
    [Input("value", required: true)] public Input<string> Value { get; set; } = null!;
}

public sealed class ScheduleTargetSqsParametersArgs : global::Pulumi.ResourceArgs
{
    [Input("messageGroupId")] public Input<string>? MessageGroupId { get; set; }
}
