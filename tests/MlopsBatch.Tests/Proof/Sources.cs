namespace MlopsBatch.Tests.Proof;

/// <summary>Pages of AWS's documentation that the needs come from.</summary>
internal static class Sources
{
    private const string Docs = "https://docs.aws.amazon.com/";
    public const string PipelineRole = $"{Docs}sagemaker/latest/dg/build-and-manage-access.html";
    public const string JobRole = $"{Docs}sagemaker/latest/dg/sagemaker-roles.html";
    public const string JobVpc = $"{Docs}sagemaker/latest/dg/train-vpc.html";
    public const string VolumeKey = $"{Docs}kms/latest/developerguide/services-ebs.html";
    public const string BucketKey = $"{Docs}AmazonS3/latest/userguide/UsingKMSEncryption.html";
    public const string ListBucket = $"{Docs}AmazonS3/latest/userguide/using-with-s3-policy-actions.html";
    public const string TopicKey = $"{Docs}sns/latest/dg/sns-key-management.html";
    public const string TopicAlarms = $"{Docs}AmazonCloudWatch/latest/monitoring/Notify_Users_Alarm_Changes.html";
    public const string TopicDeadLetters = $"{Docs}sns/latest/dg/sns-configure-dead-letter-queue.html";
    public const string QueueKey = $"{Docs}AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html";
    public const string RuleTargets = $"{Docs}eventbridge/latest/userguide/eb-use-resource-based.html";
    public const string RuleRoles = $"{Docs}eventbridge/latest/userguide/eb-use-identity-based.html";
    public const string RuleDeadLetters = $"{Docs}eventbridge/latest/userguide/eb-rule-dlq.html";
    public const string CrossBus = $"{Docs}eventbridge/latest/userguide/eb-cross-account.html";
    public const string Scheduler = $"{Docs}scheduler/latest/UserGuide/cross-service-confused-deputy-prevention.html";
    public const string SchedulerTargets = $"{Docs}scheduler/latest/UserGuide/setting-up.html";
    public const string Pipes = $"{Docs}eventbridge/latest/userguide/eb-pipes-permissions.html";
    public const string FunctionRole = $"{Docs}lambda/latest/dg/lambda-intro-execution-role.html";
    public const string FunctionDeadLetters = $"{Docs}lambda/latest/dg/invocation-async-retain-records.html";
    public const string FunctionTraces = $"{Docs}lambda/latest/dg/services-xray.html";
    public const string LogKey = $"{Docs}AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html";
    public const string AccessLogs = $"{Docs}AmazonS3/latest/userguide/enable-server-access-logging.html";
    public const string SecretKey = $"{Docs}secretsmanager/latest/userguide/security-encryption.html";
    public const string KeyAdministration = $"{Docs}kms/latest/developerguide/key-policy-default.html";
    public const string RegistrySharing = $"{Docs}sagemaker/latest/dg/model-registry-version.html";
    public const string Redrive = $"{Docs}AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-configure-dead-letter-queue-redrive.html";
    public const string Spec = "what the roles of people, functions and accounts are for";
}
