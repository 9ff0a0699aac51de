using System.Globalization;

namespace MlopsBatch.Pipelines.Projects;

/// <summary>
/// A number for people, in terminal, report and mails alike: at most 12 characters, and beside a verdict never two different
/// ones alike. The scripts' <c>lib/figures.py</c> writes the same.
/// </summary>
public static class Figure
{
    /// <summary>The most characters that a figure has.</summary>
    public const int Longest = 12;

    private const int Digits = 4;
    private const int MostDigits = 7;

    /// <summary>Four digits that mean something, whole parts in full, tiny and huge numbers by exponent.</summary>
    /// <returns><c>undefined</c> for null and what is not a number.</returns>
    public static string Of(double? value) => Of(value, Digits);

    /// <summary>
    /// The value as it stands beside <paramref name="bound"/>: with more digits where four would make them one; where seven still
    /// do, as <c>&lt;</c> or <c>&gt;</c> the bound.
    /// </summary>
    public static string Beside(double? value, double? bound)
    {
        if (value is not { } number || bound is not { } other || double.IsNaN(number) || double.IsNaN(other) || number == other)
        {
            return Of(value);
        }

        for (var digits = Digits; digits <= MostDigits; digits++)
        {
            var text = Of(number, digits);
            if (text != Of(other) && text != Of(other, digits))
            {
                return text;
            }
        }

        return (number > other ? ">" : "<") + Of(other);
    }

    private static string Of(double? number, int digits)
    {
        if (number is not { } value || double.IsNaN(value))
        {
            return "undefined";
        }

        if (value == 0 || double.IsInfinity(value))
        {
            return value == 0 ? "0" : value < 0 ? "-inf" : "inf";
        }

        var exponent = (int)Math.Floor(Math.Log10(Math.Abs(value)));
        if (exponent is >= -4 and < 9)
        {
            var text = Trim(value.ToString($"F{Math.Max(0, digits - 1 - exponent)}", CultureInfo.InvariantCulture));
            if (text.Length <= Longest)
            {
                return text;
            }
        }

        var parts = value.ToString($"e{Math.Min(digits, 5) - 1}", CultureInfo.InvariantCulture).Split('e');
        return $"{Trim(parts[0])}e{int.Parse(parts[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture)}";
    }

    private static string Trim(string text) => text.Contains('.', StringComparison.Ordinal) ? text.TrimEnd('0').TrimEnd('.') : text;
}
