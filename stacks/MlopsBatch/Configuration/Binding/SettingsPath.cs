using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace MlopsBatch.Configuration.Binding;

/// <summary>Where a value stands in the settings, written as <c>pulumi config set --path</c> takes it.</summary>
/// <param name="Text">Such as <c>settings.models[0].metric.threshold</c>.</param>
public sealed partial record SettingsPath(string Text)
{
    public static SettingsPath Root { get; } = new("settings");

    /// <summary>The stack's region, which stands beside the settings.</summary>
    public static SettingsPath Region { get; } = new("aws:region");

    public SettingsPath Key(string name) =>
        new(PlainKey().IsMatch(name) ? $"{Text}.{name}" : $"{Text}[\"{name.Replace("\"", "\\\"", StringComparison.Ordinal)}\"]");

    public SettingsPath Index(int index) => new(string.Create(CultureInfo.InvariantCulture, $"{Text}[{index}]"));

    /// <summary>The keys (<c>string</c>) and indices (<c>int</c>) that lead there.</summary>
    public IReadOnlyList<object> Steps() => [.. Read().Select(part => part.Step)];

    /// <summary>What holds it.</summary>
    public SettingsPath Parent() => new(Read() is [.., var last] ? Text[..last.Start] : Text);

    public override string ToString() => Text;

    private List<(object Step, int Start)> Read()
    {
        var parts = new List<(object, int)>();
        for (var at = 0; at < Text.Length;)
        {
            var start = at;
            if (Text[at] != '[')
            {
                at += Text[at] == '.' ? 1 : 0;
                var end = Text.IndexOfAny(['.', '['], at) is var found and >= 0 ? found : Text.Length;
                parts.Add((Text[at..end], start));
                at = end;
            }
            else if (Text[at + 1] == '"')
            {
                var name = new StringBuilder();
                for (at += 2; Text[at] != '"'; at++)
                {
                    at += Text[at] == '\\' && Text[at + 1] == '"' ? 1 : 0;
                    name.Append(Text[at]);
                }

                at += 2;
                parts.Add((name.ToString(), start));
            }
            else
            {
                var end = Text.IndexOf(']', at);
                parts.Add((int.Parse(Text.AsSpan(at + 1, end - at - 1), NumberStyles.None, CultureInfo.InvariantCulture), start));
                at = end + 1;
            }
        }

        return parts;
    }

    [GeneratedRegex("^[A-Za-z_][A-Za-z0-9_-]*\\z")]
    private static partial Regex PlainKey();
}
