// Written by eng/generate_pulumi_aws.py from eng/pulumi-aws.json: change these, not this file.
#nullable enable
using System.Collections.Immutable;

namespace Pulumi.Aws.S3.Inputs;

public sealed class BucketLifecycleConfigurationRuleAbortIncompleteMultipartUploadArgs : global::Pulumi.ResourceArgs
{
    [Input("daysAfterInitiation")] public Input<int>? DaysAfterInitiation { get; set; }
}

public sealed class BucketLifecycleConfigurationRuleArgs : global::Pulumi.ResourceArgs
{
    [Input("abortIncompleteMultipartUpload")] public Input<Inputs.BucketLifecycleConfigurationRuleAbortIncompleteMultipartUploadArgs>? AbortIncompleteMultipartUpload { get; set; }
    [Input("expiration")] public Input<Inputs.BucketLifecycleConfigurationRuleExpirationArgs>? Expiration { get; set; }
    [Input("filter")] public Input<Inputs.BucketLifecycleConfigurationRuleFilterArgs>? Filter { get; set; }
    [Input("id", required: true)] public Input<string> Id { get; set; } = null!;
    [Input("noncurrentVersionExpiration")] public Input<Inputs.BucketLifecycleConfigurationRuleNoncurrentVersionExpirationArgs>? NoncurrentVersionExpiration { get; set; }
    [Input("noncurrentVersionTransitions")] private InputList<Inputs.BucketLifecycleConfigurationRuleNoncurrentVersionTransitionArgs>? _noncurrentVersionTransitions;
    public InputList<Inputs.BucketLifecycleConfigurationRuleNoncurrentVersionTransitionArgs> NoncurrentVersionTransitions { get => _noncurrentVersionTransitions ??= new(); set => _noncurrentVersionTransitions = value; }
    [Input("prefix")] public Input<string>? Prefix { get; set; }
    [Input("status", required: true)] public Input<string> Status { get; set; } = null!;
    [Input("transitions")] private InputList<Inputs.BucketLifecycleConfigurationRuleTransitionArgs>? _transitions;
    public InputList<Inputs.BucketLifecycleConfigurationRuleTransitionArgs> Transitions { get => _transitions ??= new(); set => _transitions = value; }
}

public sealed class BucketLifecycleConfigurationRuleExpirationArgs : global::Pulumi.ResourceArgs
{
    [Input("date")] public Input<string>? Date { get; set; }
    [Input("days")] public Input<int>? Days { get; set; }
    [Input("expiredObjectDeleteMarker")] public Input<bool>? ExpiredObjectDeleteMarker { get; set; }
}

public sealed class BucketLifecycleConfigurationRuleFilterAndArgs : global::Pulumi.ResourceArgs
{
    [Input("objectSizeGreaterThan")] public Input<int>? ObjectSizeGreaterThan { get; set; }
    [Input("objectSizeLessThan")] public Input<int>? ObjectSizeLessThan { get; set; }
    [Input("prefix")] public Input<string>? Prefix { get; set; }
    [Input("tags")] private InputMap<string>? _tags;
    public InputMap<string> Tags { get => _tags ??= new(); set => _tags = value; }
}

public sealed class BucketLifecycleConfigurationRuleFilterArgs : global::Pulumi.ResourceArgs
{
    [Input("and")] public Input<Inputs.BucketLifecycleConfigurationRuleFilterAndArgs>? And { get; set; }
    [Input("objectSizeGreaterThan")] public Input<int>? ObjectSizeGreaterThan { get; set; }
    [Input("objectSizeLessThan")] public Input<int>? ObjectSizeLessThan { get; set; }
    [Input("prefix")] public Input<string>? Prefix { get; set; }
    [Input("tag")] public Input<Inputs.BucketLifecycleConfigurationRuleFilterTagArgs>? Tag { get; set; }
}

