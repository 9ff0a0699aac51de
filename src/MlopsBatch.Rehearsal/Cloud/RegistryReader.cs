using MlopsBatch.LocalCloud.SageMaker.Registry;

namespace MlopsBatch.Rehearsal.Cloud;

/// <summary>One group of the model registry: what data scientists and deployments do with it.</summary>
internal sealed class RegistryReader(ModelRegistry registry, string group)
{
    /// <summary>All versions, the oldest first.</summary>
    public IReadOnlyList<RegisteredVersion> Versions() => [.. registry.ListModelPackages(group).Select(Read)];

    public RegisteredVersion Version(int number) => Read(Package(number));

    private ModelPackage Package(int number) => registry.ListModelPackages(group).Single(package => package.Version == number);

    private static RegisteredVersion Read(ModelPackage package) => new(package.Version, package.ApprovalStatus, package.Metadata);
}
