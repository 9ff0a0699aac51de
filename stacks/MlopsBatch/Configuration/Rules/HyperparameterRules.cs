using System.Globalization;
using MlopsBatch.Configuration.Binding;
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

    public static IEnumerable<Fault> Check(SettingsPath path, ModelOptions model) =>
        model.Scripts == "scripts" ? [.. Values(path.Key("hyperparameters"), model), .. Ranges(path.Key("hpo").Key("ranges"), model)] : [];

    private static IEnumerable<Fault> Values(SettingsPath path, ModelOptions model) =>
        from given in model.Hyperparameters
        from fault in Contract.Hyperparameters.TryGetValue(given.Key, out var rule)
            ? Value(path.Key(given.Key), rule, given.Value)
            : Name(path.Key(given.Key), given.Key)
        select fault;

    private static IEnumerable<Fault> Ranges(SettingsPath path, ModelOptions model) =>
        from range in model.Hpo.Ranges
        from fault in Contract.Hyperparameters.TryGetValue(range.Key, out var rule)
            ? Range(path.Key(range.Key), rule, range.Value)
            : Name(path.Key(range.Key), range.Key)
        select fault;

    private static IEnumerable<Fault> Value(SettingsPath path, HyperparameterRule rule, string value)
    {
        if (!rule.Takes(value))
        {
            yield return new(
                FaultCatalogue.OutOfRange,
                $"{path}: got \"{value}\", needs {rule.Needs}; {path.SetTo(rule.Default.ToString(CultureInfo.InvariantCulture))}"
            );
        }
    }

    private static IEnumerable<Fault> Range(SettingsPath path, HyperparameterRule rule, TuningRange range)
    {
        var bounds = range.Integer?.Select(bound => (double)bound) ?? range.Continuous ?? [];
        foreach (var bound in bounds.Where(bound => bound < rule.Min || bound > rule.Max))
        {
            yield return new(
                FaultCatalogue.OutOfRange,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{path}: got the bound {bound:R}, needs {rule.Needs}; mend it in Pulumi.<stack>.yaml"
                )
            );
        }

        if (rule.IsInteger && range.Continuous is not null)
        {
            yield return new(
                FaultCatalogue.Contradiction,
                $"{path}: is searched as continuous, needs {rule.Needs}; mend it in Pulumi.<stack>.yaml: integer in place of continuous"
            );
        }
    }

    private static IEnumerable<Fault> Name(SettingsPath path, string name)
    {
        if (Contract.Knows(name))
        {
            yield break;
        }

        var known = Contract.Hyperparameters.Keys;
        var hint = Spelling.Nearest(name, known) is { } nearest
            ? $"did you mean \"{nearest}\"?"
            : $"scripts/training.py knows {string.Join(", ", known)}";
        yield return new(FaultCatalogue.UnknownKey, $"{path}: unknown hyperparameter; {hint}; {path.Remove()}");
    }
}
