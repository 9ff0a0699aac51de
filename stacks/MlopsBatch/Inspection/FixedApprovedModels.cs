using MlopsBatch.Aws;
using MlopsBatch.Configuration;
using MlopsBatch.Configuration.Binding;
using MlopsBatch.Faults;
using MlopsBatch.Pipelines.Projects;
using MlopsBatch.Pipelines.Storage;
using MlopsBatch.Platform;
using MlopsBatch.Registry;

namespace MlopsBatch.Inspection;

/// <summary>Answers that are known beforehand, for offline evaluation.</summary>
public sealed class FixedApprovedModels : IApprovedModels
{
    private const string Execution = "offline";
    private readonly Func<string, ApprovedModel?> _find;

    private FixedApprovedModels(Func<string, ApprovedModel?> find) => _find = find;

    /// <summary>No version is approved: the first deployment.</summary>
    public static FixedApprovedModels None { get; } = new(_ => null);

    /// <summary>Version 1 of every group is approved.</summary>
    public static FixedApprovedModels First(Settings settings, string region, string account) =>
        new(group => From(VersionOne(group, region, account), settings));

    /// <summary>The version with this ARN is approved, in its group; no other group has one.</summary>
    /// <param name="arn">The version.</param>
    /// <param name="settings">The stack's settings; one of its models has to be in the version's group.</param>
    /// <exception cref="FaultException">It is no version's ARN, or of a group that no model of the stack is in.</exception>
    public static FixedApprovedModels Only(string arn, Settings settings)
    {
        var shape = ArnShape.Of(ArnKind.ModelVersion);
        if (!shape.Fits(arn))
        {
            throw new FaultException(new Fault(FaultCatalogue.Malformed, $"--approved: got \"{arn}\", needs none or {shape.Needs}"));
        }

        var groups = settings.Models.Select(Models.GroupOf).ToList();
        var group = Arn.Parse(arn).ResourceParts[^2];
        return groups.Contains(group)
            ? new(name => name.Split('/')[^1] == group ? From(arn, settings) : null)
            : throw new FaultException(
                new Fault(
                    FaultCatalogue.NotAllowed,
                    $"--approved: got a version of group \"{group}\", needs one of this stack's groups: {string.Join(", ", groups)}"
                )
            );
    }

    public Task<ModelLookUp> FindAsync(ModelQuestion question)
    {
        ArgumentNullException.ThrowIfNull(question);
        return Task.FromResult(ModelLookUp.Of(_find(question.Group)));
    }

    private static string VersionOne(string group, string region, string account) =>
        (
            Arn.TryParse(group, out var arn)
                ? arn with
                {
                    Resource = $"model-package/{arn.ResourceId}/1",
                }
                : Partition.OfRegion(region).Arn("sagemaker", region, account, $"model-package/{group}/1")
        ).ToString();

    private static ApprovedModel From(string version, Settings settings)
    {
        var parts = Arn.Parse(version).ResourceParts;
        var model = settings.Models.First(model => Models.GroupOf(model) == parts[^2]);
        var registry = Models.RegistryLayoutOf(settings, model);
        return new(
            version,
            int.Parse(parts[^1], System.Globalization.CultureInfo.InvariantCulture),
            registry.TrainingModels.UriOf(Execution, S3Layout.ModelArchive),
            registry.DataQuality.UriOf(Execution, S3Layout.Statistics),
            registry.DataQuality.UriOf(Execution, S3Layout.Constraints)
        );
    }
}
