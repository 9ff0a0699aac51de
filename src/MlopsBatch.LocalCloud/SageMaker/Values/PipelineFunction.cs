using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;

namespace MlopsBatch.LocalCloud.SageMaker.Values;

/// <summary>The functions of pipeline definitions: objects with the one key Get, Std:Join or Std:JsonGet.</summary>
internal static class PipelineFunction
{
    public const string Get = "Get";
    public const string Join = "Std:Join";
    public const string JsonGet = "Std:JsonGet";

    public static bool IsFunction([NotNullWhen(true)] JsonNode? node) => TryRead(node, out _, out _);

    public static bool TryRead(JsonNode? node, out string name, out JsonNode? argument)
    {
        (name, argument) = ("", null);
        if (node is not JsonObject { Count: 1 } item)
        {
            return false;
        }
        var (key, value) = item.First();
        (name, argument) = (key, value);
        return key is Get or Join or JsonGet;
    }
}
