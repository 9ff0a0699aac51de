using MlopsBatch.Configuration.Binding;
using MlopsBatch.Faults;
using MlopsBatch.Pipelines.Names;
using MlopsBatch.Platform;

namespace MlopsBatch.Configuration.Rules;

/// <summary>Names of models, groups and pipelines are unique, and not only by case.</summary>
internal static class NameRules
{
    public static IEnumerable<Fault> Check(Settings settings)
    {
        var models = SettingsPath.Root.Key("models");
        var names = settings.Models.Index().Select(model => (path: models.Index(model.Index).Key("name"), name: model.Item.Name));
        var groups = settings
            .Models.Index()
            .Select(model =>
                (
                    path: Given(models.Index(model.Index), "modelPackageGroup", model.Item.ModelPackageGroup),
                    name: Models.GroupOf(model.Item)
                )
            );
        var pipelines = settings.Models.Index().SelectMany(model => Pipelines(models.Index(model.Index), model.Item));
        // A model whose name is taken would only repeat that fault for everything that is named after it.
        var taken = settings
            .Models.Index()
            .Where(model => settings.Models.Take(model.Index).Any(other => other.Name == model.Item.Name))
            .Select(model => models.Index(model.Index).Key("name"))
            .ToHashSet();
        return
        [
            .. Unique(names),
            .. Unique(groups.Where(group => !taken.Contains(group.path))),
            .. Unique(pipelines.Where(pipeline => !taken.Contains(pipeline.Path))),
        ];
    }

    /// <summary>Every pipeline of a model, whether its name is given or made from the model's.</summary>
    private static IEnumerable<(SettingsPath Path, string Name)> Pipelines(SettingsPath model, ModelOptions options)
    {
        var (defaults, names) = (PipelineNames.For("x"), options.Pipelines);
        string Default(string name) => $"{options.Name}{name[1..]}";
        yield return (Given(model, "pipelines.training", names.Training), names.Training ?? Default(defaults.Training));
        yield return (
            Given(model, "pipelines.trainingWithHpo", names.TrainingWithHpo),
            names.TrainingWithHpo ?? Default(defaults.TrainingWithHpo)
        );
        yield return (Given(model, "pipelines.inference", names.Inference), names.Inference ?? Default(defaults.BatchInference));
    }

    /// <summary>Where the name was given: by its own key, or by the model's name.</summary>
    private static SettingsPath Given(SettingsPath model, string key, string? name) =>
        name is null ? model.Key("name") : new($"{model.Text}.{key}");

    private static IEnumerable<Fault> Unique(IEnumerable<(SettingsPath Path, string Name)> names)
    {
        var seen = new Dictionary<string, (SettingsPath Path, string Name)>(StringComparer.OrdinalIgnoreCase);
        foreach (var (path, name) in names.Where(entry => entry.Name.Length > 0))
        {
            if (seen.TryAdd(name, (path, name)))
            {
                continue;
            }

            var (first, spelling) = seen[name];
            yield return spelling == name
                ? new(FaultCatalogue.Duplicate, $"{path}: got \"{name}\", which is taken by {first}; {path.SetTo($"{name}-2")}")
                : new(
                    FaultCatalogue.DiffersByCase,
                    $"{path}: got \"{name}\", which differs only by case from \"{spelling}\" at {first}; "
                        + $"{path.SetTo($"{name.ToLowerInvariant()}-2")}"
                );
        }
    }
}
