// Written by eng/generate_pulumi_aws.py from eng/pulumi-aws.json: change these, not this file.
#nullable enable
using System.Collections.Immutable;

namespace Pulumi.Aws.S3;

/// <summary>aws:s3/bucketObjectv2:BucketObjectv2</summary>
public partial class BucketObjectv2 : global::Pulumi.CustomResource
{
    [Output("acl")] public Output<string> Acl { get; private set; } = null!;
    [Output("arn")] public Output<string> Arn { get; private set; } = null!;
    [Output("bucket")] public Output<string> Bucket { get; private set; } = null!;
    [Output("bucketKeyEnabled")] public Output<bool> BucketKeyEnabled { get; private set; } = null!;
    [Output("cacheControl")] public Output<string?> CacheControl { get; private set; } = null!;
    [Output("checksumAlgorithm")] public Output<string?> ChecksumAlgorithm { get; private set; } = null!;
    [Output("checksumCrc32")] public Output<string> ChecksumCrc32 { get; private set; } = null!;
    [Output("checksumCrc32c")] public Output<string> ChecksumCrc32c { get; private set; } = null!;
    [Output("checksumCrc64nvme")] public Output<string> ChecksumCrc64nvme { get; private set; } = null!;
    [Output("checksumSha1")] public Output<string> ChecksumSha1 { get; private set; } = null!;
    [Output("checksumSha256")] public Output<string> ChecksumSha256 { get; private set; } = null!;
    [Output("content")] public Output<string?> Content { get; private set; } = null!;
    [Output("contentBase64")] public Output<string?> ContentBase64 { get; private set; } = null!;
    [Output("contentDisposition")] public Output<string?> ContentDisposition { get; private set; } = null!;
    [Output("contentEncoding")] public Output<string?> ContentEncoding { get; private set; } = null!;
    [Output("contentLanguage")] public Output<string?> ContentLanguage { get; private set; } = null!;
    [Output("contentType")] public Output<string> ContentType { get; private set; } = null!;
    [Output("etag")] public Output<string> Etag { get; private set; } = null!;
    [Output("forceDestroy")] public Output<bool?> ForceDestroy { get; private set; } = null!;
    [Output("key")] public Output<string> Key { get; private set; } = null!;
    [Output("kmsKeyId")] public Output<string> KmsKeyId { get; private set; } = null!;
    [Output("metadata")] public Output<ImmutableDictionary<string, string>?> Metadata { get; private set; } = null!;
    [Output("objectLockLegalHoldStatus")] public Output<string?> ObjectLockLegalHoldStatus { get; private set; } = null!;
    [Output("objectLockMode")] public Output<string?> ObjectLockMode { get; private set; } = null!;
    [Output("objectLockRetainUntilDate")] public Output<string?> ObjectLockRetainUntilDate { get; private set; } = null!;
    [Output("overrideProvider")] public Output<Outputs.BucketObjectv2OverrideProvider?> OverrideProvider { get; private set; } = null!;
    [Output("region")] public Output<string> Region { get; private set; } = null!;
    [Output("serverSideEncryption")] public Output<string> ServerSideEncryption { get; private set; } = null!;
    [Output("source")] public Output<AssetOrArchive?> Source { get; private set; } = null!;
    [Output("sourceHash")] public Output<string?> SourceHash { get; private set; } = null!;
    [Output("storageClass")] public Output<string> StorageClass { get; private set; } = null!;
    [Output("tags")] public Output<ImmutableDictionary<string, string>?> Tags { get; private set; } = null!;
    [Output("tagsAll")] public Output<ImmutableDictionary<string, string>> TagsAll { get; private set; } = null!;
    [Output("versionId")] public Output<string> VersionId { get; private set; } = null!;
    [Output("websiteRedirect")] public Output<string?> WebsiteRedirect { get; private set; } = null!;

    public BucketObjectv2(string name, BucketObjectv2Args args, CustomResourceOptions? options = null)
        : base("aws:s3/bucketObjectv2:BucketObjectv2", name, args ?? new BucketObjectv2Args(), Utilities.Defaults(options, aliases: ["aws:s3/BucketObject:BucketObject"])) { }
}

public sealed class BucketObjectv2Args : global::Pulumi.ResourceArgs
{
    [Input("acl")] public Input<string>? Acl { get; set; }
    [Input("bucket", required: true)] public Input<string> Bucket { get; set; } = null!;
    [Input("bucketKeyEnabled")] public Input<bool>? BucketKeyEnabled { get; set; }
    [Input("cacheControl")] public Input<string>? CacheControl { get; set; }
    [Input("checksumAlgorithm")] public Input<string>? ChecksumAlgorithm { get; set; }
    [Input("content")] public Input<string>? Content { get; set; }
    [Input("contentBase64")] public Input<string>? ContentBase64 { get; set; }
    [Input("contentDisposition")] public Input<string>? ContentDisposition { get; set; }
    [Input("contentEncoding")] public Input<string>? ContentEncoding { get; set; }
    [Input("contentLanguage")] public Input<string>? ContentLanguage { get; set; }
    [Input("contentType")] public Input<string>? ContentType { get; set; }
    [Input("etag")] public Input<string>? Etag { get; set; }
    [Input("forceDestroy")] public Input<bool>? ForceDestroy { get; set; }
    [Input("key")] public Input<string>? Key { get; set; }
    [Input("kmsKeyId")] public Input<string>? KmsKeyId { get; set; }
    [Input("metadata")] private InputMap<string>? _metadata;
    public InputMap<string> Metadata { get => _metadata ??= new(); set => _metadata = value; }
    [Input("objectLockLegalHoldStatus")] public Input<string>? ObjectLockLegalHoldStatus { get; set; }
    [Input("objectLockMode")] public Input<string>? ObjectLockMode { get; set; }
    [Input("objectLockRetainUntilDate")] public Input<string>? ObjectLockRetainUntilDate { get; set; }
    [Input("overrideProvider")] public Input<Inputs.BucketObjectv2OverrideProviderArgs>? OverrideProvider { get; set; }
    [Input("region")] public Input<string>? Region { get; set; }
    [Input("serverSideEncryption")] public Input<string>? ServerSideEncryption { get; set; }
    [Input("source")] public Input<AssetOrArchive>? Source { get; set; }
    [Input("sourceHash")] public Input<string>? SourceHash { get; set; }
    [Input("storageClass")] public Input<string>? StorageClass { get; set; }
    [Input("tags")] private InputMap<string>? _tags;
    public InputMap<string> Tags { get => _tags ??= new(); set => _tags = value; }
    [Input("websiteRedirect")] public Input<string>? WebsiteRedirect { get; set; }
}
