namespace MlopsBatch.Inspection.Declared;

/// <summary>
/// Type tokens of the resources that the program declares, as Pulumi's AWS provider names them. No token stands elsewhere.
/// </summary>
public static class ResourceTypes
{
    public const string Bucket = "aws:s3/bucket:Bucket";
    public const string BucketLifecycle = "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration";
    public const string BucketLogging = "aws:s3/bucketLogging:BucketLogging";
    public const string BucketNotification = "aws:s3/bucketNotification:BucketNotification";
    public const string BucketObject = "aws:s3/bucketObjectv2:BucketObjectv2";
    public const string BucketOwnership = "aws:s3/bucketOwnershipControls:BucketOwnershipControls";
    public const string BucketPolicy = "aws:s3/bucketPolicy:BucketPolicy";
    public const string BucketPublicAccessBlock = "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock";
    public const string BucketEncryption = "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration";
    public const string BucketVersioning = "aws:s3/bucketVersioning:BucketVersioning";

    public const string Alarm = "aws:cloudwatch/metricAlarm:MetricAlarm";
    public const string Dashboard = "aws:cloudwatch/dashboard:Dashboard";
    public const string EventBus = "aws:cloudwatch/eventBus:EventBus";
    public const string EventBusPolicy = "aws:cloudwatch/eventBusPolicy:EventBusPolicy";
    public const string LogGroup = "aws:cloudwatch/logGroup:LogGroup";
    public const string LogResourcePolicy = "aws:cloudwatch/logResourcePolicy:LogResourcePolicy";
    public const string Rule = "aws:cloudwatch/eventRule:EventRule";
    public const string Target = "aws:cloudwatch/eventTarget:EventTarget";

    public const string AccessKey = "aws:iam/accessKey:AccessKey";
    public const string Policy = "aws:iam/policy:Policy";
    public const string PolicyAttachment = "aws:iam/rolePolicyAttachment:RolePolicyAttachment";
    public const string Role = "aws:iam/role:Role";
    public const string RolePolicy = "aws:iam/rolePolicy:RolePolicy";
    public const string User = "aws:iam/user:User";

    public const string Key = "aws:kms/key:Key";
    public const string KeyAlias = "aws:kms/alias:Alias";

    public const string Function = "aws:lambda/function:Function";
    public const string FunctionUrl = "aws:lambda/functionUrl:FunctionUrl";
    public const string InvokeConfig = "aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig";
    public const string Layer = "aws:lambda/layerVersion:LayerVersion";
    public const string Permission = "aws:lambda/permission:Permission";

    public const string Pipe = "aws:pipes/pipe:Pipe";
    public const string Schedule = "aws:scheduler/schedule:Schedule";
    public const string Secret = "aws:secretsmanager/secret:Secret";
    public const string SecretRotation = "aws:secretsmanager/secretRotation:SecretRotation";

    public const string ModelPackageGroup = "aws:sagemaker/modelPackageGroup:ModelPackageGroup";
    public const string ModelPackageGroupPolicy = "aws:sagemaker/modelPackageGroupPolicy:ModelPackageGroupPolicy";
    public const string Pipeline = "aws:sagemaker/pipeline:Pipeline";

    public const string Queue = "aws:sqs/queue:Queue";
    public const string QueuePolicy = "aws:sqs/queuePolicy:QueuePolicy";
    public const string Subscription = "aws:sns/topicSubscription:TopicSubscription";
    public const string Topic = "aws:sns/topic:Topic";
    public const string TopicPolicy = "aws:sns/topicPolicy:TopicPolicy";

    /// <summary>The question who the credentials belong to: no resource, but a token of the provider as well.</summary>
    public const string CallerIdentity = "aws:index/getCallerIdentity:getCallerIdentity";

    /// <summary>A type's bare name, such as <c>Bucket</c>.</summary>
    public static string ShortName(string type) => type[(type.LastIndexOf(':') + 1)..];
}
