using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace MlopsBatch.Cli.CommandLine;

/// <summary>Numbers of options: a decimal point and nothing between thousands, whatever the machine's language is.</summary>
internal static class InvariantNumber
{
    /// <summary>Makes an option for a finite number; <c>0,8</c> is refused and not read as 8.</summary>
    public static Option<double?> Option(string name, string description) =>
        new(name) { Description = description, CustomParser = result => Parse(name, result) };

    private static double? Parse(string name, ArgumentResult result)
    {
        var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number))
        {
            return number;
        }

        var hint = text.Contains(',', StringComparison.Ordinal) ? $"; with a point: {text.Replace(',', '.')}" : "";
        result.AddError($"{name}: got \"{text}\", needs a number such as 0.8{hint}.");
        return null;
    }
}
