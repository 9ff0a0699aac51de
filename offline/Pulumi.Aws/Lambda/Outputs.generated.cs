// Written by eng/generate_pulumi_aws.py from eng/pulumi-aws.json: change these, not this file.
#nullable enable
using System.Collections.Immutable;

namespace Pulumi.Aws.Lambda.Outputs;

[OutputType]
public sealed class FunctionCapacityProviderConfig
{
    public readonly Outputs.FunctionCapacityProviderConfigLambdaManagedInstancesCapacityProviderConfig LambdaManagedInstancesCapacityProviderConfig;

    [OutputConstructor]
    private FunctionCapacityProviderConfig(Outputs.FunctionCapacityProviderConfigLambdaManagedInstancesCapacityProviderConfig @lambdaManagedInstancesCapacityProviderConfig)
    {
        LambdaManagedInstancesCapacityProviderConfig = @lambdaManagedInstancesCapacityProviderConfig;
    }
}

[OutputType]
public sealed class FunctionCapacityProviderConfigLambdaManagedInstancesCapacityProviderConfig
{
    public readonly string CapacityProviderArn;
    public readonly double ExecutionEnvironmentMemoryGibPerVcpu;
    public readonly int PerExecutionEnvironmentMaxConcurrency;

    [OutputConstructor]
    private FunctionCapacityProviderConfigLambdaManagedInstancesCapacityProviderConfig(string @capacityProviderArn, double @executionEnvironmentMemoryGibPerVcpu, int @perExecutionEnvironmentMaxConcurrency)
    {
        CapacityProviderArn = @capacityProviderArn;
        ExecutionEnvironmentMemoryGibPerVcpu = @executionEnvironmentMemoryGibPerVcpu;
        PerExecutionEnvironmentMaxConcurrency = @perExecutionEnvironmentMaxConcurrency;
    }
}

[OutputType]
public sealed class FunctionDeadLetterConfig
{
    public readonly string TargetArn;

    [OutputConstructor]
    private FunctionDeadLetterConfig(string @targetArn)
    {
        TargetArn = @targetArn;
    }
}

[OutputType]
public sealed class FunctionDurableConfig
{
    public readonly int ExecutionTimeout;
    public readonly int? RetentionPeriod;

    [OutputConstructor]
    private FunctionDurableConfig(int @executionTimeout, int? @retentionPeriod)
    {
        ExecutionTimeout = @executionTimeout;
        RetentionPeriod = @retentionPeriod;
    }
}

[OutputType]
public sealed class FunctionEnvironment
{
    public readonly ImmutableDictionary<string, string>? Variables;

    [OutputConstructor]
    private FunctionEnvironment(ImmutableDictionary<string, string>? @variables)
    {
        Variables = @variables;
    }
}

[OutputType]
public sealed class FunctionEphemeralStorage
{
    public readonly int Size;

    [OutputConstructor]
    private FunctionEphemeralStorage(int @size)
    {
        Size = @size;
    }
}

[OutputType]
public sealed class FunctionEventInvokeConfigDestinationConfig
{
    public readonly Outputs.FunctionEventInvokeConfigDestinationConfigOnFailure? OnFailure;
    public readonly Outputs.FunctionEventInvokeConfigDestinationConfigOnSuccess? OnSuccess;

    [OutputConstructor]
    private FunctionEventInvokeConfigDestinationConfig(Outputs.FunctionEventInvokeConfigDestinationConfigOnFailure? @onFailure, Outputs.FunctionEventInvokeConfigDestinationConfigOnSuccess? @onSuccess)
    {
        OnFailure = @onFailure;
        OnSuccess = @onSuccess;
    }
}

[OutputType]
public sealed class FunctionEventInvokeConfigDestinationConfigOnFailure
{
    public readonly string Destination;

    [OutputConstructor]
    private FunctionEventInvokeConfigDestinationConfigOnFailure(string @destination)
    {
        Destination = @destination;
    }
}

[OutputType]
public sealed class FunctionEventInvokeConfigDestinationConfigOnSuccess
{
    public readonly string Destination;

    [OutputConstructor]
    private FunctionEventInvokeConfigDestinationConfigOnSuccess(string @destination)
    {
        Destination = @destination;
    }
}

[OutputType]
public sealed class FunctionFileSystemConfig
{
    public readonly string Arn;
    public readonly string LocalMountPath;

    [OutputConstructor]
    private FunctionFileSystemConfig(string @arn, string @localMountPath)
    {
        Arn = @arn;
        LocalMountPath = @localMountPath;
    }
}

[OutputType]
public sealed class FunctionImageConfig
{
    public readonly ImmutableArray<string> Commands;
    public readonly ImmutableArray<string> EntryPoints;
    public readonly string? WorkingDirectory;

    [OutputConstructor]
    private FunctionImageConfig(ImmutableArray<string> @commands, ImmutableArray<string> @entryPoints, string? @workingDirectory)
    {
        Commands = @commands;
        EntryPoints = @entryPoints;
        WorkingDirectory = @workingDirectory;
    }
}

[OutputType]
public sealed class FunctionLoggingConfig
{
    public readonly string? ApplicationLogLevel;
    public readonly string LogFormat;
    public readonly string LogGroup;
    public readonly string? SystemLogLevel;

    [OutputConstructor]
    private FunctionLoggingConfig(string? @applicationLogLevel, string @logFormat, string @logGroup, string? @systemLogLevel)
    {
        ApplicationLogLevel = @applicationLogLevel;
        LogFormat = @logFormat;
        LogGroup = @logGroup;
        SystemLogLevel = @systemLogLevel;
    }
}

[OutputType]
public sealed class FunctionSnapStart
{
    public readonly string ApplyOn;
    public readonly string OptimizationStatus;

    [OutputConstructor]
    private FunctionSnapStart(string @applyOn, string @optimizationStatus)
    {
        ApplyOn = @applyOn;
        OptimizationStatus = @optimizationStatus;
    }
}

[OutputType]
public sealed class FunctionTenancyConfig
{
    public readonly string TenantIsolationMode;

    [OutputConstructor]
    private FunctionTenancyConfig(string @tenantIsolationMode)
    {
        TenantIsolationMode = @tenantIsolationMode;
    }
}

[OutputType]
public sealed class FunctionTracingConfig
{
    public readonly string Mode;

    [OutputConstructor]
    private FunctionTracingConfig(string @mode)
    {
        Mode = @mode;
    }
}

[OutputType]
public sealed class FunctionVpcConfig
{
    public readonly bool? Ipv6AllowedForDualStack;
    public readonly ImmutableArray<string> SecurityGroupIds;
    public readonly ImmutableArray<string> SubnetIds;
    public readonly string VpcId;

    [OutputConstructor]
    private FunctionVpcConfig(bool? @ipv6AllowedForDualStack, ImmutableArray<string> @securityGroupIds, ImmutableArray<string> @subnetIds, string @vpcId)
    {
        Ipv6AllowedForDualStack = @ipv6AllowedForDualStack;
        SecurityGroupIds = @securityGroupIds;
        SubnetIds = @subnetIds;
        VpcId = @vpcId;
    }
}
