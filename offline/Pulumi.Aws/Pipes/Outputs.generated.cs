// Written by eng/generate_pulumi_aws.py from eng/pulumi-aws.json: change these, not this file.
#nullable enable
using System.Collections.Immutable;

namespace Pulumi.Aws.Pipes.Outputs;

[OutputType]
public sealed class PipeSourceParameters
{
    public readonly Outputs.PipeSourceParametersSqsQueueParameters SqsQueueParameters;

    [OutputConstructor]
    private PipeSourceParameters(Outputs.PipeSourceParametersSqsQueueParameters @sqsQueueParameters)
    {
        SqsQueueParameters = @sqsQueueParameters;
    }
}

[OutputType]
public sealed class PipeSourceParametersSqsQueueParameters
{
    public readonly int BatchSize;
    public readonly int MaximumBatchingWindowInSeconds;

    [OutputConstructor]
    private PipeSourceParametersSqsQueueParameters(int @batchSize, int @maximumBatchingWindowInSeconds)
    {
        BatchSize = @batchSize;
        MaximumBatchingWindowInSeconds = @maximumBatchingWindowInSeconds;
    }
}

[OutputType]
public sealed class PipeTargetParameters
{
    public readonly string? InputTemplate;
    public readonly Outputs.PipeTargetParametersLambdaFunctionParameters? LambdaFunctionParameters;

    [OutputConstructor]
    private PipeTargetParameters(string? @inputTemplate, Outputs.PipeTargetParametersLambdaFunctionParameters? @lambdaFunctionParameters)
    {
        InputTemplate = @inputTemplate;
        LambdaFunctionParameters = @lambdaFunctionParameters;
    }
}

[OutputType]
public sealed class PipeTargetParametersLambdaFunctionParameters
{
    public readonly string InvocationType;

    [OutputConstructor]
    private PipeTargetParametersLambdaFunctionParameters(string @invocationType)
    {
        InvocationType = @invocationType;
    }
}
