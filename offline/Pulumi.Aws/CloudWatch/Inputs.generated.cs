// Written by eng/generate_pulumi_aws.py from eng/pulumi-aws.json: change these, not this file.
#nullable enable
using System.Collections.Immutable;

namespace Pulumi.Aws.CloudWatch.Inputs;

public sealed class EventBusDeadLetterConfigArgs : global::Pulumi.ResourceArgs
{
    [Input("arn")] public Input<string>? Arn { get; set; }
}

public sealed class EventBusLogConfigArgs : global::Pulumi.ResourceArgs
{
    [Input("includeDetail")] public Input<string>? IncludeDetail { get; set; }
    [Input("level")] public Input<string>? Level { get; set; }
}

public sealed class EventPermissionConditionArgs : global::Pulumi.ResourceArgs
{
    [Input("key", required: true)] public Input<string> Key { get; set; } = null!;
    [Input("type", required: true)] public Input<string> Type { get; set; } = null!;
    [Input("value", required: true)] public Input<string> Value { get; set; } = null!;
}

public sealed class EventTargetAppsyncTargetArgs : global::Pulumi.ResourceArgs
{
    [Input("graphqlOperation")] public Input<string>? GraphqlOperation { get; set; }
}

public sealed class EventTargetBatchTargetArgs : global::Pulumi.ResourceArgs
{
    [Input("arraySize")] public Input<int>? ArraySize { get; set; }
    [Input("jobAttempts")] public Input<int>? JobAttempts { get; set; }
    [Input("jobDefinition", required: true)] public Input<string> JobDefinition { get; set; } = null!;
    [Input("jobName", required: true)] public Input<string> JobName { get; set; } = null!;
}

public sealed class EventTargetDeadLetterConfigArgs : global::Pulumi.ResourceArgs
{
    [Input("arn")] public Input<string>? Arn { get; set; }
}

public sealed class EventTargetEcsTargetArgs : global::Pulumi.ResourceArgs
{
    [Input("capacityProviderStrategies")] private InputList<Inputs.EventTargetEcsTargetCapacityProviderStrategyArgs>? _capacityProviderStrategies;
    public InputList<Inputs.EventTargetEcsTargetCapacityProviderStrategyArgs> CapacityProviderStrategies { get => _capacityProviderStrategies ??= new(); set => _capacityProviderStrategies = value; }
    [Input("enableEcsManagedTags")] public Input<bool>? EnableEcsManagedTags { get; set; }
    [Input("enableExecuteCommand")] public Input<bool>? EnableExecuteCommand { get; set; }
    [Input("group")] public Input<string>? Group { get; set; }
    [Input("launchType")] public Input<string>? LaunchType { get; set; }
    [Input("networkConfiguration")] public Input<Inputs.EventTargetEcsTargetNetworkConfigurationArgs>? NetworkConfiguration { get; set; }
    [Input("orderedPlacementStrategies")] private InputList<Inputs.EventTargetEcsTargetOrderedPlacementStrategyArgs>? _orderedPlacementStrategies;
    public InputList<Inputs.EventTargetEcsTargetOrderedPlacementStrategyArgs> OrderedPlacementStrategies { get => _orderedPlacementStrategies ??= new(); set => _orderedPlacementStrategies = value; }
    [Input("placementConstraints")] private InputList<Inputs.EventTargetEcsTargetPlacementConstraintArgs>? _placementConstraints;
    public InputList<Inputs.EventTargetEcsTargetPlacementConstraintArgs> PlacementConstraints { get => _placementConstraints ??= new(); set => _placementConstraints = value; }
    [Input("platformVersion")] public Input<string>? PlatformVersion { get; set; }
    [Input("propagateTags")] public Input<string>? PropagateTags { get; set; }
    [Input("tags")] private InputMap<string>? _tags;
    public InputMap<string> Tags { get => _tags ??= new(); set => _tags = value; }
    [Input("taskCount")] public Input<int>? TaskCount { get; set; }
    [Input("taskDefinitionArn", required: true)] public Input<string> TaskDefinitionArn { get; set; } = null!;
}

