using System.Text.Json.Nodes;
using MlopsBatch.LocalCloud.Iam;

namespace MlopsBatch.LocalCloud.Deployment.Handlers;

/// <summary>Managed policies.</summary>
internal sealed class PolicyHandler() : ResourceHandler("aws:iam/policy:Policy", ["name", "policy"], ["path"], replacing: ["name", "path"])
{
    public override Created Create(CloudAccount account, JsonObject inputs)
    {
        var arn = Put(account, inputs);
        return new(arn, new JsonObject { ["arn"] = arn });
    }

    public override JsonObject Update(CloudAccount account, ResourceState old, JsonObject inputs)
    {
        Put(account, inputs);
        return old.Outputs;
    }

    public override void Delete(CloudAccount account, ResourceState state) => account.Service<IamService>().DeletePolicy(state.Id);

    private static string Put(CloudAccount account, JsonObject inputs) =>
        account.Service<IamService>().PutPolicy(inputs.Text("name")!, inputs.Text("policy")!, inputs.Text("path") ?? "/");
}
