using MlopsBatch.Configuration.Binding;

namespace MlopsBatch.Configuration.Mending;

/// <summary>One change of a stack's configuration, typed so that it can be tried before it is advised.</summary>
/// <param name="Path">What is changed.</param>
public abstract record ConfigEdit(SettingsPath Path)
{
    /// <summary>
    /// Sets a value as <c>pulumi config set --path</c> does: numbers and booleans are recognised, what is missing above it is made.
    /// </summary>
    /// <param name="Path">What is set.</param>
    /// <param name="Value">The value, as it is typed.</param>
    public sealed record SetValue(SettingsPath Path, string Value) : ConfigEdit(Path);

    /// <summary>Sets a text that looks like a number, which only quotes in the file can do.</summary>
    /// <param name="Path">What is set.</param>
    /// <param name="Value">The text.</param>
    public sealed record QuoteValue(SettingsPath Path, string Value) : ConfigEdit(Path);

    /// <summary>Takes a value, or an entry of a list, away.</summary>
    /// <param name="Path">What is removed.</param>
    public sealed record RemoveValue(SettingsPath Path) : ConfigEdit(Path);

    /// <summary>Gives a value another key and keeps it, whatever it is.</summary>
    /// <param name="Path">Where it stands.</param>
    /// <param name="To">Where it belongs; nothing stands there yet.</param>
    public sealed record MoveValue(SettingsPath Path, SettingsPath To) : ConfigEdit(Path);
}