public sealed class EventTargetEcsTargetCapacityProviderStrategyArgs : global::Pulumi.ResourceArgs
{
    [Input("base")] public Input<int>? Base { get; set; }
    [Input("capacityProvider", required: true)] public Input<string> CapacityProvider { get; set; } = null!;
    [Input("weight")] public Input<int>? Weight { get; set; }
}

public sealed class EventTargetEcsTargetNetworkConfigurationArgs : global::Pulumi.ResourceArgs
{
    [Input("assignPublicIp")] public Input<bool>? AssignPublicIp { get; set; }
    [Input("securityGroups")] private InputList<string>? _securityGroups;
    public InputList<string> SecurityGroups { get => _securityGroups ??= new(); set => _securityGroups = value; }
    [Input("subnets", required: true)] private InputList<string>? _subnets;
    public InputList<string> Subnets { get => _subnets ??= new(); set => _subnets = value; }
}

public sealed class EventTargetEcsTargetOrderedPlacementStrategyArgs : global::Pulumi.ResourceArgs
{
    [Input("field")] public Input<string>? Field { get; set; }
    [Input("type", required: true)] public Input<string> Type { get; set; } = null!;
}

public sealed class EventTargetEcsTargetPlacementConstraintArgs : global::Pulumi.ResourceArgs
{
    [Input("expression")] public Input<string>? Expression { get; set; }
    [Input("type", required: true)] public Input<string> Type { get; set; } = null!;
}

public sealed class EventTargetHttpTargetArgs : global::Pulumi.ResourceArgs
{
    [Input("headerParameters")] private InputMap<string>? _headerParameters;
    public InputMap<string> HeaderParameters { get => _headerParameters ??= new(); set => _headerParameters = value; }
    [Input("pathParameterValues")] private InputList<string>? _pathParameterValues;
    public InputList<string> PathParameterValues { get => _pathParameterValues ??= new(); set => _pathParameterValues = value; }
    [Input("queryStringParameters")] private InputMap<string>? _queryStringParameters;
    public InputMap<string> QueryStringParameters { get => _queryStringParameters ??= new(); set => _queryStringParameters = value; }
}

public sealed class EventTargetInputTransformerArgs : global::Pulumi.ResourceArgs
{
    [Input("inputPaths")] private InputMap<string>? _inputPaths;
    public InputMap<string> InputPaths { get => _inputPaths ??= new(); set => _inputPaths = value; }
    [Input("inputTemplate", required: true)] public Input<string> InputTemplate { get; set; } = null!;
}

public sealed class EventTargetKinesisTargetArgs : global::Pulumi.ResourceArgs
{
    [Input("partitionKeyPath")] public Input<string>? PartitionKeyPath { get; set; }
}

public sealed class EventTargetRedshiftTargetArgs : global::Pulumi.ResourceArgs
{
    [Input("database", required: true)] public Input<string> Database { get; set; } = null!;
    [Input("dbUser")] public Input<string>? DbUser { get; set; }
    [Input("secretsManagerArn")] public Input<string>? SecretsManagerArn { get; set; }
    [Input("sql")] public Input<string>? Sql { get; set; }
    [Input("statementName")] public Input<string>? StatementName { get; set; }
    [Input("withEvent")] public Input<bool>? WithEvent { get; set; }
}

public sealed class EventTargetRetryPolicyArgs : global::Pulumi.ResourceArgs
{
    [Input("maximumEventAgeInSeconds")] public Input<int>? MaximumEventAgeInSeconds { get; set; }
    [Input("maximumRetryAttempts")] public Input<int>? MaximumRetryAttempts { get; set; }
}

public sealed class EventTargetRunCommandTargetArgs : global::Pulumi.ResourceArgs
{
    [Input("key", required: true)] public Input<string> Key { get; set; } = null!;
    [Input("values", required: true)] private InputList<string>? _values;
    public InputList<string> Values { get => _values ??= new(); set => _values = value; }
}

