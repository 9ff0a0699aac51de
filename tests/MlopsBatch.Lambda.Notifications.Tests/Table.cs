using MlopsBatch.Events.Audit;
using MlopsBatch.Events.DeadLetters;
using MlopsBatch.Events.EventBridge;
using MlopsBatch.Events.Functions;
using MlopsBatch.Events.SageMaker;
using MlopsBatch.Events.Settings;
using MlopsBatch.Lambda.Common.Registry;
using MlopsBatch.Lambda.Notifications.Lookups;
using MlopsBatch.Lambda.Notifications.Mails;
using MlopsBatch.Lambda.Notifications.Tests.Support;
using MlopsBatch.Pipelines.Names;
using MlopsBatch.Pipelines.Storage;
using MlopsBatch.TestSupport.Events;

namespace MlopsBatch.Lambda.Notifications.Tests;

/// <summary>The table of mails, row by row: the contract between events and the people who read the mails.</summary>
internal static class Table
{
    private static readonly Scene Scene = Rig.Scene;

    private static readonly StubRegistry Version6Approved = new() { Approved = [Version(6, "5.1034")] };

    public static IReadOnlyList<TableRow> Rows { get; } =
    [
        new(
            "An execution failed",
            MailTopic.Operations,
            MailKinds.ExecutionFailed,
            EventTemplates.Execution(Scene, PipelineKind.BatchInference, ExecutionStatuses.Failed)
        )
        {
            Executions = StubExecutions.FailedAt(
                new FailedStep(
                    StepNames.DataPreProcessing,
                    "AlgorithmError: batch-2026-11-20.csv, row 17, column length: \"n/a\" is no number"
                )
            ),
        },
        new(
            "An execution failed, and why can't be looked up",
            MailTopic.Operations,
            MailKinds.ExecutionFailed,
            EventTemplates.Execution(Scene, PipelineKind.Training, ExecutionStatuses.Failed)
        )
        {
            Executions = new StubExecutions
            {
                Unavailable = new LookupException("SageMaker refused to list the execution's steps: AccessDeniedException: not authorized"),
            },
        },
        new(
            "Batch inference was started while no version is approved",
            MailTopic.Operations,
            MailKinds.ExecutionFailed,
            EventTemplates.Execution(Scene, PipelineKind.BatchInference, ExecutionStatuses.Failed)
        )
        {
            Executions = StubExecutions.FailedAt(new FailedStep(StepNames.NoApprovedModel, "No version of model abalone is approved yet.")),
        },
        new(
            "A training ended in MetricBelowThreshold",
            MailTopic.Quality,
            MailKinds.MetricBelowThreshold,
            EventTemplates.Execution(Scene, PipelineKind.Training, ExecutionStatuses.Failed)
        )
        {
            Registry = Version6Approved,
            Executions = StubExecutions.FailedAt(
                new FailedStep(
                    StepNames.MetricBelowThreshold,
                    "Model abalone: mse is 12.07, needs at most 10.0 (naive baseline: 10.395). No model version was registered."
                )
            ),
            Objects = new StubObjects(
                (
                    Scene.Layout.TrainingEvaluations.Key(Scene.ExecutionId, S3Layout.Evaluation),
                    """{"metric":{"name":"mse","value":12.07031,"naive":10.395,"threshold":10.0,"higherIsBetter":false}}"""
                )
            ),
        },
        new(
            "A batch inference ended in ModelQualityViolation",
            MailTopic.Quality,
            MailKinds.ModelQualityViolation,
            EventTemplates.Execution(Scene, PipelineKind.BatchInference, ExecutionStatuses.Failed)
        )
        {
            Executions = StubExecutions.FailedAt(
                new FailedStep(
                    StepNames.ModelQualityViolation,
                    "Model abalone: mse on batch-2026-11-20.csv is 14.2, which violates the threshold 10.0."
                )
            ),
            Objects = new StubObjects(
                (
                    Scene.Layout.ModelQuality.Key(Scene.ExecutionId, S3Layout.ModelQualityReport),
                    """{"available":1,"violated":1,"value":14.2041,"threshold":10.0,"naive":10.881,"metric":"mse","files":[{"file":"batch-2026-11-20.csv","rows":400,"truth":true}]}"""
                )
            ),
        },
        new(
            "An execution succeeded, with notifyOn: all",
            MailTopic.Operations,
            MailKinds.ExecutionSucceeded,
            EventTemplates.Execution(Scene, PipelineKind.BatchInference, ExecutionStatuses.Succeeded)
        )
        {
            Settings = Scene.Settings with { NotifyOn = NotifyOn.All },
        },
        new(
            "A step has a custom message",
            MailTopic.Operations,
            MailKinds.Step,
            EventTemplates.Step(Scene, PipelineKind.Training, StepNames.TrainingEvaluation, ExecutionStatuses.Succeeded)
        )
        {
            Settings = Scene.Settings with
            {
                Custom =
                [
                    new()
                    {
                        StepName = StepNames.TrainingEvaluation,
                        StepStatus = ExecutionStatuses.Succeeded,
                        StepCustomMessage = "The new evaluation is there: please compare it with last month's.",
                    },
                ],
            },
        },
        new(
            "A step ended, with notifyOn: all",
            MailTopic.Operations,
            MailKinds.Step,
            EventTemplates.Step(
                Scene,
                PipelineKind.BatchInference,
                StepNames.BatchInference,
                ExecutionStatuses.Failed,
                "CapacityError: Unable to provision requested ML compute capacity."
            )
        )
        {
            Settings = Scene.Settings with { NotifyOn = NotifyOn.All },
        },
        new(
            "A version was registered",
            MailTopic.Approvals,
            MailKinds.VersionRegistered,
            EventTemplates.Version(Scene, 7, ApprovalStatuses.Pending)
        )
        {
            Registry = Version6Approved,
        },
        new(
            "A version with new hyperparameters was registered",
            MailTopic.Approvals,
            MailKinds.VersionRegistered,
            EventTemplates.Version(Scene, 8, ApprovalStatuses.Pending, EventTemplates.Metadata(Scene, "3.9871", isTuned: true))
        )
        {
            Registry = Version6Approved,
        },
        new(
            "A version was approved",
            MailTopic.Approvals,
            MailKinds.VersionApproved,
            EventTemplates.Version(
                Scene,
                7,
                ApprovalStatuses.Approved,
                updated: [UpdatedFields.ApprovalStatus, UpdatedFields.ApprovalDescription],
                description: "better than version 6 on all regions"
            )
        )
        {
            Registry = new StubRegistry { Approved = [Version(7, "4.5213456"), Version(6, "5.1034")] },
        },
        new(
            "A version was rejected",
            MailTopic.Approvals,
            MailKinds.VersionRejected,
            EventTemplates.Version(
                Scene,
                7,
                ApprovalStatuses.Rejected,
                updated: [UpdatedFields.ApprovalStatus],
                description: "worse on small animals"
            )
        )
        {
            Registry = Version6Approved,
        },
        new(
            "A decision about a version was taken back",
            MailTopic.Approvals,
            MailKinds.VersionRegistered,
            EventTemplates.Version(
                Scene,
                7,
                ApprovalStatuses.Pending,
                updated: [UpdatedFields.ApprovalStatus, UpdatedFields.ApprovalDescription],
                description: "to be looked at again with the new regions"
            )
        )
        {
            Registry = Version6Approved,
        },
        new("SageMaker could not register a version", MailTopic.Operations, MailKinds.RegistrationFailed, FailedVersion()),
        new("A violations file was written, and it isn't empty", MailTopic.Quality, MailKinds.DataDrift, EventTemplates.Violations(Scene))
        {
            Objects = new StubObjects(
                (
                    Scene.Layout.DataQuality.Key(Scene.ExecutionId, S3Layout.ConstraintViolations),
                    """
                    {"violations":[
                     {"feature_name":"sex","constraint_check_type":"categorical_values_check","description":"91.2% of the values are in the baseline's domain, required are 100.0%. Unknown: 'U' (35 rows)"},
                     {"feature_name":"height","constraint_check_type":"baseline_drift_check","description":"Numeric distribution: distance 0.2248 exceeds threshold 0.1"},
                     {"feature_name":"length","constraint_check_type":"baseline_drift_check","description":"Numeric distribution: distance 0.861234 exceeds threshold 0.1"}]}
                    """
                )
            ),
        },
        new(
            "A violations file was written that can't be read",
            MailTopic.Operations,
            MailKinds.UnreadableViolations,
            EventTemplates.Violations(Scene)
        ),
        new(
            "A deployment was triggered",
            MailTopic.Approvals,
            MailKinds.DeploymentTriggered,
            EventTemplates.Deployment(
                Scene,
                DetailTypes.DeploymentTriggered,
                Deployment(ApprovalStatuses.Approved) with
                {
                    GitLabStatus = 201,
                    GitLabPipelineId = 4711,
                    GitLabPipelineUrl = "https://gitlab.example.com/group/model/-/pipelines/4711",
                }
            )
        ),
        new(
            "A roll-back was triggered",
            MailTopic.Approvals,
            MailKinds.DeploymentTriggered,
            EventTemplates.Deployment(
                Scene,
                DetailTypes.DeploymentTriggered,
                Deployment(ApprovalStatuses.Rejected) with
                {
                    GitLabStatus = 201,
                    GitLabPipelineId = 4712,
                    GitLabPipelineUrl = "https://gitlab.example.com/group/model/-/pipelines/4712",
                }
            )
        ),
        new(
            "A deployment was refused",
            MailTopic.Approvals,
            MailKinds.DeploymentRefused,
            EventTemplates.Deployment(
                Scene,
                DetailTypes.DeploymentRefused,
                Deployment(ApprovalStatuses.Approved) with
                {
                    Reason =
                        "The version's hyperparameters were changed by the optimisation, and the approval names no review "
                        + "of the model review board.",
                    Mend =
                        "Name the review: write \"Review: <REVIEW-REFERENCE>\", with your board's own reference, into the "
                        + "approval description, or the reference into the version's metadata as reviewReference. The "
                        + "version is then rolled out by itself.",
                }
            )
        ),
        new(
            "GitLab refused a deployment",
            MailTopic.Approvals,
            MailKinds.DeploymentFailed,
            EventTemplates.Deployment(
                Scene,
                DetailTypes.DeploymentFailed,
                Deployment(ApprovalStatuses.Approved) with
                {
                    GitLabStatus = 400,
                    Reason = "GitLab answers 400: Insufficient permissions to set pipeline variables",
                    Mend =
                        "The project doesn't let a pipeline be started with variables. Either allow it (project Settings "
                        + "> CI/CD > Variables > Minimum role to use pipeline variables: the role of the token's owner), or "
                        + "set gitLab.mode to pipeline, which uses inputs; that needs a project access token with scope api "
                        + "in the secret.",
                }
            )
        ),
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
        new(
            "An alarm reached the function",
            MailTopic.Operations,
            MailKinds.Alarm,
            EventTemplates.Alarm(
                Scene,
                "mlops-hpo-starts",
                "ALARM",
                "Threshold Crossed: 1 datapoint [6.0 (20/11/26 03:00:00)] was greater than the threshold (3.0)."
            )
        ),
        new(
            "Anything unknown",
            MailTopic.Operations,
            MailKinds.Unknown,
            EventTemplates.ObjectCreated(Scene, Scene.Layout.BatchResults.Key(Scene.ExecutionId, "batch-2026-11-20.csv.out"))
        ),
    ];

