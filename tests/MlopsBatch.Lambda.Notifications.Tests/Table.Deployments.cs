using System.Text.Json.Nodes;
using MlopsBatch.Events.Audit;
using MlopsBatch.Events.EventBridge;
using MlopsBatch.Events.Functions;
using MlopsBatch.Events.SageMaker;
using MlopsBatch.Lambda.Notifications.Mails;
using MlopsBatch.TestSupport.Events;

namespace MlopsBatch.Lambda.Notifications.Tests;

internal static partial class Table
{
    private static IEnumerable<TableRow> Deployments =>
    [
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
        new("GitLab refused a deployment", MailTopic.Operations, MailKinds.DeploymentFailed, Refused)
        {
            AlsoTo = MailTopic.Approvals,
        },
        new("GitLab refused a deployment, for whoever decided", MailTopic.Approvals, MailKinds.DeploymentFailed, Refused)
        {
            AlsoTo = MailTopic.Operations,
        },
        new(
            "A version was deployed",
            MailTopic.Approvals,
            MailKinds.ModelDeployed,
            EventTemplates.ModelDeployment(Scene, DetailTypes.ModelDeployed, Ended(7, 6))
        ),
        new(
            "A decision changed nothing in an account",
            MailTopic.Approvals,
            MailKinds.ModelDeployed,
            EventTemplates.ModelDeployment(Scene, DetailTypes.ModelDeployed, Ended(6, 6))
        ),
        new(
            "What was approved can't be deployed",
            MailTopic.Approvals,
            MailKinds.ModelDeployed,
            EventTemplates.ModelDeployment(
                Scene,
                DetailTypes.ModelDeployed,
                Ended(6, 6) with
                {
                    Reason =
                        "version 7 can't be deployed: it has no data-quality statistics in its drift-check baselines. Reject it, and "
                        + "approve a version that the training pipeline registered.",
                }
            )
        ),
        new(
            "A version was rolled back",
            MailTopic.Approvals,
            MailKinds.ModelRolledBack,
            EventTemplates.ModelDeployment(Scene, DetailTypes.ModelRolledBack, Ended(6, 7))
        ),
        new(
            "The last approved version was rejected, and the account has none any more",
            MailTopic.Approvals,
            MailKinds.ModelRolledBack,
            EventTemplates.ModelDeployment(Scene, DetailTypes.ModelRolledBack, Ended(null, 7))
        ),
        new(
            "The deploy job failed",
            MailTopic.Operations,
            MailKinds.ModelDeploymentFailed,
            EventTemplates.ModelDeployment(Scene, DetailTypes.ModelDeploymentFailed, Ended(7, 6))
        )
        {
            AlsoTo = MailTopic.Approvals,
        },
        new(
            "The deploy job failed, for whoever decided",
            MailTopic.Approvals,
            MailKinds.ModelDeploymentFailed,
            EventTemplates.ModelDeployment(Scene, DetailTypes.ModelDeploymentFailed, Ended(7, 6))
        )
        {
            AlsoTo = MailTopic.Operations,
        },
        new(
            "A violation of a deploy account started a tuning",
            MailTopic.Quality,
            MailKinds.TuningStarted,
            EventTemplates.Tuning(
                Scene,
                DetailTypes.TuningStarted,
                new()
                {
                    Model = "abalone",
                    Pipeline = "abalone-training-with-hpo",
                    ViolatedBy = "arn:aws:sagemaker:eu-west-1:444455556666:pipeline/abalone-batch-inference/execution/p9q8r7s6t5u4",
                    LatestTuning = "arn:aws:sagemaker:eu-west-1:111122223333:pipeline/abalone-training-with-hpo/execution/a1b2c3d4e5f6",
                    LatestTuningStarted = "2026-11-18T03:31:20Z",
                    CooldownEnds = "2026-11-25T03:31:20Z",
                    CooldownDays = 7,
                    CauseEventId = "6a7e8feb-b491-4cf7-a9f1-bf3703467717",
                }
            )
        ),
        new(
            "A violation started no tuning",
            MailTopic.Quality,
            MailKinds.TuningSkipped,
            EventTemplates.Tuning(
                Scene,
                DetailTypes.TuningSkipped,
                new()
                {
                    Model = "abalone",
                    Pipeline = "abalone-training-with-hpo",
                    ViolatedBy = "arn:aws:sagemaker:eu-west-1:111122223333:pipeline/abalone-batch-inference/execution/p9q8r7s6t5u4",
                    LatestTuning = "arn:aws:sagemaker:eu-west-1:111122223333:pipeline/abalone-training-with-hpo/execution/a1b2c3d4e5f6",
                    LatestTuningStatus = "Succeeded",
                    LatestTuningStarted = "2026-11-18T03:31:20Z",
                    CooldownEnds = "2026-11-25T03:31:20Z",
                    CooldownDays = 7,
                    CauseEventId = "6a7e8feb-b491-4cf7-a9f1-bf3703467718",
                }
            )
        ),
        new(
            "An account isn't what was deployed",
            MailTopic.Operations,
            MailKinds.StackDrift,
            EventTemplates.StackDrift(Scene, Compared(isFound: true))
        ),
        new(
            "Looking for drift failed",
            MailTopic.Operations,
            MailKinds.StackDrift,
            EventTemplates.StackDrift(Scene, Compared(isFound: false))
        ),
    ];

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

    private static StackDriftDetail Compared(bool isFound) =>
        new()
        {
            IsFound = isFound,
            Stack = "prod",
            Commit = "3f2c1ab9d0e4",
            GitLabPipelineUrl = "https://gitlab.example.com/group/model/-/pipelines/4713",
            GitLabJobUrl = "https://gitlab.example.com/group/model/-/jobs/90215",
        };

    // What the deploy job writes.
    private static JsonNode Refused =>
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
        );

    private static ModelDeploymentDetail Ended(int? version, int? previous) =>
        new()
        {
            Model = Scene.Model,
            ModelPackageArn = version is { } number ? Scene.VersionArn(number) : null,
            ModelPackageVersion = version,
            PreviousVersion = previous,
            Environment = "production",
            Stack = "prod",
            Commit = "3f2c1ab9d0e4",
            GitLabPipelineUrl = "https://gitlab.example.com/group/model/-/pipelines/4711",
            GitLabJobUrl = "https://gitlab.example.com/group/model/-/jobs/90210",
            CauseEventId = "844e2571-85d4-695f-b930-0153b71dcb42",
        };
}
