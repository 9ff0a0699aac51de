using System.Globalization;
using System.Text.Json;
using MlopsBatch.Configuration.Mending;
using MlopsBatch.Faults;

namespace MlopsBatch.Configuration.Binding;

/// <summary>The words of every configuration fault, in one place.</summary>
internal static class SettingsFaults
{
    public static Fault Nothing(IEnumerable<string> others) =>
        new(
            FaultCatalogue.SettingsMissing,
            $"mlops-batch:settings: not set{Found([.. others])}; copy docs/examples/Pulumi.single.yaml to Pulumi.<stack>.yaml and "
                + $"fill it in"
        );

    /// <summary>A misspelt key is renamed with its value; one that nobody could have meant is removed.</summary>
    public static SettingsFinding Key(SettingsPath path, string name, IReadOnlyCollection<string> allowed)
    {
        var nearest = Spelling.Nearest(name, allowed);
        var advice = nearest is null ? $"known here: {string.Join(", ", allowed)}" : $"did you mean \"{nearest}\"?";
        return new(FaultCatalogue.UnknownKey, $"{path.Key(name)}: unknown key; {advice}")
        {
            Candidates = Renames(path, name, nearest),
            Otherwise = commands =>
                nearest is null
                    ? $"remove it with: {commands.Remove(path.Key(name))}"
                    : $"rename it with: {commands.Of(new ConfigEdit.MoveValue(path.Key(name), path.Key(nearest)))}, and mend its value",
        };
    }

    public static IReadOnlyList<IReadOnlyList<ConfigEdit>> Renames(SettingsPath path, string name, string? nearest) =>
        nearest is null
            ? [[new ConfigEdit.RemoveValue(path.Key(name))]]
            : [[new ConfigEdit.MoveValue(path.Key(name), path.Key(nearest))], [new ConfigEdit.RemoveValue(path.Key(name))]];

    public static SettingsFinding Type(
        SettingsPath path,
        JsonElement got,
        string needs,
        string example,
        IReadOnlyList<IReadOnlyList<ConfigEdit>> candidates
    ) =>
        new(FaultCatalogue.WrongType, $"{path}: got \"{Scalars.Show(got)}\", needs {needs}")
        {
            Candidates = candidates,
            Otherwise = Own(path, example),
        };

    public static SettingsFinding Missing(SettingsPath path, string example) =>
        new(FaultCatalogue.Missing, $"{path}: missing") { Otherwise = Own(path, example) };

    /// <summary>A single example of a missing list is its first entry; the CLI would store it as a text otherwise.</summary>
    public static SettingsFinding Missing(SettingsPath path, bool isList, string example) =>
        Missing(isList && !example.StartsWith('[') ? path.Index(0) : path, example) with
        {
            Text = $"{path}: missing",
        };

    public static SettingsFinding Range(SettingsPath path, string got, string needs, string example, IEnumerable<string> nearest) =>
        new(FaultCatalogue.OutOfRange, $"{path}: got \"{got}\", needs {needs}")
        {
            Candidates = Sets(path, nearest),
            Otherwise = Own(path, example),
        };

    public static SettingsFinding Choice(SettingsPath path, string got, IReadOnlyList<string> allowed, string example)
    {
        var nearest = Spelling.Nearest(got, allowed) ?? NearestNumber(got, allowed);
        var advice = nearest is null ? "" : $" (did you mean \"{nearest}\"?)";
        return new(FaultCatalogue.NotAllowed, $"{path}: got \"{got}\"{advice}, needs one of {string.Join(", ", allowed)}")
        {
            Candidates = nearest is null ? [] : Sets(path, [nearest]),
            Otherwise = Own(path, example),
        };
    }

    public static SettingsFinding Shape(SettingsPath path, string got, string needs, string example, IEnumerable<string> repairs) =>
        new(FaultCatalogue.Malformed, $"{path}: got \"{got}\", needs {needs}")
        {
            Candidates = Sets(path, repairs),
            Otherwise = Own(path, example),
        };

    public static SettingsFinding Length(SettingsPath path, int got, int most) =>
        new(
            FaultCatalogue.TooLong,
            string.Create(CultureInfo.InvariantCulture, $"{path}: got {got} characters, needs at most {most}; shorten it")
        );

    public static SettingsFinding Count(SettingsPath path, int got, CountAttribute count) =>
        new(
            FaultCatalogue.OutOfRange,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{path}: got {got} entries, needs "
                    + $"{(count.Least == count.Most ? $"exactly {count.Least}" : $"{count.Least} to {count.Most}")}"
            )
        )
        {
            Otherwise = commands => $"mend it in {commands.File}",
        };

    /// <summary>Each value as a mend of its own.</summary>
    public static IReadOnlyList<IReadOnlyList<ConfigEdit>> Sets(SettingsPath path, IEnumerable<string> values) =>
        [.. values.Select(value => (IReadOnlyList<ConfigEdit>)[new ConfigEdit.SetValue(path, value)])];

    /// <summary>Nobody but the user knows the value: an example shows what it looks like, and none is put in the user's place.</summary>
    public static Func<StackCommands, string> Own(SettingsPath path, string example) =>
        commands =>
            example.StartsWith('[') || example.StartsWith('{')
                ? commands.InFile(path, example)
                : $"put in your own, such as {example}: {commands.Set(path, "VALUE")}";

    private static string Found(IReadOnlyList<string> others) =>
        others.Count == 0 ? "" : $", but {string.Join(", ", others)} is: a file of another project, or a misspelt key";

    private static string? NearestNumber(string got, IReadOnlyList<string> allowed) =>
        double.TryParse(got, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && allowed.All(one => double.TryParse(one, NumberStyles.Float, CultureInfo.InvariantCulture, out _))
            ? allowed.MinBy(one => Math.Abs(double.Parse(one, CultureInfo.InvariantCulture) - number))
            : null;
}
