// Written by eng/generate_pulumi_aws.py from eng/pulumi-aws.json: change these, not this file.
#nullable enable
using System.Collections.Immutable;

namespace Pulumi.Aws.Lambda;

/// <summary>aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig</summary>
public partial class FunctionEventInvokeConfig : global::Pulumi.CustomResource
{
    [Output("destinationConfig")] public Output<Outputs.FunctionEventInvokeConfigDestinationConfig?> DestinationConfig { get; private set; } = null!;
    [Output("functionName")] public Output<string> FunctionName { get; private set; } = null!;
    [Output("maximumEventAgeInSeconds")] public Output<int?> MaximumEventAgeInSeconds { get; private set; } = null!;
    [Output("maximumRetryAttempts")] public Output<int?> MaximumRetryAttempts { get; private set; } = null!;
    [Output("qualifier")] public Output<string?> Qualifier { get; private set; } = null!;
    [Output("region")] public Output<string> Region { get; private set; } = null!;

    public FunctionEventInvokeConfig(string name, FunctionEventInvokeConfigArgs args, CustomResourceOptions? options = null)
        : base("aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig", name, args ?? new FunctionEventInvokeConfigArgs(), Utilities.Defaults(options)) { }
}

public sealed class FunctionEventInvokeConfigArgs : global::Pulumi.ResourceArgs
{
    [Input("destinationConfig")] public Input<Inputs.FunctionEventInvokeConfigDestinationConfigArgs>? DestinationConfig { get; set; }
    [Input("functionName", required: true)] public Input<string> FunctionName { get; set; } = null!;
    [Input("maximumEventAgeInSeconds")] public Input<int>? MaximumEventAgeInSeconds { get; set; }
    [Input("maximumRetryAttempts")] public Input<int>? MaximumRetryAttempts { get; set; }
    [Input("qualifier")] public Input<string>? Qualifier { get; set; }
    [Input("region")] public Input<string>? Region { get; set; }
}
