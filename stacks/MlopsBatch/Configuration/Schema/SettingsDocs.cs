using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace MlopsBatch.Configuration.Schema;

/// <summary>What the settings' records say of themselves: their docstrings, which the compiler puts beside the program.</summary>
public sealed partial class SettingsDocs
{
    private readonly Dictionary<string, XElement?> _summaries;

    private SettingsDocs(Dictionary<string, XElement?> summaries) => _summaries = summaries;

    /// <exception cref="IOException">The file with the docstrings isn't beside the program.</exception>
    public static SettingsDocs Load() =>
        new(
            XDocument
                .Load(Path.ChangeExtension(typeof(Settings).Assembly.Location, ".xml"))
                .Descendants("member")
                .ToDictionary(member => member.Attribute("name")!.Value, member => member.Element("summary"))
        );

    /// <summary>One sentence or more about a setting, with code between backticks; empty if nothing is said.</summary>
    /// <param name="record">The record that has it.</param>
    /// <param name="property">Its name there.</param>
    /// <param name="section">The record that its value is, if it is one.</param>
    public string Of(Type record, string property, Type? section) =>
        Plain(
            _summaries.GetValueOrDefault($"P:{record.FullName}.{property}")
                ?? (section is null ? null : _summaries.GetValueOrDefault($"T:{section.FullName}"))
        );

    private static string Plain(XElement? summary)
    {
        if (summary is null)
        {
            return "";
        }

        var text = string.Concat(
            summary
                .Nodes()
                .Select(node =>
                    node switch
                    {
                        XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
                        XElement { Name.LocalName: "see" } see =>
                            $"`{JsonNamingPolicy.CamelCase.ConvertName(see.Attribute("cref")!.Value.Split('.')[^1])}`",
                        XText words => words.Value,
                        XElement other => other.Value,
                        _ => "",
                    }
                )
        );
        return Blank().Replace(text, " ").Trim();
    }

    [GeneratedRegex("\\s+")]
    private static partial Regex Blank();
}
