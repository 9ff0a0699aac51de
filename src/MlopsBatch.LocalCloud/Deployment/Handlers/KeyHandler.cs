using System.Text.Json.Nodes;
using MlopsBatch.LocalCloud.Kms;

namespace MlopsBatch.LocalCloud.Deployment.Handlers;

/// <summary>KMS keys.</summary>
internal sealed class KeyHandler()
    : ResourceHandler(
        "aws:kms/key:Key",
        ["policy"],
        ignored: ["deletionWindowInDays", "enableKeyRotation", "multiRegion", "keyUsage"],
        replacing: []
    )
{
    public override Created Create(CloudAccount account, JsonObject inputs)
    {
        var key = account.Service<KmsService>().CreateKey(inputs.Text("policy")!);
        return new(key.Id, new JsonObject { ["arn"] = key.Arn, ["keyId"] = key.Id });
    }

    public override JsonObject? Read(CloudAccount account, ResourceState state) =>
        account.Service<KmsService>().Find(state.Id) is null ? null : state.Outputs;

    public override JsonObject Update(CloudAccount account, ResourceState old, JsonObject inputs)
    {
        account.Service<KmsService>().PutKeyPolicy(old.Id, inputs.Text("policy")!);
        return old.Outputs;
    }

    public override void Delete(CloudAccount account, ResourceState state) => account.Service<KmsService>().ScheduleKeyDeletion(state.Id);
}
