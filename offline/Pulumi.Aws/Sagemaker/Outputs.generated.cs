// Written by eng/generate_pulumi_aws.py from eng/pulumi-aws.json: change these, not this file.
#nullable enable
using System.Collections.Immutable;

namespace Pulumi.Aws.Sagemaker.Outputs;

[OutputType]
public sealed class PipelineParallelismConfiguration
{
    public readonly int MaxParallelExecutionSteps;

    [OutputConstructor]
    private PipelineParallelismConfiguration(int @maxParallelExecutionSteps)
    {
        MaxParallelExecutionSteps = @maxParallelExecutionSteps;
    }
}

[OutputType]
public sealed class PipelinePipelineDefinitionS3Location
{
    public readonly string Bucket;
    public readonly string ObjectKey;
    public readonly string? VersionId;

    [OutputConstructor]
    private PipelinePipelineDefinitionS3Location(string @bucket, string @objectKey, string? @versionId)
    {
        Bucket = @bucket;
        ObjectKey = @objectKey;
        VersionId = @versionId;
    }
}
