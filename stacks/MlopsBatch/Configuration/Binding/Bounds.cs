using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using MlopsBatch.Configuration.Mending;

namespace MlopsBatch.Configuration.Binding;

/// <summary>Holds a value to the bounds that its property declares.</summary>
internal static class Bounds
{
    public static SettingsFinding? Check(PropertyInfo property, object value, SettingsPath path, string example)
    {
        var text = Convert.ToString(value, CultureInfo.InvariantCulture)!;
        foreach (var rule in property.GetCustomAttributes())
        {
            var fault = rule switch
            {
                RangeAttribute range when Number(value) < Number(range.Minimum) || Number(value) > Number(range.Maximum) =>
                    SettingsFaults.Range(
                        path,
                        text,
                        $"a number from {Invariant(range.Minimum)} to {Invariant(range.Maximum)}",
                        example,
                        NumberRepair.Into(Number(value), Number(range.Minimum), Number(range.Maximum))
                    ),
                AboveAttribute above when Number(value) <= above.Bound => SettingsFaults.Range(
                    path,
                    text,
                    $"a number above {Invariant(above.Bound)}",
                    example,
                    []
                ),
                AllowedValuesAttribute allowed when !allowed.Values.Contains(value) => SettingsFaults.Choice(
                    path,
                    text,
                    [.. allowed.Values.Select(choice => Convert.ToString(choice, CultureInfo.InvariantCulture)!)],
                    example
                ),
                PatternAttribute pattern when !pattern.Accepts(text) => SettingsFaults.Shape(
                    path,
                    text,
                    pattern.Needs,
                    example,
                    TextRepair.Of(text, pattern.IsOwnName).Where(pattern.Accepts)
                ),
                ArnOfAttribute arn when !ArnShape.Of(arn.Kind).Fits(text) => SettingsFaults.Shape(
                    path,
                    text,
                    ArnShape.Of(arn.Kind).Needs,
                    example,
                    TextRepair.Of(text, isOwnName: false).Where(ArnShape.Of(arn.Kind).Fits)
                ),
                StringLengthAttribute length when text.Length > length.MaximumLength => SettingsFaults.Length(
                    path,
                    text.Length,
                    length.MaximumLength
                ),
                RequiredAttribute when text.Trim().Length == 0 => SettingsFaults.Missing(path, example),
                _ => null,
            };
            if (fault is not null)
            {
                return fault;
            }
        }

        return null;
    }

    private static string Invariant(object bound) => Convert.ToString(bound, CultureInfo.InvariantCulture)!;

    private static double Number(object value) => Convert.ToDouble(value, CultureInfo.InvariantCulture);
}
