// Written by eng/generate_pulumi_aws.py from eng/pulumi-aws.json: change these, not this file.
#nullable enable
using System.Collections.Immutable;

namespace Pulumi.Aws.CloudWatch.Outputs;

[OutputType]
public sealed class EventBusDeadLetterConfig
{
    public readonly string? Arn;

    [OutputConstructor]
    private EventBusDeadLetterConfig(string? @arn)
    {
        Arn = @arn;
    }
}

[OutputType]
public sealed class EventBusLogConfig
{
    public readonly string? IncludeDetail;
    public readonly string? Level;

    [OutputConstructor]
    private EventBusLogConfig(string? @includeDetail, string? @level)
    {
        IncludeDetail = @includeDetail;
        Level = @level;
    }
}

[OutputType]
public sealed class EventPermissionCondition
{
    public readonly string Key;
    public readonly string Type;
    public readonly string Value;

    [OutputConstructor]
    private EventPermissionCondition(string @key, string @type, string @value)
    {
        Key = @key;
        Type = @type;
        Value = @value;
    }
}

[OutputType]
public sealed class EventTargetAppsyncTarget
{
    public readonly string? GraphqlOperation;

    [OutputConstructor]
    private EventTargetAppsyncTarget(string? @graphqlOperation)
    {
        GraphqlOperation = @graphqlOperation;
    }
}

[OutputType]
public sealed class EventTargetBatchTarget
{
    public readonly int? ArraySize;
    public readonly int? JobAttempts;
    public readonly string JobDefinition;
    public readonly string JobName;

    [OutputConstructor]
    private EventTargetBatchTarget(int? @arraySize, int? @jobAttempts, string @jobDefinition, string @jobName)
    {
        ArraySize = @arraySize;
        JobAttempts = @jobAttempts;
        JobDefinition = @jobDefinition;
        JobName = @jobName;
    }
}

[OutputType]
public sealed class EventTargetDeadLetterConfig
{
    public readonly string? Arn;

    [OutputConstructor]
    private EventTargetDeadLetterConfig(string? @arn)
    {
        Arn = @arn;
    }
}

[OutputType]
public sealed class EventTargetEcsTarget
{
    public readonly ImmutableArray<Outputs.EventTargetEcsTargetCapacityProviderStrategy> CapacityProviderStrategies;
    public readonly bool? EnableEcsManagedTags;
    public readonly bool? EnableExecuteCommand;
    public readonly string? Group;
    public readonly string? LaunchType;
    public readonly Outputs.EventTargetEcsTargetNetworkConfiguration? NetworkConfiguration;
    public readonly ImmutableArray<Outputs.EventTargetEcsTargetOrderedPlacementStrategy> OrderedPlacementStrategies;
    public readonly ImmutableArray<Outputs.EventTargetEcsTargetPlacementConstraint> PlacementConstraints;
    public readonly string? PlatformVersion;
    public readonly string? PropagateTags;
    public readonly ImmutableDictionary<string, string>? Tags;
    public readonly int? TaskCount;
    public readonly string TaskDefinitionArn;

    [OutputConstructor]
    private EventTargetEcsTarget(ImmutableArray<Outputs.EventTargetEcsTargetCapacityProviderStrategy> @capacityProviderStrategies, bool? @enableEcsManagedTags, bool? @enableExecuteCommand, string? @group, string? @launchType, Outputs.EventTargetEcsTargetNetworkConfiguration? @networkConfiguration, ImmutableArray<Outputs.EventTargetEcsTargetOrderedPlacementStrategy> @orderedPlacementStrategies, ImmutableArray<Outputs.EventTargetEcsTargetPlacementConstraint> @placementConstraints, string? @platformVersion, string? @propagateTags, ImmutableDictionary<string, string>? @tags, int? @taskCount, string @taskDefinitionArn)
    {
        CapacityProviderStrategies = @capacityProviderStrategies;
        EnableEcsManagedTags = @enableEcsManagedTags;
        EnableExecuteCommand = @enableExecuteCommand;
        Group = @group;
        LaunchType = @launchType;
        NetworkConfiguration = @networkConfiguration;
        OrderedPlacementStrategies = @orderedPlacementStrategies;
        PlacementConstraints = @placementConstraints;
        PlatformVersion = @platformVersion;
        PropagateTags = @propagateTags;
        Tags = @tags;
        TaskCount = @taskCount;
        TaskDefinitionArn = @taskDefinitionArn;
    }
}

