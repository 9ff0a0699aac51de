using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;
using MlopsBatch.Configuration;
using MlopsBatch.Configuration.Binding;
using MlopsBatch.Configuration.Schema;

namespace MlopsBatch.Tests.Configuration;

/// <summary>The table of all settings, from the records themselves: names, defaults, bounds and their docstrings.</summary>
internal static class SettingsReference
{
    public static string Write()
    {
        var docs = SettingsDocs.Load();
        var text = new StringBuilder("| key | what | allowed | default |\n|---|---|---|---|\n");
        Add(text, docs, typeof(Settings), "");
        return text.ToString();
    }

    private static void Add(StringBuilder text, SettingsDocs docs, Type type, string path)
    {
        var defaults = Activator.CreateInstance(type);
        foreach (var property in type.GetProperties().Where(property => property.CanWrite))
        {
            var key = path + JsonNamingPolicy.CamelCase.ConvertName(property.Name);
            var inner = Inner(property.PropertyType, out var suffix);
            var isRecord = inner.IsClass && inner != typeof(string);
            var summary = docs.Of(type, property.Name, isRecord ? inner : null);
            text.Append(
                CultureInfo.InvariantCulture,
                $"| `{key}{suffix}` | {summary} | {Allowed(property, inner)} | {Default(property, defaults, isRecord)} |\n"
            );
            if (isRecord)
            {
                Add(text, docs, inner, $"{key}{suffix}.");
            }
        }
    }

    private static Type Inner(Type type, out string suffix)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        suffix = "";
        if (!plain.IsGenericType)
        {
            return plain;
        }

        var arguments = plain.GetGenericArguments();
        suffix = arguments.Length == 2 ? ".NAME" : "[]";
        return arguments[^1];
    }

    private static string Allowed(PropertyInfo property, Type inner)
    {
        var rules = property
            .GetCustomAttributes()
            .Select(rule =>
                rule switch
                {
                    RangeAttribute range => $"{range.Minimum} to {range.Maximum}",
                    AboveAttribute above => $"above {above.Bound.ToString(CultureInfo.InvariantCulture)}",
                    AllowedValuesAttribute values => string.Join(", ", values.Values.Select(value => $"`{value}`")),
                    PatternAttribute pattern => pattern.Needs,
                    ArnOfAttribute arn => ArnShape.Of(arn.Kind).Needs,
                    CountAttribute count => count.Least == count.Most ? $"{count.Least} entries" : $"{count.Least} to {count.Most} entries",
                    StringLengthAttribute length => $"up to {length.MaximumLength} characters",
                    _ => null,
                }
            )
            .OfType<string>()
            .ToList();
        if (rules.Count == 0 && inner.IsEnum)
        {
            rules.Add(string.Join(", ", Enum.GetNames(inner).Select(name => $"`{JsonNamingPolicy.CamelCase.ConvertName(name)}`")));
        }

        if (rules.Count == 0 && inner == typeof(bool))
        {
            rules.Add("`true`, `false`");
        }

        return string.Join("; ", rules);
    }

    private static string Default(PropertyInfo property, object? defaults, bool isRecord)
    {
        if (property.GetCustomAttribute<RequiredAttribute>() is not null)
        {
            return "**needed**";
        }

        return isRecord
            ? ""
            : property.GetValue(defaults) switch
            {
                null or "" => "",
                bool truth => truth ? "`true`" : "`false`",
                string or int or double => $"`{Convert.ToString(property.GetValue(defaults), CultureInfo.InvariantCulture)}`",
                Enum member => $"`{JsonNamingPolicy.CamelCase.ConvertName(member.ToString())}`",
                _ => "",
            };
    }
}
