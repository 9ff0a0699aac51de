using MlopsBatch.Configuration;
using MlopsBatch.Faults;
using MlopsBatch.Pipelines.Projects;

namespace MlopsBatch.Registry;

/// <summary>
/// The versions that a stack's batch inference uses. All are found before a resource is declared, so that a registry that can't
/// be asked leaves no half of a stack behind.
/// </summary>
public sealed class ApprovedVersions
{
    private readonly IReadOnlyDictionary<string, ModelLookUp> _byModel;

    private ApprovedVersions(IReadOnlyDictionary<string, ModelLookUp> byModel) => _byModel = byModel;

    /// <summary>Approved versions that can't be deployed, each with what is deployed in its place.</summary>
    public IEnumerable<Fault> PassedOver =>
        _byModel.Values.SelectMany(found => found.PassedOver.Select(version => version.Fault(found)));

    /// <summary>Asks for each model of a stack that deploys; other stacks have no use for versions.</summary>
    /// <exception cref="FaultException">
    /// The registry can't be asked, a pinned version can't be deployed, or all that are approved lie where this account's jobs may not
    /// read, so that the settings may be wrong; the message has all of it.
    /// </exception>
    public static async Task<ApprovedVersions> FindAsync(StackContext context, IApprovedModels registry)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(registry);
        if (!context.Settings.Has(AccountRole.Deploy))
        {
            return new(new Dictionary<string, ModelLookUp>());
        }

        var lookUps = context
            .Settings.Models.Select(model => (model.Name, Answer: FindAsync(registry, ModelQuestion.Of(context, model))))
            .ToList();
        var found = new Dictionary<string, ModelLookUp>(StringComparer.Ordinal);
        var faults = new List<Fault>();
        foreach (var (name, answer) in lookUps)
        {
            try
            {
                found[name] = await answer;
                if (found[name].MayBeTheSettings)
                {
                    faults.AddRange(found[name].PassedOver.Select(version => version.Fault(found[name])));
                }
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
        return _byModel[model.Name].Version;
    }

    /// <summary>What it throws comes with its answer, so that all models are asked.</summary>
    private static async Task<ModelLookUp> FindAsync(IApprovedModels registry, ModelQuestion question) =>
        await registry.FindAsync(question);
}
