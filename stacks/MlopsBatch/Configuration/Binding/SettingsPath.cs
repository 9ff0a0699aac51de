using System.Globalization;
using System.Text.RegularExpressions;

namespace MlopsBatch.Configuration.Binding;

/// <summary>Where a value stands in the settings, written as <c>pulumi config set --path</c> takes it.</summary>
/// <param name="Text">Such as <c>settings.models[0].metric.threshold</c>.</param>
public sealed partial record SettingsPath(string Text)
{
    public static SettingsPath Root { get; } = new("settings");

    public SettingsPath Key(string name) => new(PlainKey().IsMatch(name) ? $"{Text}.{name}" : $"{Text}[\"{name}\"]");

    public SettingsPath Index(int index) => new(string.Create(CultureInfo.InvariantCulture, $"{Text}[{index}]"));

    /// <summary>The command that sets a right value. A list or object is written into the stack's file by hand.</summary>
    public string SetTo(string value) =>
        value.StartsWith('[') || value.StartsWith('{')
            ? $"mend it in Pulumi.<stack>.yaml: {Text}: {value}"
            : $"mend it with: pulumi config set --path '{Text}' {Quote(value)}";

    public string Remove() => $"mend it with: pulumi config rm --path '{Text}'";

    public override string ToString() => Text;

    private static string Quote(string value) => Plain().IsMatch(value) ? value : $"'{value}'";

    [GeneratedRegex("^[A-Za-z_][A-Za-z0-9_-]*\\z")]
    private static partial Regex PlainKey();

    [GeneratedRegex("^[A-Za-z0-9_./:@-]+\\z")]
    private static partial Regex Plain();
}