public sealed class BucketLifecycleConfigurationRuleFilterTagArgs : global::Pulumi.ResourceArgs
{
    [Input("key", required: true)] public Input<string> Key { get; set; } = null!;
    [Input("value", required: true)] public Input<string> Value { get; set; } = null!;
}

public sealed class BucketLifecycleConfigurationRuleNoncurrentVersionExpirationArgs : global::Pulumi.ResourceArgs
{
    [Input("newerNoncurrentVersions")] public Input<int>? NewerNoncurrentVersions { get; set; }
    [Input("noncurrentDays", required: true)] public Input<int> NoncurrentDays { get; set; } = null!;
}

public sealed class BucketLifecycleConfigurationRuleNoncurrentVersionTransitionArgs : global::Pulumi.ResourceArgs
{
    [Input("newerNoncurrentVersions")] public Input<int>? NewerNoncurrentVersions { get; set; }
    [Input("noncurrentDays", required: true)] public Input<int> NoncurrentDays { get; set; } = null!;
    [Input("storageClass", required: true)] public Input<string> StorageClass { get; set; } = null!;
}

public sealed class BucketLifecycleConfigurationRuleTransitionArgs : global::Pulumi.ResourceArgs
{
    [Input("date")] public Input<string>? Date { get; set; }
    [Input("days")] public Input<int>? Days { get; set; }
    [Input("storageClass", required: true)] public Input<string> StorageClass { get; set; } = null!;
}

public sealed class BucketLifecycleConfigurationTimeoutsArgs : global::Pulumi.ResourceArgs
{
    [Input("create")] public Input<string>? Create { get; set; }
    [Input("update")] public Input<string>? Update { get; set; }
}

public sealed class BucketLoggingTargetGrantArgs : global::Pulumi.ResourceArgs
{
    [Input("grantee", required: true)] public Input<Inputs.BucketLoggingTargetGrantGranteeArgs> Grantee { get; set; } = null!;
    [Input("permission", required: true)] public Input<string> Permission { get; set; } = null!;
}

public sealed class BucketLoggingTargetGrantGranteeArgs : global::Pulumi.ResourceArgs
{
    [Input("displayName")] public Input<string>? DisplayName { get; set; }
    [Input("emailAddress")] public Input<string>? EmailAddress { get; set; }
    [Input("id")] public Input<string>? Id { get; set; }
    [Input("type", required: true)] public Input<string> Type { get; set; } = null!;
    [Input("uri")] public Input<string>? Uri { get; set; }
}

public sealed class BucketLoggingTargetObjectKeyFormatArgs : global::Pulumi.ResourceArgs
{
    [Input("partitionedPrefix")] public Input<Inputs.BucketLoggingTargetObjectKeyFormatPartitionedPrefixArgs>? PartitionedPrefix { get; set; }
    [Input("simplePrefix")] public Input<Inputs.BucketLoggingTargetObjectKeyFormatSimplePrefixArgs>? SimplePrefix { get; set; }
}

public sealed class BucketLoggingTargetObjectKeyFormatPartitionedPrefixArgs : global::Pulumi.ResourceArgs
{
    [Input("partitionDateSource", required: true)] public Input<string> PartitionDateSource { get; set; } = null!;
}

public sealed class BucketLoggingTargetObjectKeyFormatSimplePrefixArgs : global::Pulumi.ResourceArgs
{
}

public sealed class BucketNotificationLambdaFunctionArgs : global::Pulumi.ResourceArgs
{
    [Input("events", required: true)] private InputList<string>? _events;
    public InputList<string> Events { get => _events ??= new(); set => _events = value; }
    [Input("filterPrefix")] public Input<string>? FilterPrefix { get; set; }
    [Input("filterSuffix")] public Input<string>? FilterSuffix { get; set; }
    [Input("id")] public Input<string>? Id { get; set; }
    [Input("lambdaFunctionArn")] public Input<string>? LambdaFunctionArn { get; set; }
}

