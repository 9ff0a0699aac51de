using System.Globalization;
using MlopsBatch.Configuration.Binding;
using MlopsBatch.Configuration.Mending;
using MlopsBatch.Faults;
using MlopsBatch.Pipelines.Names;
using MlopsBatch.Platform;

namespace MlopsBatch.Configuration.Rules;

/// <summary>Names of models, groups and pipelines are unique, and not only by case.</summary>
internal static class NameRules
{
    public static IEnumerable<SettingsFinding> Check(Settings settings)
    {
        var models = SettingsPath.Root.Key("models");
        var names = settings
            .Models.Index()
            .Select(model => (Path: models.Index(model.Index).Key("name"), model.Item.Name, Own: model.Item.Name));
        var groups = settings
            .Models.Index()
            .Select(model =>
                (
                    Path: Given(models.Index(model.Index), "modelPackageGroup", model.Item.ModelPackageGroup),
                    Name: Models.GroupOf(model.Item),
                    Own: model.Item.ModelPackageGroup ?? model.Item.Name
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
            .. Unique(groups.Where(group => !taken.Contains(group.Path))),
            .. Unique(pipelines.Where(pipeline => !taken.Contains(pipeline.Path))),
        ];
    }

    /// <summary>Every pipeline of a model, whether its name is given or made from the model's.</summary>
    private static IEnumerable<(SettingsPath Path, string Name, string Own)> Pipelines(SettingsPath model, ModelOptions options)
    {
        var (defaults, names) = (PipelineNames.For("x"), options.Pipelines);
        (SettingsPath, string, string) One(string key, string? given, string usual) =>
            (Given(model, key, given), given ?? $"{options.Name}{usual[1..]}", given ?? options.Name);
        yield return One("pipelines.training", names.Training, defaults.Training);
        yield return One("pipelines.trainingWithHpo", names.TrainingWithHpo, defaults.TrainingWithHpo);
        yield return One("pipelines.inference", names.Inference, defaults.BatchInference);
    }

    /// <summary>Where the name was given: by its own key, or by the model's name.</summary>
    private static SettingsPath Given(SettingsPath model, string key, string? name) =>
        name is null ? model.Key("name") : new($"{model.Text}.{key}");

    /// <summary>The user's own name with the first number that is free.</summary>
    private static IEnumerable<string> Numbered(string name) =>
        Enumerable.Range(2, 8).Select(number => string.Create(CultureInfo.InvariantCulture, $"{name}-{number}"));

    private static IEnumerable<SettingsFinding> Unique(IEnumerable<(SettingsPath Path, string Name, string Own)> names)
    {
        var seen = new Dictionary<string, (SettingsPath Path, string Name)>(StringComparer.OrdinalIgnoreCase);
        foreach (var (path, name, own) in names.Where(entry => entry.Name.Length > 0))
        {
            if (seen.TryAdd(name, (path, name)))
            {
                continue;
            }

            var (first, spelling) = seen[name];
            var finding =
                spelling == name
                    ? new SettingsFinding(FaultCatalogue.Duplicate, $"{path}: got \"{name}\", which is taken by {first}")
                    : new SettingsFinding(
                        FaultCatalogue.DiffersByCase,
                        $"{path}: got \"{name}\", which differs only by case from \"{spelling}\" at {first}"
                    );
            yield return finding with
            {
                Candidates = SettingsFaults.Sets(path, Numbered(own)),
                Otherwise = commands => $"give it a name of its own: {commands.Set(path, "VALUE")}",
            };
        }
    }
}