public sealed class EventTargetSagemakerPipelineTargetArgs : global::Pulumi.ResourceArgs
{
    [Input("pipelineParameterLists")] private InputList<Inputs.EventTargetSagemakerPipelineTargetPipelineParameterListArgs>? _pipelineParameterLists;
    public InputList<Inputs.EventTargetSagemakerPipelineTargetPipelineParameterListArgs> PipelineParameterLists { get => _pipelineParameterLists ??= new(); set => _pipelineParameterLists = value; }
}

public sealed class EventTargetSagemakerPipelineTargetPipelineParameterListArgs : global::Pulumi.ResourceArgs
{
    [Input("name", required: true)] public Input<string> Name { get; set; } = null!;
    [Input("value", required: true)] public Input<string> Value { get; set; } = null!;
}

public sealed class EventTargetSqsTargetArgs : global::Pulumi.ResourceArgs
{
    [Input("messageGroupId")] public Input<string>? MessageGroupId { get; set; }
}

public sealed class MetricAlarmEvaluationCriteriaArgs : global::Pulumi.ResourceArgs
{
    [Input("promqlCriteria", required: true)] public Input<Inputs.MetricAlarmEvaluationCriteriaPromqlCriteriaArgs> PromqlCriteria { get; set; } = null!;
}

public sealed class MetricAlarmEvaluationCriteriaPromqlCriteriaArgs : global::Pulumi.ResourceArgs
{
    [Input("pendingPeriod")] public Input<int>? PendingPeriod { get; set; }
    [Input("query", required: true)] public Input<string> Query { get; set; } = null!;
    [Input("recoveryPeriod")] public Input<int>? RecoveryPeriod { get; set; }
}

public sealed class MetricAlarmMetricQueryArgs : global::Pulumi.ResourceArgs
{
    [Input("accountId")] public Input<string>? AccountId { get; set; }
    [Input("expression")] public Input<string>? Expression { get; set; }
    [Input("id", required: true)] public Input<string> Id { get; set; } = null!;
    [Input("label")] public Input<string>? Label { get; set; }
    [Input("metric")] public Input<Inputs.MetricAlarmMetricQueryMetricArgs>? Metric { get; set; }
    [Input("period")] public Input<int>? Period { get; set; }
    [Input("returnData")] public Input<bool>? ReturnData { get; set; }
}

public sealed class MetricAlarmMetricQueryMetricArgs : global::Pulumi.ResourceArgs
{
    [Input("dimensions")] private InputMap<string>? _dimensions;
    public InputMap<string> Dimensions { get => _dimensions ??= new(); set => _dimensions = value; }
    [Input("metricName", required: true)] public Input<string> MetricName { get; set; } = null!;
    [Input("namespace")] public Input<string>? Namespace { get; set; }
    [Input("period", required: true)] public Input<int> Period { get; set; } = null!;
    [Input("stat", required: true)] public Input<string> Stat { get; set; } = null!;
    [Input("unit")] public Input<string>? Unit { get; set; }
}

public sealed class MetricAlarmWarmUpConfigurationArgs : global::Pulumi.ResourceArgs
{
    [Input("onlyStartEvaluatingAfterWarmUpPeriodEnds")] public Input<bool>? OnlyStartEvaluatingAfterWarmUpPeriodEnds { get; set; }
    [Input("warmUpPeriodDurationInMinutes", required: true)] public Input<int> WarmUpPeriodDurationInMinutes { get; set; } = null!;
}

public sealed class PolicyDocumentArgs : global::Pulumi.ResourceArgs
{
    [Input("Id")] public Input<string>? Id { get; set; }
    [Input("Statement", required: true)] private InputList<global::Pulumi.Aws.Iam.Inputs.PolicyStatementArgs>? _statement;
    public InputList<global::Pulumi.Aws.Iam.Inputs.PolicyStatementArgs> Statement { get => _statement ??= new(); set => _statement = value; }
    [Input("Version", required: true)] public Input<global::Pulumi.Aws.Iam.PolicyDocumentVersion> Version { get; set; } = null!;
}
