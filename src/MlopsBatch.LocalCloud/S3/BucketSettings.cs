namespace MlopsBatch.LocalCloud.S3;

/// <summary>What a bucket is set to; all views of the bucket share it.</summary>
internal sealed class BucketSettings
{
    public bool Versioning { get; set; }

    public bool EventBridge { get; set; }

    public string? Policy { get; set; }

    public string? KmsKeyArn { get; set; }

    public long Sequence { get; set; }
}
