using System.Text.Json;

namespace MlopsBatch.LocalCloud.Events;

/// <summary>Lifts a test of text to a test of any leaf: what is no string never passes.</summary>
internal static class TextTests
{
    public static Func<JsonElement, bool> OnString(this Func<string, bool> test) =>
        element => element.ValueKind == JsonValueKind.String && test(element.GetString()!);
}
