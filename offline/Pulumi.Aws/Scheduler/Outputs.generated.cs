// Written by eng/generate_pulumi_aws.py from eng/pulumi-aws.json: change these, not this file.
#nullable enable
using System.Collections.Immutable;

namespace Pulumi.Aws.Scheduler.Outputs;

[OutputType]
public sealed class ScheduleFlexibleTimeWindow
{
    public readonly int? MaximumWindowInMinutes;
    public readonly string Mode;

    [OutputConstructor]
    private ScheduleFlexibleTimeWindow(int? @maximumWindowInMinutes, string @mode)
    {
        MaximumWindowInMinutes = @maximumWindowInMinutes;
        Mode = @mode;
    }
}

[OutputType]
public sealed class ScheduleTarget
{
    public readonly string Arn;
    public readonly Outputs.ScheduleTargetDeadLetterConfig? DeadLetterConfig;
    public readonly Outputs.ScheduleTargetEcsParameters? EcsParameters;
    public readonly Outputs.ScheduleTargetEventbridgeParameters? EventbridgeParameters;
    public readonly string? Input;
    public readonly Outputs.ScheduleTargetKinesisParameters? KinesisParameters;
    public readonly Outputs.ScheduleTargetRetryPolicy? RetryPolicy;
    public readonly string RoleArn;
    public readonly Outputs.ScheduleTargetSagemakerPipelineParameters? SagemakerPipelineParameters;
    public readonly Outputs.ScheduleTargetSqsParameters? SqsParameters;

    [OutputConstructor]
    private ScheduleTarget(string @arn, Outputs.ScheduleTargetDeadLetterConfig? @deadLetterConfig, Outputs.ScheduleTargetEcsParameters? @ecsParameters, Outputs.ScheduleTargetEventbridgeParameters? @eventbridgeParameters, string? @input, Outputs.ScheduleTargetKinesisParameters? @kinesisParameters, Outputs.ScheduleTargetRetryPolicy? @retryPolicy, string @roleArn, Outputs.ScheduleTargetSagemakerPipelineParameters? @sagemakerPipelineParameters, Outputs.ScheduleTargetSqsParameters? @sqsParameters)
    {
        Arn = @arn;
        DeadLetterConfig = @deadLetterConfig;
        EcsParameters = @ecsParameters;
        EventbridgeParameters = @eventbridgeParameters;
        Input = @input;
        KinesisParameters = @kinesisParameters;
        RetryPolicy = @retryPolicy;
        RoleArn = @roleArn;
        SagemakerPipelineParameters = @sagemakerPipelineParameters;
        SqsParameters = @sqsParameters;
    }
}

[OutputType]
public sealed class ScheduleTargetDeadLetterConfig
{
    public readonly string Arn;

    [OutputConstructor]
    private ScheduleTargetDeadLetterConfig(string @arn)
    {
        Arn = @arn;
    }
}

[OutputType]
public sealed class ScheduleTargetEcsParameters
{
    public readonly ImmutableArray<Outputs.ScheduleTargetEcsParametersCapacityProviderStrategy> CapacityProviderStrategies;
    public readonly bool? EnableEcsManagedTags;
    public readonly bool? EnableExecuteCommand;
    public readonly string? Group;
    public readonly string? LaunchType;
    public readonly Outputs.ScheduleTargetEcsParametersNetworkConfiguration? NetworkConfiguration;
    public readonly ImmutableArray<Outputs.ScheduleTargetEcsParametersPlacementConstraint> PlacementConstraints;
    public readonly ImmutableArray<Outputs.ScheduleTargetEcsParametersPlacementStrategy> PlacementStrategies;
    public readonly string? PlatformVersion;
    public readonly string? PropagateTags;
    public readonly string? ReferenceId;
    public readonly ImmutableDictionary<string, string>? Tags;
    public readonly int? TaskCount;
    public readonly string TaskDefinitionArn;

    [OutputConstructor]
    private ScheduleTargetEcsParameters(ImmutableArray<Outputs.ScheduleTargetEcsParametersCapacityProviderStrategy> @capacityProviderStrategies, bool? @enableEcsManagedTags, bool? @enableExecuteCommand, string? @group, string? @launchType, Outputs.ScheduleTargetEcsParametersNetworkConfiguration? @networkConfiguration, ImmutableArray<Outputs.ScheduleTargetEcsParametersPlacementConstraint> @placementConstraints, ImmutableArray<Outputs.ScheduleTargetEcsParametersPlacementStrategy> @placementStrategies, string? @platformVersion, string? @propagateTags, string? @referenceId, ImmutableDictionary<string, string>? @tags, int? @taskCount, string @taskDefinitionArn)
    {
        CapacityProviderStrategies = @capacityProviderStrategies;
        EnableEcsManagedTags = @enableEcsManagedTags;
        EnableExecuteCommand = @enableExecuteCommand;
        Group = @group;
        LaunchType = @launchType;
        NetworkConfiguration = @networkConfiguration;
        PlacementConstraints = @placementConstraints;
        PlacementStrategies = @placementStrategies;
        PlatformVersion = @platformVersion;
        PropagateTags = @propagateTags;
        ReferenceId = @referenceId;
        Tags = @tags;
        TaskCount = @taskCount;
        TaskDefinitionArn = @taskDefinitionArn;
    }
}

