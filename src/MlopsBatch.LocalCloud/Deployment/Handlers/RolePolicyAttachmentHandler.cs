using System.Text.Json.Nodes;
using MlopsBatch.LocalCloud.Iam;

namespace MlopsBatch.LocalCloud.Deployment.Handlers;

/// <summary>Managed policies that a role has.</summary>
internal sealed class RolePolicyAttachmentHandler()
    : ResourceHandler("aws:iam/rolePolicyAttachment:RolePolicyAttachment", ["role", "policyArn"])
{
    public override bool HasSameName(JsonObject old, JsonObject inputs) => false;

    public override Created Create(CloudAccount account, JsonObject inputs)
    {
        account.Service<IamService>().AttachRolePolicy(inputs.Text("role")!, inputs.Text("policyArn")!);
        return new($"{inputs.Text("role")}-{inputs.Text("policyArn")}", []);
    }

    public override JsonObject Update(CloudAccount account, ResourceState old, JsonObject inputs) => old.Outputs;

    public override void Delete(CloudAccount account, ResourceState state) =>
        account.Service<IamService>().DetachRolePolicy(state.Inputs.Text("role")!, state.Inputs.Text("policyArn")!);
}
