using Amazon.SageMaker;
using Amazon.SageMaker.Model;
using MlopsBatch.Pipelines.Names;

namespace MlopsBatch.Cli.Registry;

/// <summary>A registered version, as people ask for it: where it comes from, how good it is, who decided.</summary>
internal sealed record VersionView
{
    public required string Group { get; init; }

    public required int Version { get; init; }

    public required string Arn { get; init; }

    public required string Status { get; init; }

    public DateTime? Registered { get; init; }

    /// <summary>Key of the object that it was trained on.</summary>
    public string? Data { get; init; }

    /// <summary>Commit and hash of the scripts.</summary>
    public string? Code { get; init; }

    public string? Execution { get; init; }

    /// <summary>Name, value, threshold and naive baseline.</summary>
    public string? Metric { get; init; }

    public string? Hyperparameters { get; init; }

    /// <summary>What the review board has to do with it.</summary>
    public string? Review { get; init; }

    /// <summary>What was written with the decision.</summary>
    public string? Decision { get; init; }

    /// <summary>
    /// Who changed it last, of a version that was decided about: the name of a Studio profile, or an ARN of IAM. A change of its
    /// metadata after the decision counts, too; the audit log has each.
    /// </summary>
    public string? Approver { get; init; }

    /// <summary>Which accounts score with it, as far as this account's credentials reach.</summary>
    public IReadOnlyList<string> Accounts { get; init; } = [];

    public static VersionView Of(DescribeModelPackageResponse version)
    {
        var metadata = version.CustomerMetadataProperties ?? [];
        string? Value(string key) => metadata.GetValueOrDefault(key);
        return new()
        {
            Group = version.ModelPackageGroupName ?? "",
            Version = version.ModelPackageVersion ?? 0,
            Arn = version.ModelPackageArn!,
            Status = version.ModelApprovalStatus?.Value ?? "",
            Registered = version.CreationTime,
            Data = Value(MetadataKeys.TrainingObjectKey),
            Code = Joined(
                Value(MetadataKeys.Commit) ?? version.MetadataProperties?.CommitId,
                Value(MetadataKeys.ScriptsHash) is { } hash ? $"scripts {hash}" : null
            ),
            Execution = Value(MetadataKeys.PipelineExecution) ?? version.MetadataProperties?.GeneratedBy,
            Metric = Value(MetadataKeys.Metric) is { } name
                ? $"{name} {Value(MetadataKeys.MetricValue)} (threshold {Value(MetadataKeys.Threshold)}, naive "
                    + $"{Value(MetadataKeys.NaiveValue)})"
                : null,
            Hyperparameters = Value(MetadataKeys.Hyperparameters),
            Review = Value(MetadataKeys.Review) is { } review
                ? $"{review}; {Value(MetadataKeys.ReviewReference) ?? "no reference yet"}"
                : Value(MetadataKeys.ReviewReference),
            Decision = version.ApprovalDescription,
            Approver =
                version.ModelApprovalStatus == ModelApprovalStatus.PendingManualApproval ? null
                : version.LastModifiedBy is { } by ? by.UserProfileName ?? by.IamIdentity?.Arn ?? by.UserProfileArn
                : null,
        };
    }

    private static string? Joined(params string?[] parts) =>
        parts.Any(part => part is not null) ? string.Join(", ", parts.Where(part => part is not null)) : null;
}
