namespace MlopsBatch.Events.EventBridge;

/// <summary>Values of an event's <c>source</c>; the <c>aws.</c> prefix is reserved for AWS.</summary>
public static class EventSources
{
    public const string SageMaker = "aws.sagemaker";
    public const string S3 = "aws.s3";
    public const string CloudWatch = "aws.cloudwatch";

    /// <summary>Our own audit events.</summary>
    public const string MlopsBatch = "mlops-batch";
}
