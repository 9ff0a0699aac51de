using MlopsBatch.Configuration.Binding;
using MlopsBatch.Configuration.Mending;
using MlopsBatch.Faults;
using MlopsBatch.Pipelines.Images;
using MlopsBatch.Pipelines.Projects;

namespace MlopsBatch.Configuration.Rules;

/// <summary>AWS publishes the containers in the stack's region.</summary>
internal static class RegionRules
{
    public static IEnumerable<SettingsFinding> Check(Settings settings, StackFacts facts)
    {
        if (facts.Region.Length == 0)
        {
            yield return new(FaultCatalogue.Missing, "aws:region: missing")
            {
                Otherwise = SettingsFaults.Own(SettingsPath.Region, "eu-west-1"),
            };
            yield break;
        }

        if (!ImageUris.Regions.Contains(facts.Region))
        {
            var nearest = Spelling.Nearest(facts.Region, ImageUris.Regions);
            yield return new(
                FaultCatalogue.NoImage,
                $"aws:region: got \"{facts.Region}\"{(nearest is null ? "" : $" (did you mean \"{nearest}\"?)")}, needs "
                    + $"one of {string.Join(", ", ImageUris.Regions)}"
            )
            {
                Candidates = nearest is null ? [] : SettingsFaults.Sets(SettingsPath.Region, [nearest]),
                Otherwise = SettingsFaults.Own(SettingsPath.Region, "eu-west-1"),
            };
            yield break;
        }

        if (ImageUris.ModelMonitorRegions.Contains(facts.Region))
        {
            yield break;
        }

        foreach (
            var (index, model) in settings
                .Models.Index()
                .Where(model => model.Item.DataQuality.Engine == nameof(DataQualityEngine.ModelMonitor))
        )
        {
            var path = SettingsPath.Root.Key("models").Index(index).Key("dataQuality").Key("engine");
            yield return new(
                FaultCatalogue.NoMonitorImage,
                $"{path}: got \"{model.DataQuality.Engine}\", but {facts.Region} has no Model Monitor image, needs Script "
                    + "there"
            )
            {
                Candidates = SettingsFaults.Sets(path, ["Script"]),
            };
        }
    }
}
