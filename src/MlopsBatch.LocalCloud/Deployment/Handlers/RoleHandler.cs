using System.Text.Json.Nodes;
using MlopsBatch.LocalCloud.Iam;

namespace MlopsBatch.LocalCloud.Deployment.Handlers;

/// <summary>Roles.</summary>
internal sealed class RoleHandler()
    : ResourceHandler(
        "aws:iam/role:Role",
        ["name", "assumeRolePolicy"],
        ["path", "permissionsBoundary", "managedPolicyArns"],
        ["maxSessionDuration", "forceDetachPolicies"],
        ["name", "path"]
    )
{
    public override Created Create(CloudAccount account, JsonObject inputs) => new(inputs.Text("name")!, Put(account, inputs));

    public override JsonObject Update(CloudAccount account, ResourceState old, JsonObject inputs)
    {
        foreach (var policy in old.Inputs.Texts("managedPolicyArns").Except(inputs.Texts("managedPolicyArns")))
        {
            account.Service<IamService>().DetachRolePolicy(old.Id, policy);
        }
        return Put(account, inputs);
    }

    public override void Delete(CloudAccount account, ResourceState state) => account.Service<IamService>().DeleteRole(state.Id);

    private static JsonObject Put(CloudAccount account, JsonObject inputs)
    {
        var iam = account.Service<IamService>();
        var role = iam.PutRole(
            inputs.Text("name")!,
            inputs.Text("assumeRolePolicy")!,
            inputs.Text("path") ?? "/",
            inputs.Text("permissionsBoundary")
        );
        foreach (var policy in inputs.Texts("managedPolicyArns"))
        {
            iam.AttachRolePolicy(role.Name, policy);
        }
        return new JsonObject { ["arn"] = role.Arn, ["uniqueId"] = "AROA" + account.Cloud.Ids.Of(17, role.Arn).ToUpperInvariant() };
    }
}
