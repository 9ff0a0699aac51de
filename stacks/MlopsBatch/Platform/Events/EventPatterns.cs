using System.Text.Encodings.Web;
using System.Text.Json;
using MlopsBatch.Events.EventBridge;
using MlopsBatch.Events.SageMaker;
using MlopsBatch.Pipelines.Names;
using MlopsBatch.Pipelines.Storage;

namespace MlopsBatch.Platform.Events;

/// <summary>The patterns of every rule, from the same constants that the functions read events with.</summary>
internal static class EventPatterns
{
    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly object Absent = new { exists = false };

    /// <summary>Executions that reached one of the states.</summary>
    public static string Executions(IEnumerable<string> pipelineArns, params string[] states) =>
        Of(
            EventSources.SageMaker,
            DetailTypes.PipelineExecution,
            new() { ["pipelineArn"] = pipelineArns, ["currentPipelineExecutionStatus"] = states }
        );

    /// <summary>Steps that reached one of the states; no names: every step.</summary>
    public static string Steps(IEnumerable<string> pipelineArns, IReadOnlyCollection<string> steps, IReadOnlyCollection<string> states)
    {
        var detail = new Dictionary<string, object> { ["pipelineArn"] = pipelineArns };
        if (steps.Count > 0)
        {
            detail["stepName"] = steps;
        }

        detail["currentStepStatus"] = states;
        return Of(EventSources.SageMaker, DetailTypes.PipelineStep, detail);
    }

    /// <summary>
    /// The step that only a violated quality threshold reaches. A crash of the check is another step's failure and starts
    /// nothing.
    /// </summary>
    public static string QualityViolation(IEnumerable<string> pipelineArns, IEnumerable<string>? accounts = null) =>
        Of(
            EventSources.SageMaker,
            DetailTypes.PipelineStep,
            new()
            {
                ["pipelineArn"] = pipelineArns,
                ["stepName"] = new[] { StepNames.ModelQualityViolation },
                ["currentStepStatus"] = new[] { ExecutionStatuses.Failed },
            },
            accounts
        );

    /// <summary>Versions that were registered, approved or rejected. Stamping metadata on a version is none of these.</summary>
    public static string Versions(IEnumerable<string> groups) =>
        Of(
            EventSources.SageMaker,
            DetailTypes.ModelPackage,
            new()
            {
                ["ModelPackageGroupName"] = groups,
                ["ModelApprovalStatus"] = new[] { ApprovalStatuses.Pending, ApprovalStatuses.Approved, ApprovalStatuses.Rejected },
                ["UpdatedModelPackageFields"] = new[] { UpdatedFields.ApprovalStatus, Absent },
            }
        );

    /// <summary>Decisions, and reviews that were named afterwards.</summary>
    public static string Decisions(IEnumerable<string> groups) =>
        Of(
            EventSources.SageMaker,
            DetailTypes.ModelPackage,
            new()
            {
                ["ModelPackageGroupName"] = groups,
                ["ModelApprovalStatus"] = new[] { ApprovalStatuses.Approved, ApprovalStatuses.Rejected },
                ["UpdatedModelPackageFields"] = new object[]
                {
                    UpdatedFields.ApprovalStatus,
                    UpdatedFields.ApprovalDescription,
                    UpdatedFields.CustomerMetadata,
                    Absent,
                },
            }
        );

    /// <summary>
    /// What became of decisions in the registry's account and of violations in the one that builds, and how the jobs of GitLab
    /// ended: a deployment can fail, and drift be found, in every account.
    /// </summary>
    public static string Outcomes(bool isRegistry, bool isBuild, bool isDeploy) =>
        JsonSerializer.Serialize(
            new Dictionary<string, object>
            {
                ["source"] = new[] { EventSources.MlopsBatch },
                ["detail-type"] = (string[])
                    [
                        .. isRegistry
                            ? [DetailTypes.DeploymentTriggered, DetailTypes.DeploymentRefused, DetailTypes.DeploymentFailed]
                            : Array.Empty<string>(),
                        .. isBuild ? [DetailTypes.TuningStarted, DetailTypes.TuningSkipped] : Array.Empty<string>(),
                        .. isDeploy
                            ? [DetailTypes.ModelDeployed, DetailTypes.ModelRolledBack]
                            : Array.Empty<string>(),
                        DetailTypes.ModelDeploymentFailed,
                        DetailTypes.StackDrift,
                    ],
            },
            Compact
        );

    /// <summary>An object with exactly this key.</summary>
    public static string ObjectWithKey(string bucket, string key) => Objects(bucket, key);

    /// <summary>An object whose key begins so. Empty objects are left out: the console makes them as folders' markers.</summary>
    public static string ObjectsWithPrefix(string bucket, string prefix) =>
        Of(
            EventSources.S3,
            DetailTypes.ObjectCreated,
            new()
            {
                ["bucket"] = new { name = new[] { bucket } },
                ["object"] = new { key = new[] { new { prefix } }, size = new[] { new { numeric = new object[] { ">", 0 } } } },
            }
        );

    /// <summary>Lists of violations, of whatever model.</summary>
    public static string Violations(string bucket, IEnumerable<S3Folder> dataQuality) =>
        Objects(bucket, [.. dataQuality.Select(folder => (object)new { wildcard = $"{folder.Prefix}*/{S3Layout.ConstraintViolations}" })]);

    private static string Objects(string bucket, params object[] keys) =>
        Of(
            EventSources.S3,
            DetailTypes.ObjectCreated,
            new() { ["bucket"] = new { name = new[] { bucket } }, ["object"] = new { key = keys } }
        );

    private static string Of(string source, string detailType, Dictionary<string, object> detail, IEnumerable<string>? accounts = null)
    {
        var pattern = new Dictionary<string, object> { ["source"] = new[] { source }, ["detail-type"] = new[] { detailType } };
        if (accounts is not null)
        {
            pattern["account"] = accounts;
        }

        pattern["detail"] = detail;
        return JsonSerializer.Serialize(pattern, Compact);
    }
}
