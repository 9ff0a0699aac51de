using System.Text.RegularExpressions;
using MlopsBatch.Configuration.Binding;
using MlopsBatch.Configuration.Mending;
using MlopsBatch.Pipelines.Names;

namespace MlopsBatch.Configuration.Rules;

/// <summary>A review's pattern has to be a regular expression that tells references from other words.</summary>
internal static class ReviewRules
{
    public static IEnumerable<SettingsFinding> Check(Settings settings)
    {
        var path = SettingsPath.Root.Key("review").Key("pattern");
        const string Example = "MRB-[0-9]+";
        SettingsFinding? fault = null;
        try
        {
            _ = new Regex(settings.Review.Pattern, RegexOptions.CultureInvariant);
            if (new ReviewGate(Pattern: settings.Review.Pattern).Reference(null, "Review: pending") is not null)
            {
                fault = SettingsFaults.Shape(
                    path,
                    settings.Review.Pattern,
                    "an expression that doesn't take words such as \"pending\"",
                    Example,
                    []
                );
            }
        }
        catch (ArgumentException)
        {
            fault = SettingsFaults.Shape(path, settings.Review.Pattern, "a regular expression", Example, []);
        }

        return fault is null ? [] : [fault];
    }
}