[OutputType]
public sealed class EventTargetEcsTargetCapacityProviderStrategy
{
    public readonly int? Base;
    public readonly string CapacityProvider;
    public readonly int? Weight;

    [OutputConstructor]
    private EventTargetEcsTargetCapacityProviderStrategy(int? @base, string @capacityProvider, int? @weight)
    {
        Base = @base;
        CapacityProvider = @capacityProvider;
        Weight = @weight;
    }
}

[OutputType]
public sealed class EventTargetEcsTargetNetworkConfiguration
{
    public readonly bool? AssignPublicIp;
    public readonly ImmutableArray<string> SecurityGroups;
    public readonly ImmutableArray<string> Subnets;

    [OutputConstructor]
    private EventTargetEcsTargetNetworkConfiguration(bool? @assignPublicIp, ImmutableArray<string> @securityGroups, ImmutableArray<string> @subnets)
    {
        AssignPublicIp = @assignPublicIp;
        SecurityGroups = @securityGroups;
        Subnets = @subnets;
    }
}

[OutputType]
public sealed class EventTargetEcsTargetOrderedPlacementStrategy
{
    public readonly string? Field;
    public readonly string Type;

    [OutputConstructor]
    private EventTargetEcsTargetOrderedPlacementStrategy(string? @field, string @type)
    {
        Field = @field;
        Type = @type;
    }
}

[OutputType]
public sealed class EventTargetEcsTargetPlacementConstraint
{
    public readonly string? Expression;
    public readonly string Type;

    [OutputConstructor]
    private EventTargetEcsTargetPlacementConstraint(string? @expression, string @type)
    {
        Expression = @expression;
        Type = @type;
    }
}

[OutputType]
public sealed class EventTargetHttpTarget
{
    public readonly ImmutableDictionary<string, string>? HeaderParameters;
    public readonly ImmutableArray<string> PathParameterValues;
    public readonly ImmutableDictionary<string, string>? QueryStringParameters;

    [OutputConstructor]
    private EventTargetHttpTarget(ImmutableDictionary<string, string>? @headerParameters, ImmutableArray<string> @pathParameterValues, ImmutableDictionary<string, string>? @queryStringParameters)
    {
        HeaderParameters = @headerParameters;
        PathParameterValues = @pathParameterValues;
        QueryStringParameters = @queryStringParameters;
    }
}

[OutputType]
public sealed class EventTargetInputTransformer
{
    public readonly ImmutableDictionary<string, string>? InputPaths;
    public readonly string InputTemplate;

    [OutputConstructor]
    private EventTargetInputTransformer(ImmutableDictionary<string, string>? @inputPaths, string @inputTemplate)
    {
        InputPaths = @inputPaths;
        InputTemplate = @inputTemplate;
    }
}

[OutputType]
public sealed class EventTargetKinesisTarget
{
    public readonly string? PartitionKeyPath;

    [OutputConstructor]
    private EventTargetKinesisTarget(string? @partitionKeyPath)
    {
        PartitionKeyPath = @partitionKeyPath;
    }
}

[OutputType]
public sealed class EventTargetRedshiftTarget
{
    public readonly string Database;
    public readonly string? DbUser;
    public readonly string? SecretsManagerArn;
    public readonly string? Sql;
    public readonly string? StatementName;
    public readonly bool? WithEvent;

    [OutputConstructor]
    private EventTargetRedshiftTarget(string @database, string? @dbUser, string? @secretsManagerArn, string? @sql, string? @statementName, bool? @withEvent)
    {
        Database = @database;
        DbUser = @dbUser;
        SecretsManagerArn = @secretsManagerArn;
        Sql = @sql;
        StatementName = @statementName;
        WithEvent = @withEvent;
    }
}

[OutputType]
public sealed class EventTargetRetryPolicy
{
    public readonly int? MaximumEventAgeInSeconds;
    public readonly int? MaximumRetryAttempts;

    [OutputConstructor]
    private EventTargetRetryPolicy(int? @maximumEventAgeInSeconds, int? @maximumRetryAttempts)
    {
        MaximumEventAgeInSeconds = @maximumEventAgeInSeconds;
        MaximumRetryAttempts = @maximumRetryAttempts;
    }
}

[OutputType]
public sealed class EventTargetRunCommandTarget
{
    public readonly string Key;
    public readonly ImmutableArray<string> Values;

