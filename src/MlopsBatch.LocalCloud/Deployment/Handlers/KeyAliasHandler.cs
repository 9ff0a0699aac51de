using System.Text.Json.Nodes;
using MlopsBatch.LocalCloud.Kms;

namespace MlopsBatch.LocalCloud.Deployment.Handlers;

/// <summary>Names of KMS keys.</summary>
internal sealed class KeyAliasHandler() : ResourceHandler("aws:kms/alias:Alias", ["name", "targetKeyId"], replacing: ["name"])
{
    public override Created Create(CloudAccount account, JsonObject inputs) => new(inputs.Text("name")!, Put(account, inputs));

    public override JsonObject Update(CloudAccount account, ResourceState old, JsonObject inputs) => Put(account, inputs);

    public override void Delete(CloudAccount account, ResourceState state) => account.Service<KmsService>().DeleteAlias(state.Id);

    private static JsonObject Put(CloudAccount account, JsonObject inputs)
    {
        var (kms, name) = (account.Service<KmsService>(), inputs.Text("name")!);
        kms.PutAlias(name, inputs.Text("targetKeyId")!);
        return new JsonObject { ["arn"] = account.Arn("kms", name), ["targetKeyArn"] = kms.DescribeKey(name).Arn };
    }
}
