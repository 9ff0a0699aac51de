using MlopsBatch.LocalCloud.SageMaker.Registry;
using MlopsBatch.Pipelines.Projects;

namespace MlopsBatch.Rehearsal.Cloud;

/// <summary>One group of the model registry: what data scientists and deployments do with it.</summary>
internal sealed class RegistryReader(ModelRegistry registry, string group)
{
    /// <summary>All versions, the oldest first.</summary>
    public IReadOnlyList<RegisteredVersion> Versions() => [.. registry.ListModelPackages(group).Select(Read)];

    public RegisteredVersion Version(int number) => Read(Package(number));

    /// <summary>What a person does in Studio.</summary>
    public void Approve(int number, string description) =>
        registry.UpdateModelPackage(Package(number).Arn, ModelPackage.Approved, description);

    /// <summary>What a deployment looks up; null if no version is approved.</summary>
    public ApprovedModel? HighestApproved() =>
        registry.ListModelPackages(group, ModelPackage.Approved).MaxBy(package => package.Version) is { } package
            ? new(package.Arn, package.Version, package.ModelDataUrl!, package.BaselineStatisticsUri!, package.BaselineConstraintsUri!)
            : null;

    private ModelPackage Package(int number) => registry.ListModelPackages(group).Single(package => package.Version == number);

    private static RegisteredVersion Read(ModelPackage package) => new(package.Version, package.ApprovalStatus, package.Metadata);
}
