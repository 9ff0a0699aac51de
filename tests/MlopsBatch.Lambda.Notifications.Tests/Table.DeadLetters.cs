using System.Text.Json.Nodes;
using MlopsBatch.Events.DeadLetters;
using MlopsBatch.Events.Functions;
using MlopsBatch.Events.SageMaker;
using MlopsBatch.Lambda.Notifications.Mails;
using MlopsBatch.Pipelines.Names;
using MlopsBatch.TestSupport.Events;

namespace MlopsBatch.Lambda.Notifications.Tests;

internal static partial class Table
{
    private static IEnumerable<TableRow> DeadLetters =>
    [
        new(
            "An event was dead-lettered by EventBridge",
            MailTopic.Operations,
            MailKinds.DeadLetter,
            EventTemplates.DeadLetter(
                Scene,
                EventTemplates.ObjectCreated(Scene, Scene.Layout.InferenceData.Key("batch-2026-11-20.csv")).ToJsonString(),
                new Dictionary<string, string>
                {
                    [DeadLetterAttributes.RuleArn] = "arn:aws:events:eu-west-1:111122223333:rule/abalone-inference-data",
                    [DeadLetterAttributes.TargetArn] = Scene.PipelineArn(PipelineKind.BatchInference),
                    [DeadLetterAttributes.ErrorCode] = "NO_PERMISSIONS",
                    [DeadLetterAttributes.ErrorMessage] = "User is not authorized to perform: sagemaker:StartPipelineExecution",
                    [DeadLetterAttributes.RetryAttempts] = "0",
                }
            )
        ),
        new(
            "An event was dead-lettered by a function",
            MailTopic.Operations,
            MailKinds.DeadLetter,
            EventTemplates.DeadLetter(Scene, FailedInvocation(), new Dictionary<string, string>())
        )
        {
            AlsoTo = MailTopic.Approvals,
        },
        new(
            "The same, for whoever decided",
            MailTopic.Approvals,
            MailKinds.DeploymentFailed,
            EventTemplates.DeadLetter(Scene, FailedInvocation(), new Dictionary<string, string>())
        )
        {
            AlsoTo = MailTopic.Operations,
        },
        new(
            "A mail could not be delivered",
            MailTopic.Operations,
            MailKinds.DeadLetter,
            EventTemplates.DeadLetter(
                Scene,
                """{"Type":"Notification","MessageId":"567910cd-659e-55d4-8ccb-5aaf14679dc0","TopicArn":"arn:aws:sns:eu-west-1:111122223333:mlops-quality","Subject":"abalone: data drift in 1 feature: length (0.31)","Message":"A batch of abalone differs from the data that the approved model was trained on, in 1 feature.","Timestamp":"2026-11-20T03:31:20.000Z"}""",
                new Dictionary<string, string>()
            )
        ),
    ];

    // What Lambda writes to an on-failure destination.
    private static string FailedInvocation() =>
        new JsonObject
        {
            ["version"] = "1.0",
            ["timestamp"] = "2026-11-19T14:07:00.000Z",
            ["requestContext"] = new JsonObject
            {
                ["requestId"] = "e4b46cbf-b738-xmpl-8880-a18cdf61200e",
                ["functionArn"] = "arn:aws:lambda:eu-west-1:111122223333:function:mlops-approval-deploy:$LATEST",
                ["condition"] = "RetriesExhausted",
                ["approximateInvokeCount"] = 3,
            },
            ["requestPayload"] = EventTemplates.Version(Scene, 7, ApprovalStatuses.Approved, updated: [UpdatedFields.ApprovalStatus]),
            ["responseContext"] = new JsonObject
            {
                ["statusCode"] = 200,
                ["executedVersion"] = "$LATEST",
                ["functionError"] = "Unhandled",
            },
            ["responsePayload"] = new JsonObject
            {
                ["errorMessage"] =
                    "GitLab at https://gitlab.example.com/ could not be asked to deploy in the time there was; the last "
                    + "attempt ended with: status 503.",
                ["errorType"] = "GitLabUnavailableException",
            },
        }.ToJsonString();
}
