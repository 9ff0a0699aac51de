// Written by eng/generate_pulumi_aws.py from eng/pulumi-aws.json: change these, not this file.
#nullable enable
using System.Collections.Immutable;

namespace Pulumi.Aws.SecretsManager.Outputs;

[OutputType]
public sealed class SecretReplica
{
    public readonly string KmsKeyId;
    public readonly string LastAccessedDate;
    public readonly string Region;
    public readonly string Status;
    public readonly string StatusMessage;

    [OutputConstructor]
    private SecretReplica(string @kmsKeyId, string @lastAccessedDate, string @region, string @status, string @statusMessage)
    {
        KmsKeyId = @kmsKeyId;
        LastAccessedDate = @lastAccessedDate;
        Region = @region;
        Status = @status;
        StatusMessage = @statusMessage;
    }
}
