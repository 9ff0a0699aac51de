// Written by eng/generate_pulumi_aws.py from eng/pulumi-aws.json: change these, not this file.
#nullable enable
using System.Collections.Immutable;

namespace Pulumi.Aws.S3.Outputs;

[OutputType]
public sealed class BucketLifecycleConfigurationRule
{
    public readonly Outputs.BucketLifecycleConfigurationRuleAbortIncompleteMultipartUpload? AbortIncompleteMultipartUpload;
    public readonly Outputs.BucketLifecycleConfigurationRuleExpiration? Expiration;
    public readonly Outputs.BucketLifecycleConfigurationRuleFilter? Filter;
    public readonly string Id;
    public readonly Outputs.BucketLifecycleConfigurationRuleNoncurrentVersionExpiration? NoncurrentVersionExpiration;
    public readonly ImmutableArray<Outputs.BucketLifecycleConfigurationRuleNoncurrentVersionTransition> NoncurrentVersionTransitions;
    public readonly string Status;
    public readonly ImmutableArray<Outputs.BucketLifecycleConfigurationRuleTransition> Transitions;

    [OutputConstructor]
    private BucketLifecycleConfigurationRule(Outputs.BucketLifecycleConfigurationRuleAbortIncompleteMultipartUpload? @abortIncompleteMultipartUpload, Outputs.BucketLifecycleConfigurationRuleExpiration? @expiration, Outputs.BucketLifecycleConfigurationRuleFilter? @filter, string @id, Outputs.BucketLifecycleConfigurationRuleNoncurrentVersionExpiration? @noncurrentVersionExpiration, ImmutableArray<Outputs.BucketLifecycleConfigurationRuleNoncurrentVersionTransition> @noncurrentVersionTransitions, string @status, ImmutableArray<Outputs.BucketLifecycleConfigurationRuleTransition> @transitions)
    {
        AbortIncompleteMultipartUpload = @abortIncompleteMultipartUpload;
        Expiration = @expiration;
        Filter = @filter;
        Id = @id;
        NoncurrentVersionExpiration = @noncurrentVersionExpiration;
        NoncurrentVersionTransitions = @noncurrentVersionTransitions;
        Status = @status;
        Transitions = @transitions;
    }
}

[OutputType]
public sealed class BucketLifecycleConfigurationRuleAbortIncompleteMultipartUpload
{
    public readonly int? DaysAfterInitiation;

    [OutputConstructor]
    private BucketLifecycleConfigurationRuleAbortIncompleteMultipartUpload(int? @daysAfterInitiation)
    {
        DaysAfterInitiation = @daysAfterInitiation;
    }
}

[OutputType]
public sealed class BucketLifecycleConfigurationRuleExpiration
{
    public readonly string? Date;
    public readonly int Days;
    public readonly bool ExpiredObjectDeleteMarker;

    [OutputConstructor]
    private BucketLifecycleConfigurationRuleExpiration(string? @date, int @days, bool @expiredObjectDeleteMarker)
    {
        Date = @date;
        Days = @days;
        ExpiredObjectDeleteMarker = @expiredObjectDeleteMarker;
    }
}

[OutputType]
public sealed class BucketLifecycleConfigurationRuleFilter
{
    public readonly Outputs.BucketLifecycleConfigurationRuleFilterAnd? And;
    public readonly int ObjectSizeGreaterThan;
    public readonly int ObjectSizeLessThan;
    public readonly string Prefix;
    public readonly Outputs.BucketLifecycleConfigurationRuleFilterTag? Tag;

    [OutputConstructor]
    private BucketLifecycleConfigurationRuleFilter(Outputs.BucketLifecycleConfigurationRuleFilterAnd? @and, int @objectSizeGreaterThan, int @objectSizeLessThan, string @prefix, Outputs.BucketLifecycleConfigurationRuleFilterTag? @tag)
    {
        And = @and;
        ObjectSizeGreaterThan = @objectSizeGreaterThan;
        ObjectSizeLessThan = @objectSizeLessThan;
        Prefix = @prefix;
        Tag = @tag;
    }
}

[OutputType]
public sealed class BucketLifecycleConfigurationRuleFilterAnd
{
    public readonly int ObjectSizeGreaterThan;
    public readonly int ObjectSizeLessThan;
    public readonly string Prefix;
    public readonly ImmutableDictionary<string, string>? Tags;

    [OutputConstructor]
    private BucketLifecycleConfigurationRuleFilterAnd(int @objectSizeGreaterThan, int @objectSizeLessThan, string @prefix, ImmutableDictionary<string, string>? @tags)
    {
        ObjectSizeGreaterThan = @objectSizeGreaterThan;
        ObjectSizeLessThan = @objectSizeLessThan;
        Prefix = @prefix;
        Tags = @tags;
    }
}

