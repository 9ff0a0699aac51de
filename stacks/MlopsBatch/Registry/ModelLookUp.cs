using MlopsBatch.Pipelines.Projects;

namespace MlopsBatch.Registry;

/// <summary>What the registry answers about a model.</summary>
/// <param name="Version">The version that batch inference uses; null if there is none.</param>
/// <param name="PassedOver">Approved versions with higher numbers that can't be deployed, the highest first.</param>
public sealed record ModelLookUp(ApprovedModel? Version, IReadOnlyList<PassedOverVersion> PassedOver)
{
    /// <summary>An answer in which nothing was passed over.</summary>
    public static ModelLookUp Of(ApprovedModel? version) => new(version, []);

    /// <summary>
    /// There is no version, and maybe only because the settings name another bucket than the registry has: a deployment by them
    /// would put the model's scoring on hold for a slip.
    /// </summary>
    public bool MayBeTheSettings => Version is null && PassedOver.Any(version => version.IsBySettings);
}
