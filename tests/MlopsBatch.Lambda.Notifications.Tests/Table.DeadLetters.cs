using MlopsBatch.Events.EventBridge;
using MlopsBatch.Events.Functions;
using MlopsBatch.Events.SageMaker;
using MlopsBatch.Lambda.Notifications.Mails;
using MlopsBatch.Lambda.Notifications.Tests.Support;
using MlopsBatch.Pipelines.Names;
using MlopsBatch.TestSupport.Events;

namespace MlopsBatch.Lambda.Notifications.Tests;

internal static partial class Table
{
    private static IEnumerable<TableRow> DeadLetters =>
    [
        new(
            "An event did not reach a pipeline",
            MailTopic.Operations,
            MailKinds.DeadLetter,
            Wiring.Single.Undelivered(
                "abalone-inference-data",
                EventTemplates.ObjectCreated(Scene, Scene.Layout.InferenceData.Key("batch-2026-11-20.csv")),
                "NO_PERMISSIONS",
                "User is not authorized to perform: sagemaker:StartPipelineExecution"
            )
        ),
        new(
            "A schedule did not reach its pipeline",
            MailTopic.Operations,
            MailKinds.DeadLetter,
            Wiring.Single.UndeliveredSchedule("ResourceNotFound", "Pipeline does not exist")
        ),
        new("A function failed on a decision", MailTopic.Operations, MailKinds.DeadLetter, LostDecision) { AlsoTo = MailTopic.Approvals },
        new("The same, for whoever decided", MailTopic.Approvals, MailKinds.DeploymentFailed, LostDecision)
        {
            AlsoTo = MailTopic.Operations,
        },
        new(
            "A function failed to send a mail",
            MailTopic.Operations,
            MailKinds.DeadLetter,
            Wiring.Single.FailedInvocation(
                "notifications",
                EventTemplates.Version(Scene, 7, ApprovalStatuses.Pending),
                "MailNotSentException",
                "SNS could not be reached to send the mail \"Approve or reject abalone version 7\": connection refused"
            )
        ),
        new(
            "A function failed to start a tuning",
            MailTopic.Operations,
            MailKinds.DeadLetter,
            Wiring.Single.FailedInvocation(
                "notifications",
                EventTemplates.Tuning(
                    Scene,
                    DetailTypes.TuningRequested,
                    new()
                    {
                        Pipeline = "abalone-training-with-hpo",
                        ViolatedBy = "arn:aws:sagemaker:eu-west-1:111122223333:pipeline/abalone-batch-inference/execution/p9q8r7s6t5u4",
                    }
                ),
                "AwsCallException",
                "SageMaker refused to start abalone-training-with-hpo: ThrottlingException: Rate exceeded",
                transformedBy: "abalone-retraining"
            )
        ),
        new(
            "A violation did not reach the function",
            MailTopic.Operations,
            MailKinds.DeadLetter,
            Wiring.Single.Undelivered(
                "abalone-retraining",
                EventTemplates.Step(Scene, PipelineKind.BatchInference, StepNames.ModelQualityViolation, ExecutionStatuses.Failed, "mse"),
                "NO_PERMISSIONS",
                "User is not authorized to perform: lambda:InvokeFunction"
            )
        ),
    ];

    private static System.Text.Json.Nodes.JsonArray LostDecision =>
        Wiring.Single.FailedInvocation(
            "approval-deploy",
            EventTemplates.Version(Scene, 7, ApprovalStatuses.Approved, updated: [UpdatedFields.ApprovalStatus]),
            "GitLabUnavailableException",
            "GitLab at https://gitlab.example.com/ could not be asked to deploy in the time there was; the last attempt ended with: "
                + "status 503."
        );
}
