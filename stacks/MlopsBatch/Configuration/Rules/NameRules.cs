using MlopsBatch.Configuration.Binding;
using MlopsBatch.Faults;

namespace MlopsBatch.Configuration.Rules;

/// <summary>Names of models, groups and pipelines are unique, and not only by case.</summary>
internal static class NameRules
{
    public static IEnumerable<Fault> Check(Settings settings)
    {
        var models = SettingsPath.Root.Key("models");
        var names = settings.Models.Index().Select(model => (path: models.Index(model.Index).Key("name"), name: model.Item.Name));
        var groups = settings.Models.Index().Where(model => model.Item.ModelPackageGroup is not null)
            .Select(model => (path: models.Index(model.Index).Key("modelPackageGroup"), name: model.Item.ModelPackageGroup!));
        var pipelines = settings.Models.Index().SelectMany(model => Pipelines(models.Index(model.Index).Key("pipelines"), model.Item.Pipelines));
        return [.. Unique(names), .. Unique(groups), .. Unique(pipelines)];
    }

    private static IEnumerable<(SettingsPath Path, string Name)> Pipelines(SettingsPath path, PipelineNameOptions names)
    {
        if (names.Training is { } training) yield return (path.Key("training"), training);
        if (names.TrainingWithHpo is { } hpo) yield return (path.Key("trainingWithHpo"), hpo);
        if (names.Inference is { } inference) yield return (path.Key("inference"), inference);
    }

    private static IEnumerable<Fault> Unique(IEnumerable<(SettingsPath Path, string Name)> names)
    {
        var seen = new Dictionary<string, (SettingsPath Path, string Name)>(StringComparer.OrdinalIgnoreCase);
        foreach (var (path, name) in names.Where(entry => entry.Name.Length > 0))
        {
            if (seen.TryAdd(name, (path, name))) continue;
            var (first, spelling) = seen[name];
            yield return spelling == name
                ? new(FaultCatalogue.Duplicate, $"{path}: got \"{name}\", which is taken by {first}; {path.SetTo($"{name}-2")}")
                : new(FaultCatalogue.DiffersByCase, $"{path}: got \"{name}\", which differs only by case from \"{spelling}\" at {first}; {path.SetTo($"{name.ToLowerInvariant()}-2")}");
        }
    }
}
