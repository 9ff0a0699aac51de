using System.Text.Json.Nodes;
using MlopsBatch.LocalCloud.Secrets;

namespace MlopsBatch.LocalCloud.Deployment.Handlers;

/// <summary>Secrets, without their values.</summary>
internal sealed class SecretHandler()
    : ResourceHandler("aws:secretsmanager/secret:Secret", ["name"], ["kmsKeyId"], ["recoveryWindowInDays", "forceOverwriteReplicaSecret"])
{
    public override Created Create(CloudAccount account, JsonObject inputs)
    {
        var arn = account.Service<SecretsService>().CreateSecret(inputs.Text("name")!, inputs.Text("kmsKeyId"));
        return new(arn, new JsonObject { ["arn"] = arn });
    }

    public override JsonObject Update(CloudAccount account, ResourceState old, JsonObject inputs)
    {
        account.Service<SecretsService>().UpdateKey(old.Id, inputs.Text("kmsKeyId"));
        return old.Outputs;
    }

    public override void Delete(CloudAccount account, ResourceState state) => account.Service<SecretsService>().DeleteSecret(state.Id);
}
