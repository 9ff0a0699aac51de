using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace MlopsBatch.LocalCloud.Deployment;

/// <summary>A kind of resource that only sets something on another one: made, changed and taken away by setting it.</summary>
/// <param name="type">Type token.</param>
/// <param name="owner">The input that names the other one; its change makes a new resource.</param>
/// <param name="set">Sets what the inputs say; null inputs take it away.</param>
/// <param name="required">More inputs that have to be there.</param>
/// <param name="optional">Inputs that may be there.</param>
public sealed class SettingHandler(
    string type,
    string owner,
    Action<CloudAccount, string, JsonObject?> set,
    ImmutableArray<string> required = default,
    ImmutableArray<string> optional = default
) : ResourceHandler(type, [owner, .. required.IsDefault ? [] : required], optional, replacing: [owner])
{
    public override Created Create(CloudAccount account, JsonObject inputs)
    {
        var name = inputs.Text(owner)!;
        set(account, name, inputs);
        return new(name, []);
    }

    public override JsonObject Update(CloudAccount account, ResourceState old, JsonObject inputs)
    {
        set(account, inputs.Text(owner)!, inputs);
        return [];
    }

    public override void Delete(CloudAccount account, ResourceState state) => set(account, state.Inputs.Text(owner)!, null);
}