public sealed class BucketNotificationQueueArgs : global::Pulumi.ResourceArgs
{
    [Input("events", required: true)] private InputList<string>? _events;
    public InputList<string> Events { get => _events ??= new(); set => _events = value; }
    [Input("filterPrefix")] public Input<string>? FilterPrefix { get; set; }
    [Input("filterSuffix")] public Input<string>? FilterSuffix { get; set; }
    [Input("id")] public Input<string>? Id { get; set; }
    [Input("queueArn", required: true)] public Input<string> QueueArn { get; set; } = null!;
}

public sealed class BucketNotificationTopicArgs : global::Pulumi.ResourceArgs
{
    [Input("events", required: true)] private InputList<string>? _events;
    public InputList<string> Events { get => _events ??= new(); set => _events = value; }
    [Input("filterPrefix")] public Input<string>? FilterPrefix { get; set; }
    [Input("filterSuffix")] public Input<string>? FilterSuffix { get; set; }
    [Input("id")] public Input<string>? Id { get; set; }
    [Input("topicArn", required: true)] public Input<string> TopicArn { get; set; } = null!;
}

public sealed class BucketObjectv2OverrideProviderArgs : global::Pulumi.ResourceArgs
{
    [Input("defaultTags")] public Input<Inputs.BucketObjectv2OverrideProviderDefaultTagsArgs>? DefaultTags { get; set; }
}

public sealed class BucketObjectv2OverrideProviderDefaultTagsArgs : global::Pulumi.ResourceArgs
{
    [Input("tags")] private InputMap<string>? _tags;
    public InputMap<string> Tags { get => _tags ??= new(); set => _tags = value; }
}

public sealed class BucketOwnershipControlsRuleArgs : global::Pulumi.ResourceArgs
{
    [Input("objectOwnership", required: true)] public Input<string> ObjectOwnership { get; set; } = null!;
}

public sealed class BucketServerSideEncryptionConfigurationRuleApplyServerSideEncryptionByDefaultArgs : global::Pulumi.ResourceArgs
{
    [Input("kmsMasterKeyId")] public Input<string>? KmsMasterKeyId { get; set; }
    [Input("sseAlgorithm", required: true)] public Input<string> SseAlgorithm { get; set; } = null!;
}

public sealed class BucketServerSideEncryptionConfigurationRuleArgs : global::Pulumi.ResourceArgs
{
    [Input("applyServerSideEncryptionByDefault")] public Input<Inputs.BucketServerSideEncryptionConfigurationRuleApplyServerSideEncryptionByDefaultArgs>? ApplyServerSideEncryptionByDefault { get; set; }
    [Input("blockedEncryptionTypes")] private InputList<string>? _blockedEncryptionTypes;
    public InputList<string> BlockedEncryptionTypes { get => _blockedEncryptionTypes ??= new(); set => _blockedEncryptionTypes = value; }
    [Input("bucketKeyEnabled")] public Input<bool>? BucketKeyEnabled { get; set; }
}

public sealed class BucketVersioningVersioningConfigurationArgs : global::Pulumi.ResourceArgs
{
    [Input("mfaDelete")] public Input<string>? MfaDelete { get; set; }
    [Input("status", required: true)] public Input<string> Status { get; set; } = null!;
}

public sealed class PolicyDocumentArgs : global::Pulumi.ResourceArgs
{
    [Input("Id")] public Input<string>? Id { get; set; }
    [Input("Statement", required: true)] private InputList<global::Pulumi.Aws.Iam.Inputs.PolicyStatementArgs>? _statement;
    public InputList<global::Pulumi.Aws.Iam.Inputs.PolicyStatementArgs> Statement { get => _statement ??= new(); set => _statement = value; }
    [Input("Version", required: true)] public Input<global::Pulumi.Aws.Iam.PolicyDocumentVersion> Version { get; set; } = null!;
}
