using MlopsBatch.Events.Functions;
using MlopsBatch.Events.SageMaker;
using MlopsBatch.Lambda.Common.Registry;
using MlopsBatch.Lambda.Notifications.Lookups;
using MlopsBatch.Lambda.Notifications.Mails;
using MlopsBatch.Lambda.Notifications.Tests.Support;
using MlopsBatch.Pipelines.Names;
using MlopsBatch.Pipelines.Storage;
using MlopsBatch.TestSupport.Events;

namespace MlopsBatch.Lambda.Notifications.Tests;

/// <summary>The table of mails, row by row: the contract between events and the people who read the mails.</summary>
internal static partial class Table
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
            "A training met its threshold, and its model is no better than the naive baseline",
            MailTopic.Quality,
            MailKinds.MetricBelowThreshold,
            EventTemplates.Execution(Scene, PipelineKind.Training, ExecutionStatuses.Failed)
        )
        {
            Registry = Version6Approved,
            Executions = StubExecutions.FailedAt(
                new FailedStep(
                    StepNames.MetricBelowThreshold,
                    "Model abalone: mse is 9.71, needs at most 10: met; it is no better than the naive baseline on the same rows (9.88) "
                        + "beyond chance. No model version was registered."
                )
            ),
            Objects = new StubObjects(
                (
                    Scene.Layout.TrainingEvaluations.Key(Scene.ExecutionId, S3Layout.Evaluation),
                    """{"metric":{"name":"mse","value":9.71,"naive":9.88,"threshold":10.0,"meetsThreshold":1,"betterThanNaive":0}}"""
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
            Wiring = Wiring.NotifyAll,
        },
        new(
            "A step has a custom message",
            MailTopic.Operations,
            MailKinds.Step,
            EventTemplates.Step(Scene, PipelineKind.Training, StepNames.TrainingEvaluation, ExecutionStatuses.Succeeded)
        )
        {
            Wiring = Wiring.Custom,
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
            Wiring = Wiring.NotifyAll,
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
        .. Deployments,
        .. DeadLetters,
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
        )
        {
            IsByOwnRule = true,
        },
        new(
            "Anything unknown",
            MailTopic.Operations,
            MailKinds.Unknown,
            EventTemplates.ObjectCreated(Scene, Scene.Layout.BatchResults.Key(Scene.ExecutionId, "batch-2026-11-20.csv.out"))
        )
        {
            IsByOwnRule = true,
        },
    ];

    public static ModelVersion Version(int number, string metric, bool isTuned = false, string? description = null) =>
        new(Scene.VersionArn(number), number, description, EventTemplates.Metadata(Scene, metric, isTuned));

    private static System.Text.Json.Nodes.JsonObject FailedVersion()
    {
        var e = EventTemplates.Version(Scene, 9, ApprovalStatuses.Pending);
        EventTemplates.Detail(e)["ModelPackageStatus"] = PackageStatuses.Failed;
        return e;
    }
}
