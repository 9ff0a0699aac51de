namespace MlopsBatch.Events.Audit;

/// <summary>
/// What a triggered GitLab pipeline is told: the names of its variables in mode <c>trigger</c> and, in lower case, of its
/// inputs in mode <c>pipeline</c>. For people and logs only: what gets deployed is read from the model registry.
/// </summary>
public static class GitLabVariables
{
    public const string Model = "MLOPS_MODEL";
    public const string ModelPackageArn = "MLOPS_MODEL_PACKAGE_ARN";
    public const string ApprovalStatus = "MLOPS_APPROVAL_STATUS";
    public const string EventId = "MLOPS_EVENT_ID";

    /// <summary>Name of the pipeline input for a variable: inputs are lower case by GitLab's custom.</summary>
    public static string InputName(string variable) => variable.ToLowerInvariant();
}
