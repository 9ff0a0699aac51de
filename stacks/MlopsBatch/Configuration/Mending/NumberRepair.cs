using System.Globalization;

namespace MlopsBatch.Configuration.Mending;

/// <summary>Numbers as people write them, read as they were meant; nothing is guessed.</summary>
internal static class NumberRepair
{
    /// <summary>Blanks, per cent, a decimal comma, marks between thousands.</summary>
    public static IEnumerable<string> Of(string text)
    {
        var trimmed = text.Trim().Trim('"', '\'').Trim();
        if (trimmed.EndsWith('%') && Read(trimmed[..^1].TrimEnd()) is { } percent)
        {
            yield return Write(percent / 100);
            yield break;
        }

        if (Read(trimmed) is { } number)
        {
            yield return Write(number);
        }

        var joined = string.Concat(trimmed.Where(sign => sign is not ('_' or '\'' or ' ')));
        if (joined != trimmed && Read(joined) is { } whole)
        {
            yield return Write(whole);
        }
    }

    /// <summary>The nearest number within bounds, for one that was meant as per cent first.</summary>
    public static IEnumerable<string> Into(double got, double least, double most)
    {
        if (most <= 1 && got is > 1 and <= 100 && got / 100 >= least)
        {
            yield return Write((decimal)got / 100);
        }

        if (double.IsFinite(got))
        {
            yield return Math.Clamp(got, least, most).ToString("R", CultureInfo.InvariantCulture);
        }
    }

    private static decimal? Read(string text)
    {
        // 0,8 is a decimal comma; 1,000 may be either.
        var parts = text.Split(',');
        var plain = parts is [_, { Length: not 3 }] && !text.Contains('.', StringComparison.Ordinal) ? text.Replace(',', '.') : text;
        return decimal.TryParse(plain, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    private static string Write(decimal number)
    {
        var text = number.ToString(CultureInfo.InvariantCulture);
        return text.Contains('.', StringComparison.Ordinal) ? text.TrimEnd('0').TrimEnd('.') : text;
    }
}
