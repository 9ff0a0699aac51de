using System.Text.Json.Nodes;
using MlopsBatch.LocalCloud.Deployment;

namespace MlopsBatch.Rehearsal.Mutations;

/// <summary>A fault that is planted into the declarations.</summary>
/// <param name="Kind">What kind of fault, as a short phrase.</param>
/// <param name="Urn">The resource that it is in.</param>
/// <param name="What">The resource and the fault, for people.</param>
/// <param name="Change">Changes a copy of the resource's inputs; null: the resource is left out.</param>
internal sealed record Mutation(string Kind, string Urn, string What, Action<JsonObject>? Change)
{
    /// <summary>The resource with the fault, null if it is left out; every other one as it is.</summary>
    public DeclaredResource? Apply(DeclaredResource resource)
    {
        if (resource.Urn != Urn)
        {
            return resource;
        }

        if (Change is null)
        {
            return null;
        }

        var inputs = (JsonObject)resource.Inputs.DeepClone();
        Change(inputs);
        return resource with { Inputs = inputs };
    }
}
