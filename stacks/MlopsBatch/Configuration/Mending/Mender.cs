using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MlopsBatch.Faults;

namespace MlopsBatch.Configuration.Mending;

/// <summary>
/// Tries each mend before it is advised: it is made in memory, everything is checked again, and it counts only if its fault is gone
/// and no other has come.
/// </summary>
/// <param name="check">All faults of a tree that <see cref="ConfigTree.Of"/> made.</param>
/// <param name="commands">The stack's commands.</param>
internal sealed partial class Mender(Func<JsonObject, IReadOnlyList<SettingsFinding>> check, StackCommands commands)
{
    /// <summary>The faults with their mends.</summary>
    public IReadOnlyList<Fault> Advise(JsonObject tree, IReadOnlyList<SettingsFinding> findings) =>
        [.. findings.Select(finding => Advise(tree, finding, findings))];

    private Fault Advise(JsonObject tree, SettingsFinding finding, IReadOnlyList<SettingsFinding> all)
    {
        var edits = finding.Candidates.FirstOrDefault(edits => Mends(tree, edits, finding, all)) ?? [];
        return new(finding.Code, $"{finding.Text}{Words(finding, edits)}") { IsWarning = finding.IsWarning, Mend = edits };
    }

    private bool Mends(JsonObject tree, IReadOnlyList<ConfigEdit> edits, SettingsFinding finding, IReadOnlyList<SettingsFinding> all)
    {
        if (ConfigTree.Changed(tree, edits) is not { } changed)
        {
            return false;
        }

        // An entry that goes moves those behind it up.
        var moves = edits.OfType<ConfigEdit.RemoveValue>().Any(edit => edit.Path.Steps()[^1] is int);
        string Same(SettingsFinding one) => $"{one.Code} {(moves ? Index().Replace(one.Text, "[]") : one.Text)}";
        var before = all.CountBy(Same).ToDictionary();
        var after = check(changed).CountBy(Same).ToDictionary();
        return after.All(one => one.Value <= before.GetValueOrDefault(one.Key))
            && after.GetValueOrDefault(Same(finding)) < before.GetValueOrDefault(Same(finding));
    }

    private string Words(SettingsFinding finding, IReadOnlyList<ConfigEdit> edits)
    {
        if (edits.Count == 0)
        {
            return finding.Otherwise is { } otherwise ? $"; {otherwise(commands)}" : "";
        }

        var mend = string.Join(" && ", edits.Select(commands.Of));
        return mend.StartsWith("write ", StringComparison.Ordinal) ? $"; {mend}" : $"; mend it with: {mend}";
    }

    [GeneratedRegex("\\[[0-9]+\\]")]
    private static partial Regex Index();
}