[OutputType]
public sealed class BucketLifecycleConfigurationRuleFilterTag
{
    public readonly string Key;
    public readonly string Value;

    [OutputConstructor]
    private BucketLifecycleConfigurationRuleFilterTag(string @key, string @value)
    {
        Key = @key;
        Value = @value;
    }
}

[OutputType]
public sealed class BucketLifecycleConfigurationRuleNoncurrentVersionExpiration
{
    public readonly int? NewerNoncurrentVersions;
    public readonly int NoncurrentDays;

    [OutputConstructor]
    private BucketLifecycleConfigurationRuleNoncurrentVersionExpiration(int? @newerNoncurrentVersions, int @noncurrentDays)
    {
        NewerNoncurrentVersions = @newerNoncurrentVersions;
        NoncurrentDays = @noncurrentDays;
    }
}

[OutputType]
public sealed class BucketLifecycleConfigurationRuleNoncurrentVersionTransition
{
    public readonly int? NewerNoncurrentVersions;
    public readonly int NoncurrentDays;
    public readonly string StorageClass;

    [OutputConstructor]
    private BucketLifecycleConfigurationRuleNoncurrentVersionTransition(int? @newerNoncurrentVersions, int @noncurrentDays, string @storageClass)
    {
        NewerNoncurrentVersions = @newerNoncurrentVersions;
        NoncurrentDays = @noncurrentDays;
        StorageClass = @storageClass;
    }
}

[OutputType]
public sealed class BucketLifecycleConfigurationRuleTransition
{
    public readonly string? Date;
    public readonly int Days;
    public readonly string StorageClass;

    [OutputConstructor]
    private BucketLifecycleConfigurationRuleTransition(string? @date, int @days, string @storageClass)
    {
        Date = @date;
        Days = @days;
        StorageClass = @storageClass;
    }
}

[OutputType]
public sealed class BucketLifecycleConfigurationTimeouts
{
    public readonly string? Create;
    public readonly string? Update;

    [OutputConstructor]
    private BucketLifecycleConfigurationTimeouts(string? @create, string? @update)
    {
        Create = @create;
        Update = @update;
    }
}

[OutputType]
public sealed class BucketLoggingTargetGrant
{
    public readonly Outputs.BucketLoggingTargetGrantGrantee Grantee;
    public readonly string Permission;

    [OutputConstructor]
    private BucketLoggingTargetGrant(Outputs.BucketLoggingTargetGrantGrantee @grantee, string @permission)
    {
        Grantee = @grantee;
        Permission = @permission;
    }
}

[OutputType]
public sealed class BucketLoggingTargetGrantGrantee
{
    public readonly string? EmailAddress;
    public readonly string? Id;
    public readonly string Type;
    public readonly string? Uri;

    [OutputConstructor]
    private BucketLoggingTargetGrantGrantee(string? @emailAddress, string? @id, string @type, string? @uri)
    {
        EmailAddress = @emailAddress;
        Id = @id;
        Type = @type;
        Uri = @uri;
    }
}

[OutputType]
public sealed class BucketLoggingTargetObjectKeyFormat
{
    public readonly Outputs.BucketLoggingTargetObjectKeyFormatPartitionedPrefix? PartitionedPrefix;
    public readonly Outputs.BucketLoggingTargetObjectKeyFormatSimplePrefix? SimplePrefix;

    [OutputConstructor]
    private BucketLoggingTargetObjectKeyFormat(Outputs.BucketLoggingTargetObjectKeyFormatPartitionedPrefix? @partitionedPrefix, Outputs.BucketLoggingTargetObjectKeyFormatSimplePrefix? @simplePrefix)
    {
        PartitionedPrefix = @partitionedPrefix;
        SimplePrefix = @simplePrefix;
    }
}

[OutputType]
public sealed class BucketLoggingTargetObjectKeyFormatPartitionedPrefix
{
    public readonly string PartitionDateSource;

    [OutputConstructor]
    private BucketLoggingTargetObjectKeyFormatPartitionedPrefix(string @partitionDateSource)
    {
        PartitionDateSource = @partitionDateSource;
    }
}

[OutputType]
public sealed class BucketLoggingTargetObjectKeyFormatSimplePrefix
{

    [OutputConstructor]
    private BucketLoggingTargetObjectKeyFormatSimplePrefix()
    {
    }
}

