namespace MlopsBatch.Events.EventBridge;

/// <summary>Values of an event's <c>detail-type</c>, as rules match them and handlers read them.</summary>
/// <remarks>Source of the SageMaker ones: SageMaker developer guide, "Events that Amazon SageMaker AI sends to Amazon
/// EventBridge".</remarks>
public static class DetailTypes
{
    public const string PipelineExecution = "SageMaker Model Building Pipeline Execution Status Change";
    public const string PipelineStep = "SageMaker Model Building Pipeline Execution Step Status Change";
    public const string ModelPackage = "SageMaker Model Package State Change";
    public const string ObjectCreated = "Object Created";
    public const string AlarmStateChange = "CloudWatch Alarm State Change";

    /// <summary>Own: GitLab has taken the request for a deployment.</summary>
    public const string DeploymentTriggered = "MlopsBatch Deployment Triggered";

    /// <summary>Own: an approval was not rolled out because its review is missing.</summary>
    public const string DeploymentRefused = "MlopsBatch Deployment Refused";

    /// <summary>Own: GitLab refused the request for a reason that trying again doesn't mend.</summary>
    public const string DeploymentFailed = "MlopsBatch Deployment Failed";

    /// <summary>Own, from the deploy job: an account has the version that was approved.</summary>
    public const string ModelDeployed = "MlopsBatch Model Deployed";

    /// <summary>Own, from the deploy job: an account has a lower version than before, or none.</summary>
    public const string ModelRolledBack = "MlopsBatch Model Rolled Back";

    /// <summary>Own, from the deploy job: the job failed, so an account may have the old version or the new one.</summary>
    public const string ModelDeploymentFailed = "MlopsBatch Model Deployment Failed";

    /// <summary>Own, from the rule on a violated model quality: a tuning is asked for.</summary>
    public const string TuningRequested = "MlopsBatch Tuning Requested";

    /// <summary>Own: a violated model quality started a tuning.</summary>
    public const string TuningStarted = "MlopsBatch Tuning Started";

    /// <summary>Own: a violated model quality started no tuning, because one has begun within the model's cooldown.</summary>
    public const string TuningSkipped = "MlopsBatch Tuning Skipped";

    /// <summary>Own, from the scheduled job: an account isn't what was deployed, or that couldn't be compared.</summary>
    public const string StackDrift = "MlopsBatch Stack Drift";
}
