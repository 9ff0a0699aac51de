using System.Text.Json;
using System.Text.Json.Nodes;

namespace MlopsBatch.Inspection;

/// <summary>What a resource is once an engine has made it.</summary>
/// <param name="Id">What its provider knows it by; empty for components.</param>
/// <param name="Outputs">What the provider computed: texts, numbers and truth values.</param>
public sealed record MadeResource(string Id, JsonObject Outputs)
{
    /// <summary>The outputs as the SDK takes them.</summary>
    internal IEnumerable<KeyValuePair<string, object>> State() =>
        Outputs
            .Where(output => output.Value is not null)
            .Select(output => KeyValuePair.Create(output.Key, ValueOf((JsonValue)output.Value!)));

    private static object ValueOf(JsonValue value) =>
        value.GetValueKind() switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.Number => value.GetValue<double>(),
            _ => value.ToString(),
        };
}
