using System.Collections.Immutable;
using MlopsBatch.LocalCloud.Deployment.Handlers;
using MlopsBatch.LocalCloud.Events;
using MlopsBatch.LocalCloud.Logs;
using MlopsBatch.LocalCloud.SageMaker.Registry;
using MlopsBatch.LocalCloud.Sns;
using MlopsBatch.LocalCloud.Sqs;

namespace MlopsBatch.LocalCloud.Deployment;

/// <summary>Every handler.</summary>
internal static class HandlerList
{
    public static ImmutableArray<IResourceHandler> All { get; } =
    [
        new BucketHandler(),
        new BucketObjectHandler(),
        new SettingHandler(
            "aws:s3/bucketPolicy:BucketPolicy",
            "bucket",
            (account, bucket, inputs) => account.S3.Bucket(bucket).Policy = inputs.Text("policy"),
            ["policy"]
        ),
        new SettingHandler(
            "aws:s3/bucketVersioning:BucketVersioning",
            "bucket",
            (account, bucket, inputs) =>
                account.S3.Bucket(bucket).Versioning = inputs.Text("versioningConfiguration", "status") == "Enabled",
            ["versioningConfiguration"]
        ),
        new SettingHandler(
            "aws:s3/bucketNotification:BucketNotification",
            "bucket",
            (account, bucket, inputs) => account.S3.Bucket(bucket).EventBridge = inputs.Flag("eventbridge"),
            optional: ["eventbridge"]
        ),
        new SettingHandler(
            "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
            "bucket",
            (account, bucket, inputs) =>
                account.S3.Bucket(bucket).KmsKeyArn = inputs
                    .Objects("rules")
                    .Select(rule => rule.Text("applyServerSideEncryptionByDefault", "kmsMasterKeyId"))
                    .FirstOrDefault(),
            ["rules"]
        ),
        new KeyHandler(),
        new KeyAliasHandler(),
        new RoleHandler(),
        new RolePolicyHandler(),
        new RolePolicyAttachmentHandler(),
        new PolicyHandler(),
        new QueueHandler(),
        new SettingHandler(
            "aws:sqs/queuePolicy:QueuePolicy",
            "queueUrl",
            (account, queue, inputs) => account.Service<SqsService>().SetPolicy(queue, inputs.Text("policy")),
            ["policy"]
        ),
        new TopicHandler(),
        new SettingHandler(
            "aws:sns/topicPolicy:TopicPolicy",
            "arn",
            (account, topic, inputs) => account.Service<SnsService>().SetPolicy(topic, inputs.Text("policy")),
            ["policy"]
        ),
        new TopicSubscriptionHandler(),
        new SecretHandler(),
        new LogGroupHandler(),
        new SettingHandler(
            "aws:cloudwatch/logResourcePolicy:LogResourcePolicy",
            "policyName",
            (account, name, inputs) => account.Service<LogsService>().PutResourcePolicy(name, inputs.Text("policyDocument")),
            ["policyDocument"]
        ),
        new LayerVersionHandler(),
        new FunctionHandler(),
        new FunctionEventInvokeConfigHandler(),
        new PermissionHandler(),
        new EventBusHandler(),
        new SettingHandler(
            "aws:cloudwatch/eventBusPolicy:EventBusPolicy",
            "eventBusName",
            (account, bus, inputs) => account.Service<EventBridgeService>().PutPermission(bus, inputs.Text("policy")),
            ["policy"]
        ),
        new EventRuleHandler(),
        new EventTargetHandler(),
        new ScheduleHandler(),
        new PipeHandler(),
        new MetricAlarmHandler(),
        new ModelPackageGroupHandler(),
        new SettingHandler(
            "aws:sagemaker/modelPackageGroupPolicy:ModelPackageGroupPolicy",
            "modelPackageGroupName",
            (account, group, inputs) => account.Service<ModelRegistry>().PutModelPackageGroupPolicy(group, inputs.Text("resourcePolicy")),
            ["resourcePolicy"]
        ),
        new PipelineHandler(),
    ];
}
