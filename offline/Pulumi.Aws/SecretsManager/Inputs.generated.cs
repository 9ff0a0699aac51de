// Written by eng/generate_pulumi_aws.py from eng/pulumi-aws.json: change these, not this file.
#nullable enable
using System.Collections.Immutable;

namespace Pulumi.Aws.SecretsManager.Inputs;

public sealed class SecretReplicaArgs : global::Pulumi.ResourceArgs
{
    [Input("kmsKeyId")] public Input<string>? KmsKeyId { get; set; }
    [Input("lastAccessedDate")] public Input<string>? LastAccessedDate { get; set; }
    [Input("region", required: true)] public Input<string> Region { get; set; } = null!;
    [Input("status")] public Input<string>? Status { get; set; }
    [Input("statusMessage")] public Input<string>? StatusMessage { get; set; }
}
