using MlopsBatch.Configuration;
using MlopsBatch.Faults;
using MlopsBatch.ModelProjects;
using MlopsBatch.Pipelines.Projects;
using MlopsBatch.Platform;

namespace MlopsBatch.Registry;

/// <summary>
/// The versions that a stack's batch inference uses. All are found before a resource is declared, so that a registry that can't
/// be asked leaves no half of a stack behind.
/// </summary>
public sealed class ApprovedVersions
{
    private readonly IReadOnlyDictionary<string, ApprovedModel?> _byModel;

    private ApprovedVersions(IReadOnlyDictionary<string, ApprovedModel?> byModel) => _byModel = byModel;

    /// <summary>Asks for each model of a stack that deploys; other stacks have no use for versions.</summary>
    /// <exception cref="FaultException">
    /// The registry can't be asked, or a version's artifact lies where this account's jobs may not read; the message has all of it.
    /// </exception>
    public static async Task<ApprovedVersions> FindAsync(StackContext context, IApprovedModels registry)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(registry);
        if (!context.Settings.Has(AccountRole.Deploy))
        {
            return new(new Dictionary<string, ApprovedModel?>());
        }

        var lookUps = context.Settings.Models.Select(model => (model.Name, Version: FindAsync(context, registry, model))).ToList();
        var found = new Dictionary<string, ApprovedModel?>(StringComparer.Ordinal);
        var faults = new List<Fault>();
        foreach (var (name, version) in lookUps)
        {
            try
            {
                found[name] = await version;
            }
            catch (FaultException fault)
            {
                faults.AddRange(fault.Faults);
            }
        }

        return faults.Count == 0 ? new(found) : throw new FaultException(FaultException.Stopped, faults);
    }

    /// <summary>The model's version; null where none is approved.</summary>
    public ApprovedModel? Of(ModelOptions model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return _byModel[model.Name];
    }

    private static async Task<ApprovedModel?> FindAsync(StackContext context, IApprovedModels registry, ModelOptions model)
    {
        var version = await registry.FindAsync(Definitions.GroupReference(context, model), model.ApprovedModelPackageArn);
        var readable = Models.RegistryLayoutOf(context.Settings, model).TrainingModels.Uri;
        return version is null || version.ModelDataUrl.StartsWith(readable, StringComparison.Ordinal)
            ? version
            : throw new FaultException(
                new Fault(
                    FaultCatalogue.NotDeployable,
                    $"{version.ModelPackageArn}: its artifact is {version.ModelDataUrl}, but model {model.Name} reads below {readable}; "
                        + "give the model the name that it has in the registry's settings, and settings.registry what the registry's stack "
                        + "prints as output \"pasteIntoDeployAccounts\""
                )
            );
    }
}
