using System.Globalization;
using MlopsBatch.Aws;
using MlopsBatch.Configuration.Binding;
using MlopsBatch.Configuration.Mending;
using MlopsBatch.Faults;

namespace MlopsBatch.Configuration.Rules;

/// <summary>What belongs together in a model's settings fits together.</summary>
internal static class ModelRules
{
    public static IEnumerable<SettingsFinding> Check(Settings settings) =>
        settings.Models.Index().SelectMany(model => Check(model.Item, SettingsPath.Root.Key("models").Index(model.Index)));

    private static IEnumerable<SettingsFinding> Check(ModelOptions model, SettingsPath path) =>
        [
            .. Trigger(path.Key("triggers").Key("training"), model.Triggers.Training),
            .. Trigger(path.Key("triggers").Key("inference"), model.Triggers.Inference),
            .. TriggerFile(path.Key("triggers").Key("training"), model.Triggers.Training),
            .. TriggerFile(path.Key("triggers").Key("inference"), model.Triggers.Inference),
            .. Tuning(path.Key("hpo"), model.Hpo),
            .. HyperparameterRules.Check(path, model),
            .. Target(path, model),
            .. Limits(path, model),
        ];

    private static IEnumerable<SettingsFinding> Trigger(SettingsPath path, TriggerOptions trigger)
    {
        if (trigger is { Key: not null, Prefix: not null })
        {
            yield return new(
                FaultCatalogue.Contradiction,
                $"{path}: has a key and a prefix, needs exactly one of them"
            )
            {
                Candidates = [[new ConfigEdit.RemoveValue(path.Key("prefix"))]],
            };
        }

        if (trigger is { Key: null, Prefix: null, Enabled: true })
        {
            yield return new(
                FaultCatalogue.Missing,
                $"{path}: has neither a key nor a prefix, needs exactly one of them"
            )
            {
                Otherwise = SettingsFaults.Own(path.Key("key"), "training-data.csv"),
            };
        }
    }

    /// <summary>A trigger file that lies among the data and is called like them would be read with them.</summary>
    private static IEnumerable<SettingsFinding> TriggerFile(SettingsPath path, TriggerOptions trigger)
    {
        if (
            trigger is { Key: { } key, Reads: { } reads }
            && key != reads
            && key.EndsWith(".csv", StringComparison.OrdinalIgnoreCase)
            && (reads.Length == 0 || (reads.EndsWith('/') && key.StartsWith(reads, StringComparison.Ordinal)))
        )
        {
            yield return new(
                FaultCatalogue.Contradiction,
                $"{path.Key("key")}: got \"{key}\", which lies in what is read (reads: \"{reads}\") and would be read as data; needs a "
                    + "trigger file whose name doesn't end in .csv, such as _SUCCESS"
            )
            {
                Otherwise = SettingsFaults.Own(path.Key("key"), $"{reads}_SUCCESS"),
            };
        }
    }

    private static IEnumerable<SettingsFinding> Tuning(SettingsPath path, TuningOptions hpo)
    {
        if (hpo.MaxParallel > hpo.MaxJobs)
        {
            yield return new(
                FaultCatalogue.Contradiction,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{path.Key("maxParallel")}: got \"{hpo.MaxParallel}\", needs at most maxJobs ({hpo.MaxJobs})"
                )
            )
            {
                Candidates = SettingsFaults.Sets(path.Key("maxParallel"), [hpo.MaxJobs.ToString(CultureInfo.InvariantCulture)]),
            };
        }

        foreach (var (name, range) in hpo.Ranges)
        {
            var at = path.Key("ranges").Key(name);
            if (new object?[] { range.Integer, range.Continuous, range.Categorical }.Count(kind => kind is not null) != 1)
            {
                yield return new(
                    FaultCatalogue.Contradiction,
                    $"{at}: needs exactly one of integer, continuous, categorical"
                )
                {
                    Otherwise = commands => commands.InFile(at, "{integer: [2, 8]}"),
                };
            }

            if (range.Integer is [var low, var high] && low > high)
            {
                yield return Turned(at.Key("integer"), low, high);
            }

            if (range.Continuous is [var least, var most] && least > most)
            {
                yield return Turned(at.Key("continuous"), least, most);
            }
        }
    }

    private static SettingsFinding Turned(SettingsPath path, double low, double high) =>
        new(
            FaultCatalogue.OutOfRange,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{path}: got [{low:R}, {high:R}], needs the lower bound first"
            )
        )
        {
            Candidates =
            [
                [
                    new ConfigEdit.SetValue(path.Index(0), high.ToString("R", CultureInfo.InvariantCulture)),
                    new ConfigEdit.SetValue(path.Index(1), low.ToString("R", CultureInfo.InvariantCulture)),
                ],
            ],
            Otherwise = commands => $"mend it in {commands.File}",
        };

    private static IEnumerable<SettingsFinding> Target(SettingsPath path, ModelOptions model)
    {
        if (!model.Header && !IsPosition(model.Target) && model.Target is not ("first" or "last"))
        {
            yield return new(
                FaultCatalogue.Contradiction,
                $"{path.Key("target")}: got \"{model.Target}\", a column's name, but header is false"
            )
            {
                Candidates =
                [
                    .. NearestName.Find(model.Target, ["first", "last"]) is { } nearest
                        ? SettingsFaults.Sets(path.Key("target"), [nearest])
                        : [],
                    .. SettingsFaults.Sets(path.Key("header"), ["true"]),
                ],
            };
        }

        if (!model.Header && model.RecordId is { Length: > 0 } id && !IsPosition(id))
        {
            yield return new(
                FaultCatalogue.Contradiction,
                $"{path.Key("recordId")}: got \"{id}\", a column's name, but header is false"
            )
            {
                Candidates = SettingsFaults.Sets(path.Key("header"), ["true"]),
            };
        }
    }

    private static bool IsPosition(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _);

    /// <summary>Scores can't exceed 1, so such a threshold would never be met.</summary>
    private static IEnumerable<SettingsFinding> Limits(SettingsPath path, ModelOptions model)
    {
        if (model.Metric is { Name: "r2" or "f1" or "accuracy" or "auc", Threshold: > 1 })
        {
            yield return new(
                FaultCatalogue.OutOfRange,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{path.Key("metric").Key("threshold")}: got \"{model.Metric.Threshold}\", needs at most 1, because "
                        + $"{model.Metric.Name} can't exceed it"
                )
            )
            {
                Candidates = SettingsFaults.Sets(
                    path.Key("metric").Key("threshold"),
                    NumberRepair.Into(model.Metric.Threshold, 0, 1).SkipLast(1)
                ),
                Otherwise = SettingsFaults.Own(path.Key("metric").Key("threshold"), "0.8"),
            };
        }
    }
}
