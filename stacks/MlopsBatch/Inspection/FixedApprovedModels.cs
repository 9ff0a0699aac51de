using System.Text.RegularExpressions;
using MlopsBatch.Aws;
using MlopsBatch.Configuration;
using MlopsBatch.Configuration.Binding;
using MlopsBatch.Faults;
using MlopsBatch.Pipelines;
using MlopsBatch.Registry;

namespace MlopsBatch.Inspection;

/// <summary>Answers that are known beforehand, for offline evaluation.</summary>
public sealed class FixedApprovedModels : IApprovedModels
{
    private readonly Func<string, ApprovedModel?> _find;

    private FixedApprovedModels(Func<string, ApprovedModel?> find) => _find = find;

    /// <summary>No version is approved: the first deployment.</summary>
    public static FixedApprovedModels None { get; } = new(_ => null);

    /// <summary>Version 1 of every group is approved.</summary>
    public static FixedApprovedModels First(string region, string account, string bucket) =>
        new(group => From(VersionOne(group, region, account), bucket));

    /// <summary>The version with this ARN is approved, in its group; no other group has one.</summary>
    /// <param name="arn">The version.</param>
    /// <param name="settings">The stack's settings; one of its models has to be in the version's group.</param>
    /// <param name="bucket">The registry's bucket.</param>
    /// <exception cref="FaultException">It is no version's ARN, or of a group that no model of the stack is in.</exception>
    public static FixedApprovedModels Only(string arn, Settings settings, string bucket)
    {
        if (!Regex.IsMatch(arn, Patterns.VersionArn, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)))
        {
            throw new FaultException(
                new Fault(FaultCatalogue.Malformed, $"--approved: got \"{arn}\", needs none or {Patterns.VersionArnNeeds}")
            );
        }

        var groups = settings.Models.Select(Platform.Models.GroupOf).ToList();
        var group = arn.Split('/')[^2];
        return groups.Contains(group)
            ? new(name => name.Split('/')[^1] == group ? From(arn, bucket) : null)
            : throw new FaultException(
                new Fault(
                    FaultCatalogue.NotAllowed,
                    $"--approved: got a version of group \"{group}\", needs one of this stack's groups: {string.Join(", ", groups)}"
                )
            );
    }

    public Task<ApprovedModel?> FindAsync(string group, string? pinned) => Task.FromResult(_find(group));

    private static string VersionOne(string group, string region, string account) =>
        (
            Arn.TryParse(group, out var arn)
                ? arn with
                {
                    Resource = $"model-package/{arn.ResourceId}/1",
                }
                : Partition.OfRegion(region).Arn("sagemaker", region, account, $"model-package/{group}/1")
        ).ToString();

    private static ApprovedModel From(string arn, string bucket)
    {
        var (group, version) = (arn.Split('/')[^2], arn.Split('/')[^1]);
        var root = $"s3://{bucket}/{group}";
        return new(
            arn,
            int.Parse(version, System.Globalization.CultureInfo.InvariantCulture),
            $"{root}/training/model/offline/model.tar.gz",
            $"{root}/monitoring/data-quality/offline/statistics.json",
            $"{root}/monitoring/data-quality/offline/constraints.json"
        );
    }
}