    [OutputConstructor]
    private EventTargetRunCommandTarget(string @key, ImmutableArray<string> @values)
    {
        Key = @key;
        Values = @values;
    }
}

[OutputType]
public sealed class EventTargetSagemakerPipelineTarget
{
    public readonly ImmutableArray<Outputs.EventTargetSagemakerPipelineTargetPipelineParameterList> PipelineParameterLists;

    [OutputConstructor]
    private EventTargetSagemakerPipelineTarget(ImmutableArray<Outputs.EventTargetSagemakerPipelineTargetPipelineParameterList> @pipelineParameterLists)
    {
        PipelineParameterLists = @pipelineParameterLists;
    }
}

[OutputType]
public sealed class EventTargetSagemakerPipelineTargetPipelineParameterList
{
    public readonly string Name;
    public readonly string Value;

    [OutputConstructor]
    private EventTargetSagemakerPipelineTargetPipelineParameterList(string @name, string @value)
    {
        Name = @name;
        Value = @value;
    }
}

[OutputType]
public sealed class EventTargetSqsTarget
{
    public readonly string? MessageGroupId;

    [OutputConstructor]
    private EventTargetSqsTarget(string? @messageGroupId)
    {
        MessageGroupId = @messageGroupId;
    }
}

[OutputType]
public sealed class MetricAlarmEvaluationCriteria
{
    public readonly Outputs.MetricAlarmEvaluationCriteriaPromqlCriteria PromqlCriteria;

    [OutputConstructor]
    private MetricAlarmEvaluationCriteria(Outputs.MetricAlarmEvaluationCriteriaPromqlCriteria @promqlCriteria)
    {
        PromqlCriteria = @promqlCriteria;
    }
}

[OutputType]
public sealed class MetricAlarmEvaluationCriteriaPromqlCriteria
{
    public readonly int? PendingPeriod;
    public readonly string Query;
    public readonly int? RecoveryPeriod;

    [OutputConstructor]
    private MetricAlarmEvaluationCriteriaPromqlCriteria(int? @pendingPeriod, string @query, int? @recoveryPeriod)
    {
        PendingPeriod = @pendingPeriod;
        Query = @query;
        RecoveryPeriod = @recoveryPeriod;
    }
}

[OutputType]
public sealed class MetricAlarmMetricQuery
{
    public readonly string? AccountId;
    public readonly string? Expression;
    public readonly string Id;
    public readonly string? Label;
    public readonly Outputs.MetricAlarmMetricQueryMetric? Metric;
    public readonly int? Period;
    public readonly bool? ReturnData;

    [OutputConstructor]
    private MetricAlarmMetricQuery(string? @accountId, string? @expression, string @id, string? @label, Outputs.MetricAlarmMetricQueryMetric? @metric, int? @period, bool? @returnData)
    {
        AccountId = @accountId;
        Expression = @expression;
        Id = @id;
        Label = @label;
        Metric = @metric;
        Period = @period;
        ReturnData = @returnData;
    }
}

[OutputType]
public sealed class MetricAlarmMetricQueryMetric
{
    public readonly ImmutableDictionary<string, string>? Dimensions;
    public readonly string MetricName;
    public readonly string? Namespace;
    public readonly int Period;
    public readonly string Stat;
    public readonly string? Unit;

    [OutputConstructor]
    private MetricAlarmMetricQueryMetric(ImmutableDictionary<string, string>? @dimensions, string @metricName, string? @namespace, int @period, string @stat, string? @unit)
    {
        Dimensions = @dimensions;
        MetricName = @metricName;
        Namespace = @namespace;
        Period = @period;
        Stat = @stat;
        Unit = @unit;
    }
}

[OutputType]
public sealed class MetricAlarmWarmUpConfiguration
{
    public readonly bool? OnlyStartEvaluatingAfterWarmUpPeriodEnds;
    public readonly int WarmUpPeriodDurationInMinutes;

    [OutputConstructor]
    private MetricAlarmWarmUpConfiguration(bool? @onlyStartEvaluatingAfterWarmUpPeriodEnds, int @warmUpPeriodDurationInMinutes)
    {
        OnlyStartEvaluatingAfterWarmUpPeriodEnds = @onlyStartEvaluatingAfterWarmUpPeriodEnds;
        WarmUpPeriodDurationInMinutes = @warmUpPeriodDurationInMinutes;
    }
}
