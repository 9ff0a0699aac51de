// Written by eng/generate_pulumi_aws.py from eng/pulumi-aws.json: change these, not this file.
#nullable enable
using System.Collections.Immutable;

namespace Pulumi.Aws.Lambda.Inputs;

public sealed class FunctionCapacityProviderConfigArgs : global::Pulumi.ResourceArgs
{
    [Input("lambdaManagedInstancesCapacityProviderConfig", required: true)] public Input<Inputs.FunctionCapacityProviderConfigLambdaManagedInstancesCapacityProviderConfigArgs> LambdaManagedInstancesCapacityProviderConfig { get; set; } = null!;
}

public sealed class FunctionCapacityProviderConfigLambdaManagedInstancesCapacityProviderConfigArgs : global::Pulumi.ResourceArgs
{
    [Input("capacityProviderArn", required: true)] public Input<string> CapacityProviderArn { get; set; } = null!;
    [Input("executionEnvironmentMemoryGibPerVcpu")] public Input<double>? ExecutionEnvironmentMemoryGibPerVcpu { get; set; }
    [Input("perExecutionEnvironmentMaxConcurrency")] public Input<int>? PerExecutionEnvironmentMaxConcurrency { get; set; }
}

public sealed class FunctionDeadLetterConfigArgs : global::Pulumi.ResourceArgs
{
    [Input("targetArn", required: true)] public Input<string> TargetArn { get; set; } = null!;
}

public sealed class FunctionDurableConfigArgs : global::Pulumi.ResourceArgs
{
    [Input("executionTimeout", required: true)] public Input<int> ExecutionTimeout { get; set; } = null!;
    [Input("retentionPeriod")] public Input<int>? RetentionPeriod { get; set; }
}

public sealed class FunctionEnvironmentArgs : global::Pulumi.ResourceArgs
{
    [Input("variables")] private InputMap<string>? _variables;
    public InputMap<string> Variables { get => _variables ??= new(); set => _variables = value; }
}

public sealed class FunctionEphemeralStorageArgs : global::Pulumi.ResourceArgs
{
    [Input("size")] public Input<int>? Size { get; set; }
}

public sealed class FunctionEventInvokeConfigDestinationConfigArgs : global::Pulumi.ResourceArgs
{
    [Input("onFailure")] public Input<Inputs.FunctionEventInvokeConfigDestinationConfigOnFailureArgs>? OnFailure { get; set; }
    [Input("onSuccess")] public Input<Inputs.FunctionEventInvokeConfigDestinationConfigOnSuccessArgs>? OnSuccess { get; set; }
}

public sealed class FunctionEventInvokeConfigDestinationConfigOnFailureArgs : global::Pulumi.ResourceArgs
{
    [Input("destination", required: true)] public Input<string> Destination { get; set; } = null!;
}

public sealed class FunctionEventInvokeConfigDestinationConfigOnSuccessArgs : global::Pulumi.ResourceArgs
{
    [Input("destination", required: true)] public Input<string> Destination { get; set; } = null!;
}

public sealed class FunctionFileSystemConfigArgs : global::Pulumi.ResourceArgs
{
    [Input("arn", required: true)] public Input<string> Arn { get; set; } = null!;
    [Input("localMountPath", required: true)] public Input<string> LocalMountPath { get; set; } = null!;
}

public sealed class FunctionImageConfigArgs : global::Pulumi.ResourceArgs
{
    [Input("commands")] private InputList<string>? _commands;
    public InputList<string> Commands { get => _commands ??= new(); set => _commands = value; }
    [Input("entryPoints")] private InputList<string>? _entryPoints;
    public InputList<string> EntryPoints { get => _entryPoints ??= new(); set => _entryPoints = value; }
    [Input("workingDirectory")] public Input<string>? WorkingDirectory { get; set; }
}

public sealed class FunctionLoggingConfigArgs : global::Pulumi.ResourceArgs
{
    [Input("applicationLogLevel")] public Input<string>? ApplicationLogLevel { get; set; }
    [Input("logFormat", required: true)] public Input<string> LogFormat { get; set; } = null!;
    [Input("logGroup")] public Input<string>? LogGroup { get; set; }
    [Input("systemLogLevel")] public Input<string>? SystemLogLevel { get; set; }
}

public sealed class FunctionSnapStartArgs : global::Pulumi.ResourceArgs
{
    [Input("applyOn", required: true)] public Input<string> ApplyOn { get; set; } = null!;
    [Input("optimizationStatus")] public Input<string>? OptimizationStatus { get; set; }
}

public sealed class FunctionTenancyConfigArgs : global::Pulumi.ResourceArgs
{
    [Input("tenantIsolationMode", required: true)] public Input<string> TenantIsolationMode { get; set; } = null!;
}

public sealed class FunctionTracingConfigArgs : global::Pulumi.ResourceArgs
{
    [Input("mode", required: true)] public Input<string> Mode { get; set; } = null!;
}

public sealed class FunctionVpcConfigArgs : global::Pulumi.ResourceArgs
{
    [Input("ipv6AllowedForDualStack")] public Input<bool>? Ipv6AllowedForDualStack { get; set; }
    [Input("securityGroupIds", required: true)] private InputList<string>? _securityGroupIds;
    public InputList<string> SecurityGroupIds { get => _securityGroupIds ??= new(); set => _securityGroupIds = value; }
    [Input("subnetIds", required: true)] private InputList<string>? _subnetIds;
    public InputList<string> SubnetIds { get => _subnetIds ??= new(); set => _subnetIds = value; }
    [Input("vpcId")] public Input<string>? VpcId { get; set; }
}
