// Written by eng/generate_pulumi_aws.py from eng/pulumi-aws.json: change these, not this file.
#nullable enable
using System.Collections.Immutable;

namespace Pulumi.Aws.Lambda;

/// <summary>aws:lambda/layerVersion:LayerVersion</summary>
public partial class LayerVersion : global::Pulumi.CustomResource
{
    [Output("arn")] public Output<string> Arn { get; private set; } = null!;
    [Output("code")] public Output<Archive?> Code { get; private set; } = null!;
    [Output("codeSha256")] public Output<string> CodeSha256 { get; private set; } = null!;
    [Output("compatibleArchitectures")] public Output<ImmutableArray<string>> CompatibleArchitectures { get; private set; } = null!;
    [Output("compatibleRuntimes")] public Output<ImmutableArray<string>> CompatibleRuntimes { get; private set; } = null!;
    [Output("createdDate")] public Output<string> CreatedDate { get; private set; } = null!;
    [Output("description")] public Output<string?> Description { get; private set; } = null!;
    [Output("layerArn")] public Output<string> LayerArn { get; private set; } = null!;
    [Output("layerName")] public Output<string> LayerName { get; private set; } = null!;
    [Output("licenseInfo")] public Output<string?> LicenseInfo { get; private set; } = null!;
    [Output("region")] public Output<string> Region { get; private set; } = null!;
    [Output("s3Bucket")] public Output<string?> S3Bucket { get; private set; } = null!;
    [Output("s3Key")] public Output<string?> S3Key { get; private set; } = null!;
    [Output("s3ObjectVersion")] public Output<string?> S3ObjectVersion { get; private set; } = null!;
    [Output("signingJobArn")] public Output<string> SigningJobArn { get; private set; } = null!;
    [Output("signingProfileVersionArn")] public Output<string> SigningProfileVersionArn { get; private set; } = null!;
    [Output("skipDestroy")] public Output<bool?> SkipDestroy { get; private set; } = null!;
    [Output("sourceCodeHash")] public Output<string> SourceCodeHash { get; private set; } = null!;
    [Output("sourceCodeSize")] public Output<int> SourceCodeSize { get; private set; } = null!;
    [Output("version")] public Output<string> Version { get; private set; } = null!;

    public LayerVersion(string name, LayerVersionArgs args, CustomResourceOptions? options = null)
        : base("aws:lambda/layerVersion:LayerVersion", name, args ?? new LayerVersionArgs(), Utilities.Defaults(options)) { }
}

public sealed class LayerVersionArgs : global::Pulumi.ResourceArgs
{
    [Input("code")] public Input<Archive>? Code { get; set; }
    [Input("compatibleArchitectures")] private InputList<string>? _compatibleArchitectures;
    public InputList<string> CompatibleArchitectures { get => _compatibleArchitectures ??= new(); set => _compatibleArchitectures = value; }
    [Input("compatibleRuntimes")] private InputList<string>? _compatibleRuntimes;
    public InputList<string> CompatibleRuntimes { get => _compatibleRuntimes ??= new(); set => _compatibleRuntimes = value; }
    [Input("description")] public Input<string>? Description { get; set; }
    [Input("layerName", required: true)] public Input<string> LayerName { get; set; } = null!;
    [Input("licenseInfo")] public Input<string>? LicenseInfo { get; set; }
    [Input("region")] public Input<string>? Region { get; set; }
    [Input("s3Bucket")] public Input<string>? S3Bucket { get; set; }
    [Input("s3Key")] public Input<string>? S3Key { get; set; }
    [Input("s3ObjectVersion")] public Input<string>? S3ObjectVersion { get; set; }
    [Input("skipDestroy")] public Input<bool>? SkipDestroy { get; set; }
    [Input("sourceCodeHash")] public Input<string>? SourceCodeHash { get; set; }
}
