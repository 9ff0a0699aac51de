namespace MlopsBatch.Events.DeadLetters;

/// <summary>Message attributes that AWS sets on what it puts into a dead-letter queue.</summary>
/// <remarks>Sources: EventBridge user guide, "Using dead-letter queues", and Scheduler user guide. All optional.</remarks>
public static class DeadLetterAttributes
{
    public const string RuleArn = "RULE_ARN";
    public const string ScheduleArn = "SCHEDULE_ARN";
    public const string TargetArn = "TARGET_ARN";
    public const string ErrorCode = "ERROR_CODE";
    public const string ErrorMessage = "ERROR_MESSAGE";
    public const string RetryAttempts = "RETRY_ATTEMPTS";
    public const string ExhaustedRetryCondition = "EXHAUSTED_RETRY_CONDITION";
}
