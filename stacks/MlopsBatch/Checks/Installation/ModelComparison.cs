using System.Globalization;
using MlopsBatch.Configuration;
using MlopsBatch.Configuration.Binding;
using MlopsBatch.Faults;
using MlopsBatch.Platform;

namespace MlopsBatch.Checks.Installation;

/// <summary>
/// A model that is deployed beside the same model where it is trained: what its definitions depend on is equal, because a version is
/// scored and judged as it was trained.
/// </summary>
internal static class ModelComparison
{
    public static IEnumerable<Fault> Compare(InstallationStack stack, int index, ModelOptions model, InstallationStack source)
    {
        var path = SettingsPath.Root.Key("models").Index(index);
        var others = source.Context.Settings.Models;
        if (others.FirstOrDefault(one => one.Name == model.Name) is not { } other)
        {
            yield return InstallationCheck.Differs(
                stack,
                path.Key("name"),
                model.Name,
                source,
                Spelling.Nearest(model.Name, others.Select(one => one.Name)) ?? string.Join(", ", others.Select(one => one.Name)),
                mend: Spelling.Nearest(model.Name, others.Select(one => one.Name)) is not null
            );
            yield break;
        }

        if (Models.GroupOf(model) != Models.GroupOf(other))
        {
            yield return InstallationCheck.Differs(
                stack,
                path.Key("modelPackageGroup"),
                Models.GroupOf(model),
                source,
                Models.GroupOf(other)
            );
        }

        foreach (var (own, wanted) in Needed(path, model).Zip(Needed(path, other)).Where(pair => pair.First.Value != pair.Second.Value))
        {
            yield return InstallationCheck.Differs(stack, own.Path, own.Value, source, wanted.Value, mend: !own.IsList);
        }

        foreach (var (own, wanted) in Usual(path, model).Zip(Usual(path, other)).Where(pair => pair.First.Value != pair.Second.Value))
        {
            yield return InstallationCheck.Differs(stack, own.Path, own.Value, source, wanted.Value, isWarning: true);
        }
    }

    /// <summary>How data are read and what the metric is: different in training and scoring, every figure would be wrong.</summary>
    private static IEnumerable<(SettingsPath Path, string Value, bool IsList)> Needed(SettingsPath path, ModelOptions model) =>
        [
            (path.Key("metric").Key("name"), model.Metric.Name, false),
            (path.Key("metric").Key("positiveClass"), model.Metric.PositiveClass ?? "", false),
            (path.Key("target"), model.Target, false),
            (path.Key("header"), model.Header ? "true" : "false", false),
            (path.Key("recordId"), model.RecordId ?? "", false),
            (path.Key("exclude"), string.Join(", ", model.Exclude), true),
            (path.Key("missing"), string.Join(", ", model.Missing), true),
            (path.Key("separator"), model.Separator, false),
            (path.Key("decimal"), model.Decimal, false),
        ];

    /// <summary>May differ on purpose, as where one account is stricter.</summary>
    private static IEnumerable<(SettingsPath Path, string Value)> Usual(SettingsPath path, ModelOptions model) =>
        [
            (path.Key("metric").Key("threshold"), model.Metric.Threshold.ToString("R", CultureInfo.InvariantCulture)),
            (path.Key("dataQuality").Key("engine"), model.DataQuality.Engine),
        ];
}
