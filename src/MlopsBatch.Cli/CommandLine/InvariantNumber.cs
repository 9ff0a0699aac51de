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

    /// <summary>Makes an option for a whole number from <paramref name="low"/> to <paramref name="high"/>.</summary>
    public static Option<int> Whole(string name, string description, int low, int high, int start) =>
        new(name)
        {
            Description = description,
            CustomParser = result => ParseWhole(name, result, low, high) ?? start,
            DefaultValueFactory = _ => start,
        };

    /// <summary>The same without a default.</summary>
    public static Option<int?> Whole(string name, string description, int low, int high) =>
        new(name) { Description = description, CustomParser = result => ParseWhole(name, result, low, high) };

    private static int? ParseWhole(string name, ArgumentResult result, int low, int high)
    {
        var text = Text(result);
        if (
            int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number >= low
            && number <= high
        )
        {
            return number;
        }

        var allowed = string.Create(CultureInfo.InvariantCulture, $"a whole number from {low} to {high}");
        result.AddError($"{name}: got \"{text}\", needs {allowed}, without any mark.");
        return null;
    }

    private static string Text(ArgumentResult result) => result.Tokens.Count == 1 ? result.Tokens[0].Value : "";

    private static double? Parse(string name, ArgumentResult result)
    {
        var text = Text(result);
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number))
        {
            return number;
        }

        var hint = text.Contains(',', StringComparison.Ordinal) ? $"; with a point: {text.Replace(',', '.')}" : "";
        result.AddError($"{name}: got \"{text}\", needs a number such as 0.8{hint}.");
        return null;
    }
}
