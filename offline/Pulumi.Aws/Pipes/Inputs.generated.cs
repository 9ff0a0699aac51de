// Written by eng/generate_pulumi_aws.py from eng/pulumi-aws.json: change these, not this file.
#nullable enable
using System.Collections.Immutable;

namespace Pulumi.Aws.Pipes.Inputs;

public sealed class PipeSourceParametersArgs : global::Pulumi.ResourceArgs
{
    [Input("sqsQueueParameters")] public Input<Inputs.PipeSourceParametersSqsQueueParametersArgs>? SqsQueueParameters { get; set; }
}

public sealed class PipeSourceParametersSqsQueueParametersArgs : global::Pulumi.ResourceArgs
{
    [Input("batchSize")] public Input<int>? BatchSize { get; set; }
    [Input("maximumBatchingWindowInSeconds")] public Input<int>? MaximumBatchingWindowInSeconds { get; set; }
}

public sealed class PipeTargetParametersArgs : global::Pulumi.ResourceArgs
{
    [Input("inputTemplate")] public Input<string>? InputTemplate { get; set; }
    [Input("lambdaFunctionParameters")] public Input<Inputs.PipeTargetParametersLambdaFunctionParametersArgs>? LambdaFunctionParameters { get; set; }
}

public sealed class PipeTargetParametersLambdaFunctionParametersArgs : global::Pulumi.ResourceArgs
{
    [Input("invocationType", required: true)] public Input<string> InvocationType { get; set; } = null!;
}
