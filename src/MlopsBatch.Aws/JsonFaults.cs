using System.Text.Json;

namespace MlopsBatch.Aws;

/// <summary>What is wrong with a JSON text, by its place and in words for people: the reader's own messages name types of the program.
/// </summary>
public static class JsonFaults
{
    private const string MissingMembers = "including: ";

    /// <summary>One clause without a full stop, such as <c>it doesn't fit at $.detail.version</c>.</summary>
    /// <param name="fault">A JsonException, or what its readers throw for half a surrogate pair.</param>
    public static string Words(Exception fault) =>
        fault switch
        {
            JsonException { Path: { Length: > 0 } path } at when at.Message.IndexOf(MissingMembers, StringComparison.Ordinal) is > 0 and var start =>
                $"it lacks {Names(at.Message[(start + MissingMembers.Length)..])} at {path}",
            JsonException { Path: { Length: > 1 } path } => $"it doesn't fit at {path}",
            JsonException { LineNumber: 0, BytePositionInLine: 0 } => "it is empty or no JSON",
            JsonException { LineNumber: { } line, BytePositionInLine: { } at } => $"it is no JSON from line {line + 1}, byte {at + 1} on",
            InvalidOperationException => "it has half a surrogate pair, which no text can hold",
            _ => fault.Message.TrimEnd('.'),
        };

    /// <summary>The members' names, which stand in quotes at the end of the message.</summary>
    private static string Names(string list) => list.Split(". ", 2)[0].TrimEnd('.');
}
