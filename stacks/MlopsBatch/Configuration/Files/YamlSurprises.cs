using System.Globalization;
using System.Text.RegularExpressions;
using MlopsBatch.Configuration.Binding;
using MlopsBatch.Configuration.Mending;
using MlopsBatch.Faults;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace MlopsBatch.Configuration.Files;

/// <summary>
/// Values that the Pulumi CLI's YAML reads as something else than is written: it takes 012345678901 for a number, and 2027-01-31 for
/// a point in time. What deploys another value than a person reads is refused.
/// </summary>
/// <remarks>Source: the resolution of plain scalars in gopkg.in/yaml.v3, which the CLI reads stacks' files with.</remarks>
internal static partial class YamlSurprises
{
    public static IEnumerable<Fault> Find(YamlMappingNode config, StackCommands commands) =>
        config.Children.SelectMany(entry =>
            Find(
                entry.Value,
                YamlJson.Key(entry.Key) is "mlops-batch:settings" ? SettingsPath.Root : new(YamlJson.Key(entry.Key)),
                commands
            )
        );

    private static IEnumerable<Fault> Find(YamlNode node, SettingsPath path, StackCommands commands) =>
        node switch
        {
            YamlMappingNode map => map.Children.SelectMany(entry => Find(entry.Value, path.Key(YamlJson.Key(entry.Key)), commands)),
            YamlSequenceNode list => list.Children.Index().SelectMany(entry => Find(entry.Item, path.Index(entry.Index), commands)),
            YamlScalarNode { Style: ScalarStyle.Plain, Tag.IsEmpty: true, Value: { } text } when Reading(text) is { } reading =>
            [
                new(
                    FaultCatalogue.NotQuoted,
                    $"{path}: got {text} in line {node.Start.Line} of {commands.File}, which Pulumi reads as {reading}, needs quotes: "
                        + $"\"{text}\"; mend it with: {commands.Of(new ConfigEdit.QuoteValue(path, text))}"
                )
                {
                    Mend = [new ConfigEdit.QuoteValue(path, text)],
                },
            ],
            _ => [],
        };

    /// <summary>What becomes of the text; null if it is what it looks like.</summary>
    private static string? Reading(string text)
    {
        if (Moment().IsMatch(text))
        {
            return "a point in time";
        }

        var digits = text.Replace("_", "", StringComparison.Ordinal);
        var number =
            Based().Match(digits) is { Success: true } based ? Whole(based.Groups[2].Value, based.Groups[1].Value.ToLowerInvariant())
            : LeadingZero().IsMatch(digits) ? Padded(digits)
            : digits != text && Decimal().IsMatch(digits) ? digits
            : null;
        return number is null ? null : $"the number {number}";
    }

    /// <summary>A whole number with a leading zero is octal, unless a digit of it can't be.</summary>
    private static string? Padded(string digits) =>
        digits.All(sign => sign is >= '0' and <= '7') ? Whole(digits, "o")
        : double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number.ToString("0.###############", CultureInfo.InvariantCulture)
        : null;

    private static string? Whole(string digits, string letter)
    {
        try
        {
            var number = Convert.ToInt64(digits, letter switch { "x" => 16, "b" => 2, _ => 8 });
            return number.ToString(CultureInfo.InvariantCulture);
        }
        catch (Exception fault) when (fault is FormatException or OverflowException)
        {
            return null;
        }
    }

    [GeneratedRegex("^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt ].*)?\\z")]
    private static partial Regex Moment();

    [GeneratedRegex("^0([xXoObB])([0-9a-fA-F]+)\\z")]
    private static partial Regex Based();

    [GeneratedRegex("^[-+]?0[0-9]+(\\.[0-9]*)?\\z")]
    private static partial Regex LeadingZero();

    [GeneratedRegex("^[-+]?[0-9]+(\\.[0-9]*)?\\z")]
    private static partial Regex Decimal();
}
