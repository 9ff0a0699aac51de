namespace MlopsBatch.Cli.CommandLine;

/// <summary>
/// What a command was given doesn't fit what it found: the message names the value, what there is, and the mend. A type of its own,
/// because .NET's FormatException has .NET's words as well.
/// </summary>
internal sealed class CommandException(string message, Exception? inner = null) : Exception(message, inner);
