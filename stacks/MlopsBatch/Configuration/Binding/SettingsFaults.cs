using System.Globalization;
using System.Text.Json;
using MlopsBatch.Faults;

namespace MlopsBatch.Configuration.Binding;

/// <summary>The words of every configuration fault, in one place.</summary>
internal static class SettingsFaults
{
    public static Fault Nothing() =>
        new(
            FaultCatalogue.SettingsMissing,
            "mlops-batch:settings: not set; copy docs/examples/Pulumi.single.yaml to Pulumi.<stack>.yaml and fill it in"
        );

    public static Fault Key(SettingsPath path, string name, IReadOnlyCollection<string> allowed)
    {
        var nearest = Spelling.Nearest(name, allowed);
        var advice = nearest is null ? $"known here: {string.Join(", ", allowed)}" : $"did you mean \"{nearest}\"?";
        return new(FaultCatalogue.UnknownKey, $"{path.Key(name)}: unknown key; {advice}; {path.Key(name).Remove()}");
    }

    public static Fault Type(SettingsPath path, JsonElement got, string needs, string example) =>
        new(FaultCatalogue.WrongType, $"{path}: got \"{Scalars.Show(got)}\", needs {needs}; {path.SetTo(example)}");

    public static Fault Missing(SettingsPath path, string example) =>
        new(FaultCatalogue.Missing, $"{path}: missing; {path.SetTo(example)}");

    /// <summary>A single example of a missing list is its first entry; the CLI would store it as a text otherwise.</summary>
    public static Fault Missing(SettingsPath path, bool isList, string example) =>
        isList && !example.StartsWith('[')
            ? new(FaultCatalogue.Missing, $"{path}: missing; {path.Index(0).SetTo(example)}")
            : Missing(path, example);

    public static Fault Range(SettingsPath path, string got, string needs, string example) =>
        new(FaultCatalogue.OutOfRange, $"{path}: got \"{got}\", needs {needs}; {path.SetTo(example)}");

    public static Fault Choice(SettingsPath path, string got, IReadOnlyList<string> allowed, string example)
    {
        var nearest = Spelling.Nearest(got, allowed);
        var advice = nearest is null ? "" : $" (did you mean \"{nearest}\"?)";
        return new(
            FaultCatalogue.NotAllowed,
            $"{path}: got \"{got}\"{advice}, needs one of {string.Join(", ", allowed)}; {path.SetTo(nearest ?? example)}"
        );
    }

    public static Fault Shape(SettingsPath path, string got, string needs, string example) =>
        new(FaultCatalogue.Malformed, $"{path}: got \"{got}\", needs {needs}; {path.SetTo(example)}");

    public static Fault Length(SettingsPath path, int got, int most) =>
        new(
            FaultCatalogue.TooLong,
            string.Create(CultureInfo.InvariantCulture, $"{path}: got {got} characters, needs at most {most}; shorten it")
        );

    public static Fault Count(SettingsPath path, int got, CountAttribute count) =>
        new(
            FaultCatalogue.OutOfRange,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{path}: got {got} entries, needs "
                    + $"{(count.Least == count.Most ? $"exactly {count.Least}" : $"{count.Least} to {count.Most}")}; mend it in "
                    + $"Pulumi.<stack>.yaml"
            )
        );
}
