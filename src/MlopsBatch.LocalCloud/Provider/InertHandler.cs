using System.Text.Json.Nodes;
using MlopsBatch.LocalCloud.Deployment;

namespace MlopsBatch.LocalCloud.Provider;

/// <summary>Takes a kind of resource that does nothing in the local cloud (<see cref="InertKinds"/>) as it is declared.</summary>
/// <param name="type">Type token.</param>
/// <param name="name">The resource's name, which is its id.</param>
internal sealed class InertHandler(string type, string name) : ResourceHandler(type, [])
{
    public override IEnumerable<string> Check(JsonObject inputs) => [];

    public override bool HasSameName(JsonObject old, JsonObject inputs) => false;

    public override Created Create(CloudAccount account, JsonObject inputs) => new(name, []);

    public override JsonObject Update(CloudAccount account, ResourceState old, JsonObject inputs) => [];

    public override void Delete(CloudAccount account, ResourceState state)
    {
        // There is nothing to take away.
    }
}
