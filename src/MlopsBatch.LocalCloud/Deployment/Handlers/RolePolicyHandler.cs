using System.Text.Json.Nodes;
using MlopsBatch.LocalCloud.Iam;

namespace MlopsBatch.LocalCloud.Deployment.Handlers;

/// <summary>A role's own policies.</summary>
internal sealed class RolePolicyHandler()
    : ResourceHandler("aws:iam/rolePolicy:RolePolicy", ["role", "name", "policy"], replacing: ["role", "name"])
{
    public override bool HasSameName(JsonObject old, JsonObject inputs) =>
        base.HasSameName(old, inputs) && old.Text("name") == inputs.Text("name");

    public override Created Create(CloudAccount account, JsonObject inputs)
    {
        Put(account, inputs);
        return new($"{inputs.Text("role")}:{inputs.Text("name")}", []);
    }

    public override JsonObject Update(CloudAccount account, ResourceState old, JsonObject inputs)
    {
        Put(account, inputs);
        return old.Outputs;
    }

    public override void Delete(CloudAccount account, ResourceState state) =>
        account.Service<IamService>().DeleteRolePolicy(state.Inputs.Text("role")!, state.Inputs.Text("name")!);

    private static void Put(CloudAccount account, JsonObject inputs) =>
        account.Service<IamService>().PutRolePolicy(inputs.Text("role")!, inputs.Text("name")!, inputs.Text("policy")!);
}
