using System.Text.Json.Nodes;
using MlopsBatch.Inspection;

namespace MlopsBatch.Tests.Proof.Mutations;

internal static class RecordedResourceExtensions
{
    /// <summary>A copy with another value of an input; null: without the input.</summary>
    public static RecordedResource WithInput(this RecordedResource resource, string input, JsonNode? value)
    {
        var inputs = (JsonObject)resource.Inputs.DeepClone();
        inputs.Remove(input);
        if (value is not null)
        {
            inputs[input] = value;
        }

        return resource with
        {
            Inputs = inputs,
        };
    }
}