    public static ModelVersion Version(int number, string metric, bool isTuned = false, string? description = null) =>
        new(Scene.VersionArn(number), number, description, EventTemplates.Metadata(Scene, metric, isTuned));

    private static DeploymentDetail Deployment(string status) =>
        new()
        {
            Model = Scene.Model,
            ModelPackageGroup = Scene.Group,
            ModelPackageArn = Scene.VersionArn(7),
            ModelPackageVersion = 7,
            ApprovalStatus = status,
            Change = status == ApprovalStatuses.Approved ? DeploymentChanges.RollOut : DeploymentChanges.RollBack,
            GitLabProject = "group/model",
            GitLabRef = "main",
            CauseEventId = "844e2571-85d4-695f-b930-0153b71dcb42",
            DecidedAt = "2026-11-19T14:03:10Z",
        };

    private static System.Text.Json.Nodes.JsonObject FailedVersion()
    {
        var e = EventTemplates.Version(Scene, 9, ApprovalStatuses.Pending);
        EventTemplates.Detail(e)["ModelPackageStatus"] = PackageStatuses.Failed;
        return e;
    }

    // What Lambda writes to an on-failure destination.
    private static string FailedInvocation() =>
        new System.Text.Json.Nodes.JsonObject
        {
            ["version"] = "1.0",
            ["timestamp"] = "2026-11-19T14:07:00.000Z",
            ["requestContext"] = new System.Text.Json.Nodes.JsonObject
            {
                ["requestId"] = "e4b46cbf-b738-xmpl-8880-a18cdf61200e",
                ["functionArn"] = "arn:aws:lambda:eu-west-1:111122223333:function:mlops-approval-deploy:$LATEST",
                ["condition"] = "RetriesExhausted",
                ["approximateInvokeCount"] = 3,
            },
            ["requestPayload"] = EventTemplates.Version(Scene, 7, ApprovalStatuses.Approved, updated: [UpdatedFields.ApprovalStatus]),
            ["responseContext"] = new System.Text.Json.Nodes.JsonObject
            {
                ["statusCode"] = 200,
                ["executedVersion"] = "$LATEST",
                ["functionError"] = "Unhandled",
            },
            ["responsePayload"] = new System.Text.Json.Nodes.JsonObject
            {
                ["errorMessage"] =
                    "GitLab at https://gitlab.example.com/ could not be asked to deploy in the time there was; the last "
                    + "attempt ended with: status 503.",
                ["errorType"] = "GitLabUnavailableException",
            },
        }.ToJsonString();
}
