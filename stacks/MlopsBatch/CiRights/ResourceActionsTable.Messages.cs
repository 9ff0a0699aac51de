using MlopsBatch.Inspection.Declared;

namespace MlopsBatch.CiRights;

public static partial class ResourceActionsTable
{
    private static ResourceActions[] Messages =>
        [
            new(ResourceTypes.Topic, "sns/topic.go")
            {
                Create = ["sns:CreateTopic", "sns:SetTopicAttributes", "sns:TagResource"],
                Read = ["sns:GetTopicAttributes", "sns:ListTagsForResource"],
                Update = ["sns:UntagResource"],
                Delete = ["sns:DeleteTopic"],
            },
            Setting(ResourceTypes.TopicPolicy, "sns/topic_policy.go", "sns:SetTopicAttributes", "sns:GetTopicAttributes"),
            new(ResourceTypes.Subscription, "sns/topic_subscription.go")
            {
                Create = ["sns:Subscribe"],
                Read = ["sns:GetSubscriptionAttributes"],
                Update = ["sns:SetSubscriptionAttributes"],
                Delete = ["sns:Unsubscribe"],
            },
            new(ResourceTypes.Queue, "sqs/queue.go")
            {
                Create = ["sqs:CreateQueue", "sqs:TagQueue"],
                Read = ["sqs:GetQueueAttributes", "sqs:GetQueueUrl", "sqs:ListQueueTags"],
                Update = ["sqs:SetQueueAttributes", "sqs:UntagQueue"],
                Delete = ["sqs:DeleteQueue"],
            },
            Setting(ResourceTypes.QueuePolicy, "sqs/queue_policy.go", "sqs:SetQueueAttributes", "sqs:GetQueueAttributes"),
        ];

    private static ResourceActions[] Events =>
        [
            new(ResourceTypes.EventBus, "events/bus.go")
            {
                Create = ["events:CreateEventBus", "events:TagResource"],
                Read = ["events:DescribeEventBus", "events:ListTagsForResource"],
                Update = ["events:UntagResource", "events:UpdateEventBus"],
                Delete = ["events:DeleteEventBus"],
                UsesKeyThrough = "events",
            },
            new(ResourceTypes.EventBusPolicy, "events/bus_policy.go")
            {
                Create = ["events:PutPermission"],
                Read = ["events:DescribeEventBus"],
                Delete = ["events:RemovePermission"],
            },
            new(ResourceTypes.Rule, "events/rule.go")
            {
                Create = ["events:PutRule", "events:TagResource"],
                Read = ["events:DescribeRule", "events:ListTagsForResource"],
                Update = ["events:DisableRule", "events:EnableRule", "events:UntagResource"],
                Delete = ["events:DeleteRule"],
            },
            new(ResourceTypes.Target, "events/target.go")
            {
                Create = ["events:PutTargets"],
                Read = ["events:ListTargetsByRule"],
                Delete = ["events:RemoveTargets"],
                PassesRoleTo = "events.amazonaws.com",
            },
            new(ResourceTypes.Pipe, "pipes/pipe.go")
            {
                Create = ["pipes:CreatePipe", "pipes:TagResource"],
                Read = ["pipes:DescribePipe", "pipes:ListTagsForResource"],
                Update = ["pipes:UntagResource", "pipes:UpdatePipe"],
                Delete = ["pipes:DeletePipe"],
                PassesRoleTo = "pipes.amazonaws.com",
                UsesKeyThrough = "pipes",
            },
            new(ResourceTypes.Schedule, "scheduler/schedule.go")
            {
                Create = ["scheduler:CreateSchedule"],
                Read = ["scheduler:GetSchedule"],
                Update = ["scheduler:UpdateSchedule"],
                Delete = ["scheduler:DeleteSchedule"],
                PassesRoleTo = "scheduler.amazonaws.com",
                UsesKeyThrough = "scheduler",
            },
            new(ResourceTypes.Secret, "secretsmanager/secret.go")
            {
                Create = ["secretsmanager:CreateSecret", "secretsmanager:TagResource"],
                Read = ["secretsmanager:DescribeSecret", "secretsmanager:GetResourcePolicy"],
                Update = ["secretsmanager:UntagResource", "secretsmanager:UpdateSecret"],
                Delete = ["secretsmanager:DeleteSecret", "secretsmanager:RestoreSecret"],
                UsesKeyThrough = "secretsmanager",
            },
        ];
}
