namespace MlopsBatch.Events.Functions;

/// <summary>Values of <see cref="MessageAttributes.Kind"/>: one for each sort of mail, also the dimension of the metrics.</summary>
public static class MailKinds
{
    public const string ExecutionFailed = "execution-failed";
    public const string ExecutionSucceeded = "execution-succeeded";
    public const string ExecutionStopped = "execution-stopped";
    public const string MetricBelowThreshold = "metric-below-threshold";
    public const string ModelQualityViolation = "model-quality-violation";
    public const string Step = "step";
    public const string VersionRegistered = "version-registered";
    public const string VersionApproved = "version-approved";
    public const string VersionRejected = "version-rejected";
    public const string RegistrationFailed = "registration-failed";
    public const string DataDrift = "data-drift";
    public const string UnreadableViolations = "unreadable-violations";
    public const string DeploymentTriggered = "deployment-triggered";
    public const string DeploymentRefused = "deployment-refused";
    public const string DeploymentFailed = "deployment-failed";
    public const string ModelDeployed = "model-deployed";
    public const string ModelRolledBack = "model-rolled-back";
    public const string ModelDeploymentFailed = "model-deployment-failed";
    public const string TuningStarted = "tuning-started";
    public const string TuningSkipped = "tuning-skipped";
    public const string StackDrift = "stack-drift";
    public const string Alarm = "alarm";
    public const string DeadLetter = "dead-letter";
    public const string Unknown = "unknown";
}
