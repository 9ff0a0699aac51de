using System.Text.RegularExpressions;
using MlopsBatch.Configuration.Binding;

namespace MlopsBatch.Configuration.Mending;

/// <summary>The commands that change a stack's configuration, ready to paste into a shell.</summary>
/// <param name="Stack">The stack's name.</param>
/// <param name="Path">Its file, from the project's root; null: where the Pulumi CLI looks for it.</param>
public sealed partial record StackCommands(string Stack, string? Path = null)
{
    /// <summary>The stack's file.</summary>
    public string File => Path ?? $"Pulumi.{Stack}.yaml";

    private string Which => $"--stack {Quoted(Stack)}{(Path is null ? "" : $" --config-file {Quoted(Path)}")}";

    /// <summary>The command of an edit; in words, where no command can make it.</summary>
    public string Of(ConfigEdit edit) =>
        edit switch
        {
            ConfigEdit.SetValue set => Set(set.Path, set.Value),
            ConfigEdit.QuoteValue quote when ConfigTree.Typed(quote.Value).GetValueKind() == System.Text.Json.JsonValueKind.String =>
                Set(quote.Path, quote.Value),
            ConfigEdit.QuoteValue quote => InFile(quote.Path, $"\"{quote.Value}\""),
            ConfigEdit.RemoveValue remove => Remove(remove.Path),
            ConfigEdit.MoveValue move =>
                $"./mlops config move {Single(move.Path.Text)} {Single(move.To.Text)} --stack {Quoted(Path ?? Stack)}",
            _ => throw new ArgumentOutOfRangeException(nameof(edit)),
        };

    /// <summary>Sets one value.</summary>
    public string Set(SettingsPath path, string value) =>
        path == SettingsPath.Region ? $"pulumi config set aws:region {Quoted(value)} {Which}"
        : value.StartsWith('-') ? $"pulumi config set --path {Which} -- {Single(path.Text)} {Quoted(value)}"
        : $"pulumi config set --path {Single(path.Text)} {Quoted(value)} {Which}";

    /// <summary>Removes a value.</summary>
    public string Remove(SettingsPath path) => $"pulumi config rm --path {Single(path.Text)} {Which}";

    /// <summary>What only the file can hold: a list, a section, a number in quotes.</summary>
    public string InFile(SettingsPath path, string yaml) => $"write into {File}: {path.Text}: {yaml}";

    private static string Quoted(string value) => Plain().IsMatch(value) ? value : Single(value);

    private static string Single(string value) => $"'{value.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    [GeneratedRegex("^[A-Za-z0-9_./:@-]+\\z")]
    private static partial Regex Plain();
}
