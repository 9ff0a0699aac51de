using MlopsBatch.Inspection.Declared;

namespace MlopsBatch.CiRights;

public static partial class ResourceActionsTable
{
    private static ResourceActions[] Storage =>
        [
            new(ResourceTypes.Bucket, "s3/bucket.go")
            {
                Create = ["s3:CreateBucket", "s3:PutBucketTagging", "s3:TagResource"],
                Read =
                [
                    "s3:GetAccelerateConfiguration",
                    "s3:GetBucketAcl",
                    "s3:GetBucketCORS",
                    "s3:GetBucketLocation",
                    "s3:GetBucketLogging",
                    "s3:GetBucketObjectLockConfiguration",
                    "s3:GetBucketPolicy",
                    "s3:GetBucketRequestPayment",
                    "s3:GetBucketTagging",
                    "s3:GetBucketVersioning",
                    "s3:GetBucketWebsite",
                    "s3:GetEncryptionConfiguration",
                    "s3:GetLifecycleConfiguration",
                    "s3:GetReplicationConfiguration",
                    "s3:ListBucket",
                    "s3:ListTagsForResource",
                ],
                Update = ["s3:UntagResource"],
                Delete = ["s3:DeleteBucket"],
            },
            Setting(
                ResourceTypes.BucketEncryption,
                "s3/bucket_server_side_encryption_configuration.go",
                "s3:PutEncryptionConfiguration",
                "s3:GetEncryptionConfiguration"
            ),
            Setting(
                ResourceTypes.BucketLifecycle,
                "s3/bucket_lifecycle_configuration.go",
                "s3:PutLifecycleConfiguration",
                "s3:GetLifecycleConfiguration"
            ),
            Setting(ResourceTypes.BucketLogging, "s3/bucket_logging.go", "s3:PutBucketLogging", "s3:GetBucketLogging"),
            Setting(
                ResourceTypes.BucketNotification,
                "s3/bucket_notification.go",
                "s3:PutBucketNotification",
                "s3:GetBucketNotification"
            ),
            Setting(
                ResourceTypes.BucketOwnership,
                "s3/bucket_ownership_controls.go",
                "s3:PutBucketOwnershipControls",
                "s3:GetBucketOwnershipControls"
            ),
            new(ResourceTypes.BucketPolicy, "s3/bucket_policy.go")
            {
                Create = ["s3:PutBucketPolicy"],
                Read = ["s3:GetBucketPolicy"],
                Delete = ["s3:DeleteBucketPolicy"],
            },
            Setting(
                ResourceTypes.BucketPublicAccessBlock,
                "s3/bucket_public_access_block.go",
                "s3:PutBucketPublicAccessBlock",
                "s3:GetBucketPublicAccessBlock"
            ),
            Setting(ResourceTypes.BucketVersioning, "s3/bucket_versioning.go", "s3:PutBucketVersioning", "s3:GetBucketVersioning"),
            new(ResourceTypes.BucketObject, "s3/object.go")
            {
                Create = ["s3:PutObject"],
                Read = ["s3:GetObject", "s3:GetObjectTagging"],
                Update = ["s3:AbortMultipartUpload", "s3:DeleteObjectTagging", "s3:PutObjectTagging"],
                Delete = ["s3:DeleteObject", "s3:DeleteObjectVersion"],
                UsesKeyThrough = "s3",
            },
            new(ResourceTypes.Key, "kms/key.go")
            {
                Create = ["kms:CreateKey", "kms:EnableKeyRotation", "kms:PutKeyPolicy", "kms:TagResource"],
                Read = ["kms:DescribeKey", "kms:GetKeyPolicy", "kms:GetKeyRotationStatus", "kms:ListResourceTags"],
                Update = ["kms:DisableKeyRotation", "kms:EnableKey", "kms:UntagResource", "kms:UpdateKeyDescription"],
                Delete = ["kms:ScheduleKeyDeletion"],
            },
            new(ResourceTypes.KeyAlias, "kms/alias.go")
            {
                Create = ["kms:CreateAlias"],
                Read = ["kms:ListAliases"],
                Update = ["kms:UpdateAlias"],
                Delete = ["kms:DeleteAlias"],
            },
        ];
}
