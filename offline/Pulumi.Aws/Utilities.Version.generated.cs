// Written by eng/generate_pulumi_aws.py from eng/pulumi-aws.json: change these, not this file.
#nullable enable
namespace Pulumi.Aws;

internal static partial class Utilities
{
    public const string Version = "7.48.0";
}