[OutputType]
public sealed class ScheduleTargetEcsParametersCapacityProviderStrategy
{
    public readonly int? Base;
    public readonly string CapacityProvider;
    public readonly int? Weight;

    [OutputConstructor]
    private ScheduleTargetEcsParametersCapacityProviderStrategy(int? @base, string @capacityProvider, int? @weight)
    {
        Base = @base;
        CapacityProvider = @capacityProvider;
        Weight = @weight;
    }
}

[OutputType]
public sealed class ScheduleTargetEcsParametersNetworkConfiguration
{
    public readonly bool? AssignPublicIp;
    public readonly ImmutableArray<string> SecurityGroups;
    public readonly ImmutableArray<string> Subnets;

    [OutputConstructor]
    private ScheduleTargetEcsParametersNetworkConfiguration(bool? @assignPublicIp, ImmutableArray<string> @securityGroups, ImmutableArray<string> @subnets)
    {
        AssignPublicIp = @assignPublicIp;
        SecurityGroups = @securityGroups;
        Subnets = @subnets;
    }
}

[OutputType]
public sealed class ScheduleTargetEcsParametersPlacementConstraint
{
    public readonly string? Expression;
    public readonly string Type;

    [OutputConstructor]
    private ScheduleTargetEcsParametersPlacementConstraint(string? @expression, string @type)
    {
        Expression = @expression;
        Type = @type;
    }
}

[OutputType]
public sealed class ScheduleTargetEcsParametersPlacementStrategy
{
    public readonly string? Field;
    public readonly string Type;

    [OutputConstructor]
    private ScheduleTargetEcsParametersPlacementStrategy(string? @field, string @type)
    {
        Field = @field;
        Type = @type;
    }
}

[OutputType]
public sealed class ScheduleTargetEventbridgeParameters
{
    public readonly string DetailType;
    public readonly string Source;

    [OutputConstructor]
    private ScheduleTargetEventbridgeParameters(string @detailType, string @source)
    {
        DetailType = @detailType;
        Source = @source;
    }
}

[OutputType]
public sealed class ScheduleTargetKinesisParameters
{
    public readonly string PartitionKey;

    [OutputConstructor]
    private ScheduleTargetKinesisParameters(string @partitionKey)
    {
        PartitionKey = @partitionKey;
    }
}

[OutputType]
public sealed class ScheduleTargetRetryPolicy
{
    public readonly int? MaximumEventAgeInSeconds;
    public readonly int? MaximumRetryAttempts;

    [OutputConstructor]
    private ScheduleTargetRetryPolicy(int? @maximumEventAgeInSeconds, int? @maximumRetryAttempts)
    {
        MaximumEventAgeInSeconds = @maximumEventAgeInSeconds;
        MaximumRetryAttempts = @maximumRetryAttempts;
    }
}

[OutputType]
public sealed class ScheduleTargetSagemakerPipelineParameters
{
    public readonly ImmutableArray<Outputs.ScheduleTargetSagemakerPipelineParametersPipelineParameter> PipelineParameters;

    [OutputConstructor]
    private ScheduleTargetSagemakerPipelineParameters(ImmutableArray<Outputs.ScheduleTargetSagemakerPipelineParametersPipelineParameter> @pipelineParameters)
    {
        PipelineParameters = @pipelineParameters;
    }
}

[OutputType]
public sealed class ScheduleTargetSagemakerPipelineParametersPipelineParameter
{
    public readonly string Name;
    public readonly string Value;

    [OutputConstructor]
    private ScheduleTargetSagemakerPipelineParametersPipelineParameter(string @name, string @value)
    {
        Name = @name;
        Value = @value;
    }
}

[OutputType]
public sealed class ScheduleTargetSqsParameters
{
    public readonly string? MessageGroupId;

    [OutputConstructor]
    private ScheduleTargetSqsParameters(string? @messageGroupId)
    {
        MessageGroupId = @messageGroupId;
    }
}
