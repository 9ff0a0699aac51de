using System.ComponentModel.DataAnnotations;
using MlopsBatch.Configuration.Binding;

namespace MlopsBatch.Configuration;

/// <summary>The VPC that SageMaker's jobs are attached to (SageMaker takes up to 16 subnets and 5 security groups).</summary>
public sealed record NetworkOptions
{
    /// <summary>Subnets of the jobs, with a way to S3, KMS, CloudWatch Logs, ECR and SageMaker (docs/prerequisites.md).</summary>
    [
        Required,
        Count(1, 16),
        Pattern("^subnet-[0-9a-f]{8,17}$", "subnet ids such as subnet-0123456789abcdef0"),
        Example("subnet-0123456789abcdef0")
    ]
    public IReadOnlyList<string> SubnetIds { get; init; } = [];

    /// <summary>Security groups of the jobs; they let out HTTPS, and jobs of several machines reach one another.</summary>
    [
        Required,
        Count(1, 5),
        Pattern("^sg-[0-9a-f]{8,17}$", "security group ids such as sg-0123456789abcdef0"),
        Example("sg-0123456789abcdef0")
    ]
    public IReadOnlyList<string> SecurityGroupIds { get; init; } = [];
}
