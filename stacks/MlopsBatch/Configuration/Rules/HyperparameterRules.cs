using System.Globalization;
using MlopsBatch.Configuration.Binding;
using MlopsBatch.Configuration.Mending;
using MlopsBatch.Faults;
using MlopsBatch.Pipelines.Scripts;

namespace MlopsBatch.Configuration.Rules;

/// <summary>
/// The training script takes the hyperparameters that a model's settings give it. The scripts that ship with the project say what
/// they take in their contract; what another folder's scripts take, only they know.
/// </summary>
internal static class HyperparameterRules
{
    private static readonly ScriptContract Contract = ScriptContract.Shipped;

    public static IEnumerable<SettingsFinding> Check(SettingsPath path, ModelOptions model) =>
        model.Scripts == "scripts" ? [.. Values(path.Key("hyperparameters"), model), .. Ranges(path.Key("hpo").Key("ranges"), model)] : [];

    private static IEnumerable<SettingsFinding> Values(SettingsPath path, ModelOptions model) =>
        from given in model.Hyperparameters
        from fault in Contract.Hyperparameters.TryGetValue(given.Key, out var rule)
            ? Value(path.Key(given.Key), rule, given.Value)
            : Name(path.Key(given.Key), given.Key)
        select fault;

    private static IEnumerable<SettingsFinding> Ranges(SettingsPath path, ModelOptions model) =>
        from range in model.Hpo.Ranges
        from fault in Contract.Hyperparameters.TryGetValue(range.Key, out var rule)
            ? Range(path.Key(range.Key), rule, range.Value)
            : Name(path.Key(range.Key), range.Key)
        select fault;

    private static IEnumerable<SettingsFinding> Value(SettingsPath path, HyperparameterRule rule, string value)
    {
        if (!rule.Takes(value))
        {
            yield return new(
                FaultCatalogue.OutOfRange,
                $"{path}: got \"{value}\", needs {rule.Needs}"
            )
            {
                Candidates = SettingsFaults.Sets(path, Repairs(rule, value)),
                Otherwise = SettingsFaults.Own(path, rule.Default.ToString(CultureInfo.InvariantCulture)),
            };
        }
    }

    private static IEnumerable<SettingsFinding> Range(SettingsPath path, HyperparameterRule rule, TuningRange range)
    {
        var bounds = range.Integer?.Select(bound => (double)bound) ?? range.Continuous ?? [];
        var kind = path.Key(range.Integer is null ? "continuous" : "integer");
        foreach (var (index, bound) in bounds.Index().Where(bound => bound.Item < rule.Min || bound.Item > rule.Max))
        {
            yield return new(
                FaultCatalogue.OutOfRange,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{path}: got the bound {bound:R}, needs {rule.Needs}"
                )
            )
            {
                Candidates = SettingsFaults.Sets(kind.Index(index), NumberRepair.Into(bound, rule.Min, rule.Max)),
                Otherwise = commands => $"mend it in {commands.File}",
            };
        }

        if (rule.IsInteger && range.Continuous is not null)
        {
            yield return new(
                FaultCatalogue.Contradiction,
                $"{path}: is searched as continuous, needs {rule.Needs}"
            )
            {
                Candidates = [[new ConfigEdit.MoveValue(path.Key("continuous"), path.Key("integer"))]],
                Otherwise = commands => $"write whole numbers into {commands.File}: {path.Key("integer")}: [2, 8]",
            };
        }

        foreach (var (index, value) in (range.Categorical ?? []).Index().Where(value => !rule.Takes(value.Item)))
        {
            yield return new(FaultCatalogue.OutOfRange, $"{path.Key("categorical").Index(index)}: got \"{value}\", needs {rule.Needs}")
            {
                Candidates = SettingsFaults.Sets(path.Key("categorical").Index(index), Repairs(rule, value)),
                Otherwise = SettingsFaults.Own(
                    path.Key("categorical").Index(index),
                    rule.Default.ToString(CultureInfo.InvariantCulture)
                ),
            };
        }
    }

    private static IEnumerable<string> Repairs(HyperparameterRule rule, string value) =>
        NumberRepair
            .Of(value)
            .Concat(
                double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                    ? NumberRepair.Into(rule.IsInteger ? Math.Round(number) : number, rule.Min, rule.Max)
                    : []
            );

    private static IEnumerable<SettingsFinding> Name(SettingsPath path, string name)
    {
        if (Contract.Knows(name))
        {
            yield break;
        }

        var known = Contract.Hyperparameters.Keys;
        var hint = Spelling.Nearest(name, known) is { } nearest
            ? $"did you mean \"{nearest}\"?"
            : $"scripts/training.py knows {string.Join(", ", known)}";
        yield return new(FaultCatalogue.UnknownKey, $"{path}: unknown hyperparameter; {hint}")
        {
            Candidates = SettingsFaults.Renames(path.Parent(), name, Spelling.Nearest(name, known)),
        };
    }
}