[OutputType]
public sealed class BucketNotificationLambdaFunction
{
    public readonly ImmutableArray<string> Events;
    public readonly string? FilterPrefix;
    public readonly string? FilterSuffix;
    public readonly string Id;
    public readonly string? LambdaFunctionArn;

    [OutputConstructor]
    private BucketNotificationLambdaFunction(ImmutableArray<string> @events, string? @filterPrefix, string? @filterSuffix, string @id, string? @lambdaFunctionArn)
    {
        Events = @events;
        FilterPrefix = @filterPrefix;
        FilterSuffix = @filterSuffix;
        Id = @id;
        LambdaFunctionArn = @lambdaFunctionArn;
    }
}

[OutputType]
public sealed class BucketNotificationQueue
{
    public readonly ImmutableArray<string> Events;
    public readonly string? FilterPrefix;
    public readonly string? FilterSuffix;
    public readonly string Id;
    public readonly string QueueArn;

    [OutputConstructor]
    private BucketNotificationQueue(ImmutableArray<string> @events, string? @filterPrefix, string? @filterSuffix, string @id, string @queueArn)
    {
        Events = @events;
        FilterPrefix = @filterPrefix;
        FilterSuffix = @filterSuffix;
        Id = @id;
        QueueArn = @queueArn;
    }
}

[OutputType]
public sealed class BucketNotificationTopic
{
    public readonly ImmutableArray<string> Events;
    public readonly string? FilterPrefix;
    public readonly string? FilterSuffix;
    public readonly string Id;
    public readonly string TopicArn;

    [OutputConstructor]
    private BucketNotificationTopic(ImmutableArray<string> @events, string? @filterPrefix, string? @filterSuffix, string @id, string @topicArn)
    {
        Events = @events;
        FilterPrefix = @filterPrefix;
        FilterSuffix = @filterSuffix;
        Id = @id;
        TopicArn = @topicArn;
    }
}

[OutputType]
public sealed class BucketObjectv2OverrideProvider
{
    public readonly Outputs.BucketObjectv2OverrideProviderDefaultTags? DefaultTags;

    [OutputConstructor]
    private BucketObjectv2OverrideProvider(Outputs.BucketObjectv2OverrideProviderDefaultTags? @defaultTags)
    {
        DefaultTags = @defaultTags;
    }
}

[OutputType]
public sealed class BucketObjectv2OverrideProviderDefaultTags
{
    public readonly ImmutableDictionary<string, string>? Tags;

    [OutputConstructor]
    private BucketObjectv2OverrideProviderDefaultTags(ImmutableDictionary<string, string>? @tags)
    {
        Tags = @tags;
    }
}

[OutputType]
public sealed class BucketOwnershipControlsRule
{
    public readonly string ObjectOwnership;

    [OutputConstructor]
    private BucketOwnershipControlsRule(string @objectOwnership)
    {
        ObjectOwnership = @objectOwnership;
    }
}

[OutputType]
public sealed class BucketServerSideEncryptionConfigurationRule
{
    public readonly Outputs.BucketServerSideEncryptionConfigurationRuleApplyServerSideEncryptionByDefault? ApplyServerSideEncryptionByDefault;
    public readonly ImmutableArray<string> BlockedEncryptionTypes;
    public readonly bool BucketKeyEnabled;

    [OutputConstructor]
    private BucketServerSideEncryptionConfigurationRule(Outputs.BucketServerSideEncryptionConfigurationRuleApplyServerSideEncryptionByDefault? @applyServerSideEncryptionByDefault, ImmutableArray<string> @blockedEncryptionTypes, bool @bucketKeyEnabled)
    {
        ApplyServerSideEncryptionByDefault = @applyServerSideEncryptionByDefault;
        BlockedEncryptionTypes = @blockedEncryptionTypes;
        BucketKeyEnabled = @bucketKeyEnabled;
    }
}

[OutputType]
public sealed class BucketServerSideEncryptionConfigurationRuleApplyServerSideEncryptionByDefault
{
    public readonly string KmsMasterKeyId;
    public readonly string SseAlgorithm;

    [OutputConstructor]
    private BucketServerSideEncryptionConfigurationRuleApplyServerSideEncryptionByDefault(string @kmsMasterKeyId, string @sseAlgorithm)
    {
        KmsMasterKeyId = @kmsMasterKeyId;
        SseAlgorithm = @sseAlgorithm;
    }
}

[OutputType]
public sealed class BucketVersioningVersioningConfiguration
{
    public readonly string MfaDelete;
    public readonly string Status;

    [OutputConstructor]
    private BucketVersioningVersioningConfiguration(string @mfaDelete, string @status)
    {
        MfaDelete = @mfaDelete;
        Status = @status;
    }
}
