using System.Text.Json.Nodes;
using MlopsBatch.LocalCloud.Sns;

namespace MlopsBatch.LocalCloud.Deployment.Handlers;

/// <summary>Topics.</summary>
internal sealed class TopicHandler()
    : ResourceHandler("aws:sns/topic:Topic", ["name"], ["displayName", "kmsMasterKeyId"], ["signatureVersion", "tracingConfig"])
{
    public override Created Create(CloudAccount account, JsonObject inputs)
    {
        var arn = Put(account, inputs);
        return new(arn, new JsonObject { ["arn"] = arn, ["owner"] = account.Id });
    }

    public override JsonObject Update(CloudAccount account, ResourceState old, JsonObject inputs)
    {
        Put(account, inputs);
        return old.Outputs;
    }

    public override void Delete(CloudAccount account, ResourceState state) => account.Service<SnsService>().DeleteTopic(state.Id);

    private static string Put(CloudAccount account, JsonObject inputs) =>
        account.Service<SnsService>().CreateTopic(inputs.Text("name")!, inputs.Text("displayName") ?? "", inputs.Text("kmsMasterKeyId"));
}
