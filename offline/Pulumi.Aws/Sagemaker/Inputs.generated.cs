// Written by eng/generate_pulumi_aws.py from eng/pulumi-aws.json: change these, not this file.
#nullable enable
using System.Collections.Immutable;

namespace Pulumi.Aws.Sagemaker.Inputs;

public sealed class PipelineParallelismConfigurationArgs : global::Pulumi.ResourceArgs
{
    [Input("maxParallelExecutionSteps", required: true)] public Input<int> MaxParallelExecutionSteps { get; set; } = null!;
}

public sealed class PipelinePipelineDefinitionS3LocationArgs : global::Pulumi.ResourceArgs
{
    [Input("bucket", required: true)] public Input<string> Bucket { get; set; } = null!;
    [Input("objectKey", required: true)] public Input<string> ObjectKey { get; set; } = null!;
    [Input("versionId")] public Input<string>? VersionId { get; set; }
}
